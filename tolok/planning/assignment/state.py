"""Where the assignment of a year stands: its letter, here or from outside Tolok."""

from dataclasses import dataclass

from tolok.archive.models import Paper
from tolok.cycle.models import FiscalYear, OutsideRecord
from tolok.planning.steps import step_of

PART = "assignment"
F1 = "F1"
SUBJECT = "penugasan"
OUT = (Paper.Status.ISSUED, Paper.Status.SIGNED)


@dataclass(frozen=True)
class State:
    """The paper in Tolok, if there is one, and what was recorded from outside."""

    paper: Paper | None
    outside: tuple[OutsideRecord, ...]

    @property
    def is_assigned(self) -> bool:
        return bool(self.outside) or (self.paper is not None and self.paper.status in OUT)

    @property
    def draft(self) -> Paper | None:
        is_draft = self.paper is not None and self.paper.status == Paper.Status.DRAFT
        return self.paper if is_draft else None


def state_of(year: FiscalYear) -> State:
    """The letter that is out, before one that is still drafted (a correction of it)."""
    papers = Paper.objects.of_year(year.agency, year.year).in_force().filter(document=F1)
    about = list(papers.filter(subject=SUBJECT).select_related("number", "agency").order_by("pk"))
    out = [paper for paper in about if paper.status in OUT]
    step = step_of(PART, year)
    records = OutsideRecord.objects.filter(year=year, step=step.id) if step else ()
    return State(next(iter([*out, *about]), None), tuple(records))
