"""Which step of the year's SOP each page serves, in the SOP's own words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

KALTIM: Final = "kaltim-2024"
JAYAWIJAYA: Final = "jayawijaya-2020"


@dataclass(frozen=True)
class Step:
    id: str
    name: str


_AIMS: Final = {
    KALTIM: Step("KT1.ii", "Mendefinisikan tujuan pengadaan dan area strategis"),
    JAYAWIJAYA: Step("JW1", "Mendefinisikan tujuan PBJ dan area strategis"),
}
_INDICATORS: Final = {
    KALTIM: Step("KT1.iii", "Menetapkan indikator dan atributnya per area strategis"),
    JAYAWIJAYA: Step("JW2", "Menetapkan indikator dan atributnya per area strategis"),
}
_TARGETS: Final = {
    KALTIM: Step("KT1.iv", "Menyusun usulan baseline dan target kinerja"),
    JAYAWIJAYA: Step("JW3", "Menyusun usulan baseline dan target kinerja"),
}
_ACTIONS: Final = {
    KALTIM: Step("KT1.v", "Menyusun rencana aksi untuk setiap indikator"),
    JAYAWIJAYA: Step("JW4", "Menyusun rencana aksi untuk setiap indikator"),
}
_PRESENTING: Final = {
    KALTIM: Step("KT1.vi", "Presentasi dan permohonan persetujuan"),
    JAYAWIJAYA: Step("JW5", "Mempresentasikan rencana kinerja dan permohonan persetujuan pimpinan"),
}
_DECIDING: Final = {
    KALTIM: Step("KT1.vi", "Presentasi dan permohonan persetujuan"),
    JAYAWIJAYA: Step("JW6", "Analisa untuk menyetujui rencana kinerja atau meminta perubahan"),
}
_WHOLE: Final = {
    KALTIM: Step("KT1", "Perencanaan kinerja"),
    JAYAWIJAYA: Step("JW1\u2013JW6", "Perencanaan kinerja"),
}
STEPS: Final[Mapping[str, Mapping[str, Step]]] = {
    "plan": _WHOLE,
    "goals": _AIMS,
    "areas": _AIMS,
    "indicators": _INDICATORS,
    "targets": _TARGETS,
    "actions": _ACTIONS,
    "checks": _PRESENTING,
    "submit": _PRESENTING,
    "approval": _DECIDING,
    "versions": _WHOLE,
    "papers": _WHOLE,
}


def step_of(part: str, sop: str) -> Step | None:
    """None under an SOP of the unit's own, whose steps are not known here."""
    return STEPS[part].get(sop)
