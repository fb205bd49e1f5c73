"""The clock of a journey: actions ask `django.utils.timezone` what time it is, and nothing else,
so a year can be walked through in seconds by moving the answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from tolok.core.calendar import WorkCalendar
from tolok.core.zones import Zone


@dataclass
class Clock:
    """What time it is on the journey; it stands still until it is moved, and only goes forward."""

    zone: Zone
    moment: datetime

    def now(self) -> datetime:
        return self.moment

    @property
    def today(self) -> date:
        return self.zone.day_of(self.moment)

    def later(self, **span: int) -> None:
        """Some minutes or hours on: `clock.later(minutes=20)`."""
        self.moment += timedelta(**span)

    def go_to(self, day: date, hour: int = 9) -> None:
        """To a morning; where that has passed already, half an hour on instead."""
        morning = datetime.combine(day, time(hour), self.zone.tz)
        self.moment = max(morning, self.moment + timedelta(minutes=30))

    def go_on(self, days: int, calendar: WorkCalendar) -> None:
        """So many working days on."""
        self.go_to(calendar.add_working_days(self.today, days))


@contextmanager
def moving(zone: Zone, first_day: date) -> Iterator[Clock]:
    """A clock that everything goes by until the block ends, also after a failure."""
    clock = Clock(zone, datetime.combine(first_day, time(8), zone.tz))
    real = timezone.now
    timezone.now = clock.now
    try:
        yield clock
    finally:
        timezone.now = real
