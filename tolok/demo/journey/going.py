"""A whole journey: the stage is set, the year walked through, its papers laid into a folder."""

from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from tolok.core.problem import Problem, RefusedError
from tolok.demo.agency import FIRST_WORKING_DAY
from tolok.demo.generator.order import Order
from tolok.demo.journey.clock import moving
from tolok.demo.journey.codes import drawn_from
from tolok.demo.journey.folder import filling, lay
from tolok.demo.journey.report import as_lines, as_values
from tolok.demo.journey.script import SCRIPTS
from tolok.demo.journey.stage import ORDER, ZONES, set_stage
from tolok.demo.journey.walking import walk
from tolok.workflow.loading import shipped


@dataclass(frozen=True)
class Journey:
    """What was asked for."""

    sop: str  # "kaltim-2024"
    until: str  # "KT3"
    out: Path | None = None  # none: nothing is written
    seed: int = 900  # of the verification codes
    order: Order = ORDER


@dataclass(frozen=True)
class Told:
    """What came of it, for programs and for people."""

    values: dict[str, object]
    lines: list[str]


def refuse_unknown(journey: Journey) -> None:
    """G-03: an SOP whose way is known. G-04: one of its steps."""
    if journey.sop not in SCRIPTS:
        message = f"SOP “{journey.sop}” tidak dikenal. Pilih: {', '.join(SCRIPTS)}."
        raise RefusedError(Problem("G-03", "kode SOP", message))
    steps = [step.id for step in shipped(journey.sop).steps]
    if journey.until not in steps:
        message = f"{journey.sop} tidak mempunyai langkah “{journey.until}”. Pilih: "
        raise RefusedError(Problem("G-04", "--until", f"{message}{', '.join(steps)}."))


def go(journey: Journey) -> Told:
    """In a database that holds nothing yet, because what is invented stands alone (G-02)."""
    refuse_unknown(journey)
    with filling(journey.out) if journey.out else nullcontext() as folder:
        with moving(ZONES[journey.sop], FIRST_WORKING_DAY) as clock, drawn_from(journey.seed):
            stage = set_stage(journey.sop, clock, journey.order)
            steps = list(walk(stage, journey.until))
        paths = lay(steps, folder) if folder else {}
    return Told(as_values(stage, steps, paths), as_lines(stage, steps))
