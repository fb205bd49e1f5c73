"""Which facts a package should have by now, and which packages lack them.

A running tender lacks no contract: a fact is needed only once the process has come that far.
"""

from dataclasses import dataclass
from typing import Final

from django.db.models import Q

from tolok.registry.dictionary import dictionary

SELECTED: Final = Q(status="selesai")
IN_SPSE: Final = Q(process__in=["tender", "non tender"])
CONTRACTED: Final = Q(has_contract=True)


@dataclass(frozen=True)
class Gap:
    """A fact that may be missing."""

    field: str  # a name of fields.toml
    needed: Q  # the packages that should have it

    @property
    def column(self) -> str:
        return dictionary()[self.field].code

    @property
    def label(self) -> str:
        return "e-kontrak" if self.field == "kontrak_tercatat" else dictionary()[self.field].lacking

    @property
    def lacking(self) -> Q:
        """The packages that should have it and do not; a contract that is not there is false."""
        if self.field == "kontrak_tercatat":
            return self.needed & Q(has_contract=False)
        return self.needed & Q(**{f"{self.column}__isnull": True})


GAPS: Final = tuple(
    Gap(field, needed)
    for field, needed in (
        ("tgl_pengumuman", Q()),
        ("pagu", Q(process__in=["tender", "non tender", "pencatatan"])),
        ("hps", IN_SPSE),
        ("jumlah_penawar", SELECTED & Q(process="tender")),
        ("tgl_penetapan_pemenang", SELECTED & IN_SPSE),
        ("nilai_kontrak", SELECTED),
        ("nilai_pdn_kontrak", SELECTED & ~Q(process__in=["e-purchasing", "toko daring"])),
        ("nilai_umk_kontrak", SELECTED & ~Q(process__in=["e-purchasing", "toko daring"])),
        ("kontrak_tercatat", SELECTED & IN_SPSE),
        ("tgl_sppbj", CONTRACTED),
        ("tgl_kontrak", CONTRACTED),
        ("tgl_selesai_pekerjaan", CONTRACTED),
        ("tgl_bast", Q(contract_status="selesai")),
    )
)
BY_FIELD: Final = {gap.field: gap for gap in GAPS}
