"""Meetings stand in the calendar feed of whoever is asked to them."""

import pytest
from django.utils import timezone

from tolok.outreach.meetings.days import meetings_of
from tolok.outreach.meetings.testing import make_guest, make_meeting
from tolok.outreach.models import Meeting
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.reminders.calendars import events_for, reader_of

pytestmark = pytest.mark.django_db


def days_of(person):
    return [event.uid for event in meetings_of(reader_of(person))]


def test_a_guest_has_the_meeting_once_the_letter_went_and_until_it_is_cancelled():
    meeting, guest = make_meeting(days=3), make_user(Role.PPK)
    make_guest(meeting, user=guest)
    assert days_of(guest) == []

    Meeting.objects.update(invited_at=timezone.now())

    (event,) = (one for one in events_for(guest) if one.uid.startswith("rapat"))
    assert (event.first, event.last) == (meeting.day, meeting.day)
    assert event.title == f"TA {meeting.year}: sosialisasi, pukul {meeting.clock}"
    Meeting.objects.update(cancelled_at=timezone.now(), cancel_reason="ditunda")
    assert days_of(guest) == []


def test_who_leads_it_has_it_at_once_and_who_is_not_asked_does_not():
    leader, stranger = make_user(Role.KETUA_TIM), make_user(Role.POKJA)
    meeting = make_meeting(chair=leader.offices.get())

    assert days_of(leader) == [f"rapat-{meeting.pk}@tolok"]
    assert days_of(stranger) == []
