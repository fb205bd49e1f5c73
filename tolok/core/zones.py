"""The three times of Indonesia; none of them knows summer time."""

from datetime import date, datetime, timedelta, timezone
from enum import StrEnum


class Zone(StrEnum):
    """The time a unit lives by; the value is its name in the IANA list."""

    WIB = "Asia/Jakarta"
    WITA = "Asia/Makassar"
    WIT = "Asia/Jayapura"

    @property
    def offset(self) -> timedelta:
        return timedelta(hours=_HOURS[self])

    @property
    def tz(self) -> timezone:
        """For aware moments: fixed, because the offsets are, and no file is needed."""
        return timezone(self.offset, self.name)

    @property
    def end_of_day(self) -> str:
        """Until when a last day lasts, as deadlines print it: 23.59 WITA."""
        return f"23.59 {self.name}"

    def day_of(self, moment: datetime) -> date:
        """The day it is in this zone; the moment must know its own offset."""
        if moment.tzinfo is None:
            raise ValueError("a moment without an offset is no moment")
        return moment.astimezone(self.tz).date()

    @classmethod
    def with_offset(cls, offset: timedelta) -> "Zone | None":
        return next((zone for zone in cls if zone.offset == offset), None)


_HOURS = {Zone.WIB: 7, Zone.WITA: 8, Zone.WIT: 9}
