"""How far an indicator has come towards its target (*capaian*), and the word for it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from tolok.core.numbers import format_number, round_half_up
from tolok.core.problem import Problem

_HUNDRED: Final = Decimal(100)


class Direction(StrEnum):
    """Which way is better (*arah pengukuran*, *polaritas*)."""

    MAXIMISE = "maximize"
    MINIMISE = "minimize"
    RANGE = "stabilize"  # inside the range is right, off it on either side is not


@dataclass(frozen=True, slots=True)
class Target:
    """One number, or a range from low to high."""

    low: Decimal
    high: Decimal

    @classmethod
    def of(cls, value: Decimal) -> "Target":
        return cls(value, value)

    def nearest(self, actual: Decimal) -> Decimal | None:
        """The bound an actual outside the range is measured against; None inside it."""
        if self.low <= actual <= self.high and self.low != self.high:
            return None
        return self.low if actual < self.low else self.high


@dataclass(frozen=True, slots=True)
class Cap:
    """Achievement is cut to these percentages, so that one success cannot hide failures."""

    lowest: Decimal = Decimal(0)
    highest: Decimal = Decimal(120)


def achievement(
    actual: Decimal | None, target: Target | None, direction: Direction, *, cap: Cap = Cap()
) -> Decimal | Problem:
    """Achievement in percent, two decimals (Permenpan-RB 8/2021, domain rules 4.3).

    More is better: actual / target. Less is better: 1 + (1 - actual / target). Inside a target
    range it is 100; above the range its upper bound counts, below it its lower bound. In a
    RANGE to be kept, being above counts like "less is better" and being below like "more".
    """
    if actual is None:
        return _no_actual()
    if target is None:
        return _no_target()
    if target.low <= 0:
        return _target_not_positive(target)
    percent = _percent(actual, target, direction)
    return round_half_up(min(max(percent, cap.lowest), cap.highest))


def _percent(actual: Decimal, target: Target, direction: Direction) -> Decimal:
    bound = target.nearest(actual)
    if bound is None:
        return _HUNDRED
    share = _HUNDRED * actual / bound
    less_is_better = direction is Direction.MINIMISE or (
        direction is Direction.RANGE and actual > target.high
    )
    return 2 * _HUNDRED - share if less_is_better else share


class Status(StrEnum):
    """The words of domain rules 4.4."""

    ACHIEVED = "Tercapai"
    NEAR = "Mendekati"
    NOT_ACHIEVED = "Belum tercapai"
    NO_DATA = "Belum ada data"
    OVERDUE = "Waktu terlampaui"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which percentage a status holds; the unit's own choice, kept with the year."""

    achieved: Decimal = Decimal(100)
    near: Decimal = Decimal(80)


def status(
    percent: Decimal | Problem | None, *, closed: bool, thresholds: Thresholds = Thresholds()
) -> Status:
    """What to call an achievement; `closed` says that the indicator's period is over."""
    if not isinstance(percent, Decimal):
        return Status.NO_DATA
    if percent >= thresholds.achieved:
        return Status.ACHIEVED
    if closed:
        return Status.OVERDUE
    return Status.NEAR if percent >= thresholds.near else Status.NOT_ACHIEVED


def _no_actual() -> Problem:
    """A-01: no value means no achievement; it is never taken for zero."""
    return Problem("A-01", "realisasi", "Capaian belum dapat dihitung: realisasi belum ada.")


def _no_target() -> Problem:
    """A-02: without a target nothing can be achieved or missed."""
    return Problem(
        "A-02", "target", "Capaian belum dapat dihitung: target belum ada. Isi targetnya dahulu."
    )


def _target_not_positive(target: Target) -> Problem:
    """A-03: a share of zero does not exist; a target of zero is met or missed, not measured."""
    return Problem(
        "A-03",
        "target",
        f"Capaian tidak dapat dihitung: target {format_number(target.low)} tidak di atas nol. "
        "Ubah targetnya, atau nilai indikator ini tanpa persentase.",
    )
