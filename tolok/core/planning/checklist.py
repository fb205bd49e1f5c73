"""LKPP's check list for variable V7 (Manajemen Kinerja), as far as the plan can show it.

Source: FAQ V.7 of LKPP's training, domain rules 3.2. What stands outside the plan (the signed
SOP, monitoring, awards) is said to stand there, never claimed as met.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from tolok.core.planning.checks import NEEDED
from tolok.core.planning.content import MEASUREMENT_AREAS, Content, Indicator


class Met(StrEnum):
    YES = "terpenuhi"
    NO = "belum terpenuhi"
    ELSEWHERE = "di luar rencana"


@dataclass(frozen=True)
class Item:
    """One line of the list: what is asked, whether it is met, and what shows it."""

    asked: str
    met: Met
    evidence: str


def checklist(plan: Content) -> tuple[Item, ...]:
    """In the order of the FAQ: the stages of planning, the plan, then what lies beyond it."""
    return (
        _stated("Penetapan visi dan misi PBJ", plan.vision and plan.missions, _vision(plan)),
        _stated("Penentuan area strategis", plan.areas, f"{len(plan.areas)} area strategis"),
        _stated("Penetapan indikator", plan.indicators, f"{len(plan.indicators)} indikator"),
        _every("Penetapan baseline", plan, lambda one: one.baseline.kind != "", "baseline"),
        _every("Penetapan target", plan, lambda one: bool(one.targets), "target"),
        *(_area(plan, name) for name in MEASUREMENT_AREAS),
        *(_manual(plan, name, label) for name, label in NEEDED.items()),
        Item(
            "SOP ditandatangani paling rendah JPT Pratama (K/L) atau Sekda (Pemda), bertanggal,"
            " dan menyebut waktu baku",
            Met.ELSEWHERE,
            "diperiksa pada lembar SOP, bukan pada rencana",
        ),
        Item(
            "Tahap implementasi: monitoring, evaluasi, penghargaan",
            Met.ELSEWHERE,
            "berlangsung setelah rencana disetujui",
        ),
    )


def _stated(asked: str, given: object, evidence: str) -> Item:
    return Item(asked, Met.YES, evidence) if given else Item(asked, Met.NO, "belum diisi")


def _vision(plan: Content) -> str:
    return f"visi dan {len(plan.missions)} misi"


def _area(plan: Content, name: str) -> Item:
    codes = [one.code for one in plan.indicators if one.measures == name]
    evidence = ", ".join(codes) or "belum ada indikator"
    return Item(f"Bidang pengukuran {name}", Met.YES if codes else Met.NO, evidence)


def _manual(plan: Content, name: str, label: str) -> Item:
    return _every(f"Manual indikator: {label}", plan, lambda one: bool(getattr(one, name)), label)


def _every(asked: str, plan: Content, has: Callable[[Indicator], bool], what: str) -> Item:
    """Met when every indicator has it, and there is one."""
    lacking = _codes(one for one in plan.indicators if not has(one))
    if lacking:
        return Item(asked, Met.NO, f"tanpa {what}: {lacking}")
    if not plan.indicators:
        return Item(asked, Met.NO, "belum ada indikator")
    return Item(asked, Met.YES, f"{len(plan.indicators)} dari {len(plan.indicators)} indikator")


def _codes(indicators: Iterable[Indicator]) -> str:
    return ", ".join(one.code for one in indicators)
