"""When somebody is told of a task: as it comes, before it is due, on the day, after, and who else.

    distance = working_distance(clock)                # -3, 0, 2: working days from the due day
    mark = newest_mark(distance, policy, rung=0)      # the occasion that has come by today
    notice_due(clock, policy, rung=0, last=None)      # what is told today, if anything

A *mark* is an occasion, in working days from the due day: -3, -1, 0, 2, 4, and ARRIVED before all
of them. What was told is remembered by its mark, so that asking again tells nothing again.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from tolok.core.calendar import WorkCalendar
from tolok.core.zones import Zone

DIGEST_HOUR: Final = 7  # on the unit's clock
ARRIVED: Final = -1000  # the mark of a task that has come and is not due soon
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Policy:
    """How often an agency wants to be told; ours where it says nothing."""

    before: tuple[int, ...] = (3, 1)  # working days before the due day
    late_every: int = 2  # working days after it; 0: not at all
    escalate_after: int = 3  # working days late before the next office is told; 0: never


@dataclass(frozen=True, slots=True)
class Clock:
    """A task that waits, seen on a day of the unit's own zone."""

    starts: date
    due: date | None  # none: its SOP gives it no time
    today: date
    calendar: WorkCalendar


@dataclass(frozen=True, slots=True)
class Notice:
    """What is told today."""

    rung: int  # 0: whose task it is; 1, 2, …: the offices above
    mark: int
    distance: int | None  # working days from the due day as of today, negative before it


def working_distance(clock: Clock) -> int | None:
    """0 on the due day, and on the last working day where the due day is none."""
    if clock.due is None:
        return None
    if clock.today > clock.due:
        return clock.calendar.working_days_between(clock.due, clock.today)
    return -clock.calendar.working_days_between(clock.today, clock.due)


def notice_due(clock: Clock, policy: Policy, *, rung: int, last: int | None) -> Notice | None:
    """PI-01: on a day on which the unit does not work, or before a task's first, nobody is told.

    `last` is the mark this person was told at last; none for one who was not told yet.

    PI-05: each occasion is told once, and of several that were missed (the server stood still,
    the task came late) only the newest.
    """
    if clock.today < clock.starts or not clock.calendar.is_working_day(clock.today):
        return None
    distance = working_distance(clock)
    mark = newest_mark(distance, policy, rung=rung)
    if mark is None or (last is not None and last >= mark):
        return None
    return Notice(rung, mark, distance)


def newest_mark(distance: int | None, policy: Policy, *, rung: int) -> int | None:
    """PI-02: whose task it is hears of it as it comes, some working days before it is due and then.

    PI-03: and then again and again while it is late.

    PI-04: the first office above hears of it once when it is late for so many working days, the
    second when it is late for twice as many.
    """
    if distance is None:
        return None if rung else ARRIVED
    if rung:
        mark = rung * policy.escalate_after
        return mark if 0 < mark <= distance else None
    marks = [-days for days in policy.before] + [0]
    if distance > 0 and policy.late_every:
        marks.append(distance - distance % policy.late_every)
    return max((mark for mark in marks if mark <= distance), default=ARRIVED)


def digest_moment(
    now: datetime, zone: Zone, calendar: WorkCalendar, *, last: date | None
) -> datetime:
    """PI-06: at most one digest a working day, at seven or as soon after it as there is something.

    `last` is the day of the newest digest that went or waits to go; none where there is none.
    """
    day = zone.day_of(now)
    if last is not None and day <= last:
        day = last + _ONE_DAY
    while not calendar.is_working_day(day):
        day += _ONE_DAY
    return max(now, datetime.combine(day, time(DIGEST_HOUR), zone.tz))
