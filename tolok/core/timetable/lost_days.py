"""Days that holidays take from a term, and the days on which it would do better."""

from datetime import date, timedelta
from typing import Final

from tolok.core.durations import DayType, Duration, Span
from tolok.core.timetable.layout import ONE_DAY, Planned, YearFrame

_SHORT: Final = 10  # days; the SOPs' presentations and introductions
_TOO_MANY: Final = 3  # a third of a short step's days lost to holidays
_AHEAD: Final = timedelta(days=60)  # how far a better day is looked for


def is_short(one: Planned, frame: YearFrame) -> bool:
    """Working days lose nothing to a holiday; the term grows by it."""
    span = one.step.duration
    fixed = one.step.window or one.step.due_on
    return bool(
        span
        and not fixed
        and frame.days is DayType.CALENDAR
        and span.span is Span.DAYS
        and span.amount <= _SHORT
    )


def lost_days(first: date | None, last: date | None, frame: YearFrame) -> list[date]:
    """Holidays that are not on a weekend anyway."""
    if first is None or last is None:
        return []
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    weekend = frame.holidays.weekend
    return [day for day in days if day.weekday() not in weekend and frame.holidays.holiday(day)]


def too_many(lost: list[date], duration: Duration | None) -> bool:
    return duration is not None and len(lost) * _TOO_MANY >= duration.amount


def better_start(one: Planned, frame: YearFrame) -> date | None:
    """The next working day from which the step meets few enough holidays."""
    if one.starts is None or one.step.duration is None:
        return None
    day = one.starts
    while day <= one.starts + _AHEAD:
        day = frame.holidays.add_working_days(day, 1)
        last = frame.due(day, one.step.duration)
        if not too_many(lost_days(day, last, frame), one.step.duration):
            return day
    return None


def latest_start(duration: Duration, frame: YearFrame) -> date:
    day = frame.ends_on
    while frame.due(day, duration) > frame.ends_on:
        day -= ONE_DAY
    return day
