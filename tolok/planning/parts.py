"""The plan as a list of tasks: each part with its state and what is still open in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tolok.core.planning.checks import problems_of
from tolok.core.planning.content import Content
from tolok.core.problem import Problem
from tolok.planning.models import PlanVersion

PART_OF: Final = {
    "RN-02": "indicators",
    "RN-03": "indicators",
    "RN-04": "indicators",
    "RN-05": "indicators",
    "RN-06": "indicators",
    "RN-07": "targets",
    "RN-08": "targets",
    "RN-09": "actions",
    "RN-10": "actions",
    "RN-11": "actions",
}  # RN-01 is about the goals or the areas, by its place


@dataclass(frozen=True)
class Part:
    """One task of the list."""

    page: str  # URL name
    verb: str  # "Tetapkan tujuan pengadaan"
    told: str  # what is there: "3 tujuan"
    state: tuple[str, str]  # shape and word
    open: int  # problems


@dataclass(frozen=True)
class Placed:
    """A problem with the page where it is settled."""

    problem: Problem
    page: str


DONE: Final = ("ok", "Lengkap")
BEGUN: Final = ("go", "Sedang disusun")
NOT_BEGUN: Final = ("none", "Belum mulai")


def parts_of(plan: Content) -> list[Part]:
    """In the order of the SOP."""
    found = placed(problems_of(plan))
    return [
        _part(found, "goals", "Tetapkan visi, misi, dan tujuan", len(plan.goals), "tujuan"),
        _part(found, "areas", "Tentukan area strategis dan usulan paket", len(plan.areas), "area"),
        _part(
            found,
            "indicators",
            "Pilih indikator dan isi manualnya",
            len(plan.indicators),
            "indikator",
        ),
        _part(
            found, "targets", "Isi baseline dan target", _with_targets(plan), "indikator bertarget"
        ),
        _part(found, "actions", "Susun rencana aksi", len(plan.actions), "aksi"),
    ]


def placed(problems: Sequence[Problem]) -> list[Placed]:
    return [Placed(one, f"planning:{_page(one)}") for one in problems]


def _page(problem: Problem) -> str:
    is_area = problem.where.startswith(("area", "A."))
    return PART_OF.get(problem.rule) or ("areas" if is_area else "goals")


def _part(found: list[Placed], name: str, verb: str, count: int, noun: str) -> Part:
    page = f"planning:{name}"
    problems = sum(one.page == page for one in found)
    state = DONE if count and not problems else BEGUN if count else NOT_BEGUN
    return Part(page, verb, f"{count} {noun}" if count else "", state, problems)


def _with_targets(plan: Content) -> int:
    return sum(bool(one.targets) for one in plan.indicators)


STATES: Final = {
    PlanVersion.Status.DRAFT: ("go", "Draf"),
    PlanVersion.Status.SUBMITTED: ("near", "Menunggu persetujuan"),
    PlanVersion.Status.RETURNED: ("not", "Dikembalikan"),
    PlanVersion.Status.APPROVED: ("ok", "Disetujui"),
    PlanVersion.Status.REPLACED: ("none", "Diganti"),
}


def state_of(version: PlanVersion) -> tuple[str, str]:
    """Shape and word."""
    return STATES[PlanVersion.Status(version.status)]
