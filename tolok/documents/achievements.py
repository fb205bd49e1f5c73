"""Facts that all reports on indicators share: one indicator against its target, its status."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal, get_args

from tolok.documents.facts import Missing
from tolok.documents.parts import Picture

Status = Literal["Tercapai", "Mendekati", "Belum tercapai", "Belum ada data", "Waktu terlampaui"]
Direction = Literal["naik", "turun", "rentang"]

MARKS: Final[dict[Status, str]] = {
    "Tercapai": "●",
    "Mendekati": "▲",
    "Belum tercapai": "■",
    "Belum ada data": "○",
    "Waktu terlampaui": "▼",
}
"""A shape beside the word, so that nothing hangs on colour."""

TINTS: Final[dict[Status, str]] = {
    "Tercapai": "DCEFE3",
    "Mendekati": "FBEFCB",
    "Belum tercapai": "F6D9D6",
    "Belum ada data": "EEEEEE",
    "Waktu terlampaui": "E3D9EC",
}


@dataclass(frozen=True)
class StatusWords:
    """What a paper shows of a status: its word, shape and tint."""

    status: Status

    @property
    def marked(self) -> str:
        return f"{MARKS[self.status]} {self.status}"

    @property
    def tint(self) -> str:
        return TINTS[self.status]


@dataclass(frozen=True)
class Count(StatusWords):
    """How many indicators have a status."""

    number: int


@dataclass(frozen=True)
class Reading(StatusWords):
    """A value, what it is worth against its target, and the word for that."""

    actual: Decimal | Missing
    achievement: Decimal | Missing  # percent, cut to the scale's bounds


@dataclass(frozen=True)
class Achievement(Reading):
    """One indicator against its target."""

    code: str
    name: str
    unit: str  # "%", "hari"
    direction: Direction
    baseline: Decimal | Missing
    target: Decimal | Missing
    target_upper: Decimal | None  # where the target is a range
    uncorrected: Decimal | None  # the value without the corrections, where there are any
    lowest: Decimal | None  # disputed facts: between which values the true one lies
    highest: Decimal | None
    trend: Picture | None

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why numbers are missing; what follows from a missing number is not said again."""
        inputs = (self.baseline, self.target, self.actual)
        found = [value.reason for value in inputs if isinstance(value, Missing)]
        if not isinstance(self.achievement, Missing) or (Missing in map(type, inputs[1:])):
            return tuple(dict.fromkeys(found))
        return tuple(dict.fromkeys([*found, self.achievement.reason]))


@dataclass(frozen=True)
class Scale:
    """From which percentage a status holds; stored with the year."""

    reached: Decimal
    near: Decimal
    cap: Decimal


@dataclass(frozen=True)
class AsOf:
    """Up to when the facts count, and when they were taken."""

    year: int
    period: str  # "s.d. TW III"
    standing: str  # "sementara, belum disetujui"
    data_date: date
    data_time: str  # "23.59 WIB"


@dataclass(frozen=True)
class Position(AsOf):
    """The same, for values that stand beside those of an earlier year."""

    baseline_year: int


def counts(rows: Iterable[StatusWords]) -> tuple[Count, ...]:
    """How many rows have each status; "Waktu terlampaui" only where there are any."""
    found = [row.status for row in rows]
    numbers = {status: found.count(status) for status in get_args(Status)}
    return tuple(
        Count(status, number)
        for status, number in numbers.items()
        if number or status != "Waktu terlampaui"
    )


# --- What reports say about the values


@dataclass(frozen=True)
class Correction:
    """A value before and after a correction of its data, and who decided on what grounds."""

    code: str
    name: str
    what: str  # "Satu paket tercatat gagal, padahal selesai"
    reason: str
    evidence: str
    decided_by: str
    decided: date
    before: Reading
    after: Reading


@dataclass(frozen=True)
class Explanation:
    """Why an indicator stands where it stands, and what is done about it."""

    code: str
    name: str
    text: str
    follow_up: str  # "" where nothing has to be done


@dataclass(frozen=True)
class Recommendation:
    """What should be improved; it names its indicator and the cause it removes."""

    indicator: str  # "W3 Kontrak tepat waktu"
    cause: str
    text: str
    responsible: str
    due: date | None  # None until it is agreed
    measure: str  # by what one sees that it worked


@dataclass(frozen=True)
class Activity:
    """What the team did in the period."""

    name: str
    when: str  # "1–30 November 2026"
    result: str
