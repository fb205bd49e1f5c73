"""Papers with their archive data, as lists show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tolok.archive.keeping.actions.disposal import may_not_go
from tolok.archive.keeping.classes import Schedule, retention_of
from tolok.archive.models import Keeping, Paper
from tolok.core.retention import Retention


@dataclass(frozen=True)
class Row:
    """One paper of the list."""

    paper: Paper
    keeping: Keeping
    retention: Retention | None
    stage: str  # "" without a schedule
    may_go: bool


def rows_of(papers: Iterable[Paper], schedule: Schedule, today: date) -> list[Row]:
    """Papers read with `select_related("keeping__retention_class")`."""
    return [_row(paper, schedule.keeping_of(paper), today) for paper in papers]


def _row(paper: Paper, keeping: Keeping, today: date) -> Row:
    kept = retention_of(keeping)
    stage = kept.stage(today).value if kept else ""
    return Row(paper, keeping, kept, stage, may_not_go(paper, keeping, today) is None)
