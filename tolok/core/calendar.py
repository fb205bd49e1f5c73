"""Indonesian working days.

Public holidays and *cuti bersama* (the joint leave of civil servants) come from the library
`holidays`; a unit adds and removes days by its own list, because decrees change them late.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import Final

_SATURDAY_AND_SUNDAY: Final = frozenset({5, 6})
_DAYS_A_WEEK: Final = 7
_ONE_DAY: Final = timedelta(days=1)


@cache
def national_holidays(year: int) -> Mapping[date, str]:
    """Public holidays and *cuti bersama* of a year, with their Indonesian names.

    Days that follow the moon are estimates until the government decrees them; their names
    then end in "(perkiraan)". *Cuti bersama* is known for decreed years only.
    """
    from holidays.countries.indonesia import Indonesia  # noqa: PLC0415 - takes half a second

    listed = Indonesia(years=year, categories=("public", "government"), language="id")
    return MappingProxyType(dict(listed.items()))


@dataclass(frozen=True)
class WorkCalendar:
    """The days on which a unit works: the national list with the unit's own changes."""

    additions: Mapping[date, str] = field(default_factory=dict)  # further holidays, with names
    removals: frozenset[date] = frozenset()  # listed holidays that are worked after all
    weekend: frozenset[int] = _SATURDAY_AND_SUNDAY  # Monday is 0; {6} for a six-day week

    def __post_init__(self) -> None:
        if len(self.weekend) >= _DAYS_A_WEEK:
            raise ValueError("a week without a working day")

    def holiday(self, day: date) -> str | None:
        """The name of the holiday, for the page that explains a deadline; None on other days."""
        if name := self.additions.get(day):
            return name
        return None if day in self.removals else national_holidays(day.year).get(day)

    def is_working_day(self, day: date) -> bool:
        return day.weekday() not in self.weekend and self.holiday(day) is None

    def add_working_days(self, start: date, days: int) -> date:
        """The last day of a term in working days; the first one counted is the day after start.

        Zero gives the start itself, or the next working day where the start is none. Negative
        terms count backwards.
        """
        step = -_ONE_DAY if days < 0 else _ONE_DAY
        day = start
        while days == 0 and not self.is_working_day(day):
            day += step
        left = abs(days)
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after start up to and with end; negative when end lies before start."""
        if end < start:
            return -self.working_days_between(end, start)
        days = (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
        return sum(map(self.is_working_day, days))


def add_calendar_days(start: date, days: int) -> date:
    """The last day of a term in calendar days; the first one counted is the day after start."""
    return start + timedelta(days=days)
