"""When the data of a quarter are collected."""

from dataclasses import dataclass
from datetime import date, timedelta

from tolok.core.period.periods import Kind, Period


@dataclass(frozen=True, slots=True)
class Window:
    """The first and the last day on which something is to be done."""

    opens: date
    closes: date


def collection_window(of: Period, *, days: int = 30) -> Window:
    """When a quarter's data are collected: May, August, November, and January of the next year.

    Kaltim SOP, KT5: thirty days from the first of the month. The first three quarters wait
    one month before they are collected; the last one does not, so that the year can close.
    """
    if of.kind is not Kind.QUARTER:
        raise ValueError(f"{of.label} is collected by its quarters")
    last_of_year = of.number == Kind.QUARTER.per_year
    after = Period.containing(of.next.start, Kind.MONTH)
    opens = after.start if last_of_year else after.next.start
    return Window(opens, opens + timedelta(days=days - 1))
