"""How a value is told on pages: its figure, its interval, what it is made of, the year's course."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import Final, Protocol, TypeVar

from tolok.core.achievement import Direction
from tolok.core.indicator import Indicator
from tolok.core.numbers import format_number
from tolok.core.period import Kind
from tolok.core.period.periods import ROMAN
from tolok.measurement.made_of import made_of
from tolok.measurement.values import Value
from tolok.ui import plots

QUARTERS: Final = tuple(str(number) for number in range(1, Kind.QUARTER.per_year + 1))
QUARTER_NAMES: Final = tuple(f"TW {roman}" for roman in ROMAN)
PERCENT: Final = "%"
BETTER: Final = {
    Direction.MAXIMISE: "makin tinggi",
    Direction.MINIMISE: "makin rendah",
    Direction.RANGE: "dalam batas",
}
AREAS: Final = (
    "Ketepatan Waktu",
    "Penghematan Biaya",
    "Kualitas",
    "Tingkat Layanan",  # up to here the four every plan must have
    "Produk Dalam Negeri",
    "UMK-Koperasi",
    "Digitalisasi",
    "Tata Kelola",
)


class State(Enum):
    """How sure a value is: the shape of its word, the word, and what it means."""

    CERTAIN = ("ok", "Pasti", "semua fakta yang diperlukan sudah lengkap")
    OPEN = ("near", "Dalam rentang", "ada fakta yang belum lengkap atau dipersoalkan")
    EMPTY = ("not", "Belum terhitung", "data yang memenuhi syarat belum ada")
    NEEDS = ("none", "Perlu data lain", "tidak dihitung dari berkas SiRUP dan SPSE")

    def __init__(self, shape: str, word: str, means: str) -> None:
        self.shape = shape
        self.word = word
        self.means = means


@dataclass(frozen=True)
class Shown:
    """One indicator's value with what stands beside it."""

    indicator: Indicator
    value: Value
    quarters: Mapping[str, Value] = field(default_factory=dict)  # "1" to "4"
    before: Decimal | None = None  # the same indicator in the year before

    @property
    def code(self) -> str:
        return self.indicator.code

    @property
    def places(self) -> int:
        return self.indicator.decimals

    @property
    def better(self) -> str:
        return BETTER[self.indicator.direction]

    @cached_property
    def state(self) -> State:
        return state_of(self.value, self.indicator)

    @cached_property
    def interval(self) -> str:
        return interval_text(self.value, self.places)

    @cached_property
    def made_of(self) -> str:
        return made_of(self.value, self.indicator)

    @cached_property
    def reading(self) -> plots.Reading:
        return plots.Reading(
            self.value.value,
            self.value.lowest,
            self.value.highest,
            baseline=self.before,
            higher_is_better=self.indicator.direction is not Direction.MINIMISE,
        )

    @cached_property
    def plot(self) -> plots.Interval | None:
        """Percentages on one scale, so that rows compare; days and indices have none in common."""
        if self.value.value is None or self.indicator.unit != PERCENT:
            return None
        return plots.interval(self.reading, plots.PERCENT)

    @cached_property
    def spark(self) -> plots.Sparkline:
        course = [self.quarters.get(number) for number in QUARTERS]
        values = [value.value if value else None for value in course]
        points = list(zip(QUARTER_NAMES, values, strict=True))
        return plots.sparkline(points, places=self.places)

    @property
    def change(self) -> str:
        """Against the year before, in the words of the indicator's direction."""
        if self.before is None or self.value.value is None:
            return ""
        if self.before == self.value.value:
            return "tetap"
        if self.indicator.direction is Direction.RANGE:
            return "naik" if self.value.value > self.before else "turun"
        higher = self.value.value > self.before
        return "membaik" if higher == self.reading.higher_is_better else "memburuk"


def state_of(value: Value, indicator: Indicator) -> State:
    if indicator.formula is None:
        return State.NEEDS
    if value.value is None:
        return State.EMPTY
    return State.CERTAIN if value.lowest == value.highest == value.value else State.OPEN


def interval_text(value: Value, places: int) -> str:
    """86,7–88,8; "pasti" when nothing can move the value; a word where there is no bound."""  # noqa: RUF002
    if value.value is None:
        return ""
    if value.lowest is None or value.highest is None:
        return value.interval_reason.partition(":")[0]
    if value.lowest == value.highest:
        return "pasti"
    ends = [format_number(end, places) for end in (value.lowest, value.highest)]
    return "hampir pasti" if ends[0] == ends[1] else "\u2013".join(ends)


class HasIndicator(Protocol):
    @property
    def indicator(self) -> Indicator: ...


One = TypeVar("One", bound=HasIndicator)


def in_areas(ones: Iterable[One]) -> list[tuple[str, list[One]]]:
    """The measurement areas in the order of the SOP, each with its indicators."""
    areas: dict[str, list[One]] = {}
    for one in ones:
        areas.setdefault(one.indicator.area, []).append(one)
    known = {area: place for place, area in enumerate(AREAS)}
    return sorted(areas.items(), key=lambda pair: (known.get(pair[0], len(known)), pair[0]))
