"""Meetings in a person's calendar feed; `reminders.calendars` asks."""

from collections.abc import Iterator

from django.db.models import Q

from tolok.core.feed import DayEvent
from tolok.messages.links import link_to
from tolok.outreach.models import Meeting
from tolok.reminders.calendars import STAYS, Reader


def meetings_of(reader: Reader) -> Iterator[DayEvent]:
    """Those one is asked to by a letter that went, and those one leads or writes down.

    By kind and clock; what somebody called the meeting may name a person (T36).
    """
    person = reader.person
    mine = Q(guests__user=person, invited_at__isnull=False)
    mine |= Q(chair__user=person) | Q(minute_taker__user=person)
    rows = Meeting.objects.counting().filter(
        mine, agency__in=reader.roles, day__gte=reader.today - STAYS
    )
    for meeting in rows.select_related("agency").distinct():
        kind = f"{meeting.get_kind_display().lower()}, pukul {meeting.clock}"
        yield DayEvent(
            uid=f"rapat-{meeting.pk}@tolok",
            title=f"TA {meeting.year}: {reader.where(meeting.agency)}{kind}",
            first=meeting.day,
            last=meeting.day,
            link=link_to(meeting.get_absolute_url()),
        )
