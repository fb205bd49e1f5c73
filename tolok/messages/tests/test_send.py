"""Telling a person something: always in Tolok, once for each occasion."""

from datetime import datetime

import pytest
from django.utils import timezone

from tolok.core.zones import Zone
from tolok.messages.models import Choice, Delivery, Message
from tolok.messages.testing import make_email_channel, make_message, make_webhook_channel
from tolok.people.models import Role
from tolok.people.testing import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("moment")]
Kind, Rhythm = Message.Kind, Choice.Rhythm


def at(day, hour):
    return datetime(2025, 5, day, hour, tzinfo=Zone.WIB.tz)


def planned(person):
    return [one.not_before for one in Delivery.objects.filter(message__recipient=person)]


def test_without_channels_a_message_stands_in_tolok_alone(sari):
    message = make_message(sari)

    assert Message.objects.visible_to(sari).unread().get() == message
    assert not Delivery.objects.exists()


@pytest.mark.both_databases
def test_of_one_occasion_a_person_is_told_once(agency, sari):
    make_message(sari, key="tugas:1")

    with pytest.raises(ValueError, match="told before"):
        make_message(sari, key="tugas:1")

    assert Message.objects.count() == 1


def test_a_long_title_with_line_ends_becomes_one_line_that_fits(sari):
    message = make_message(sari, title="Paket\r\nBcc: x " + "panjang " * 60)

    assert message.title.startswith("Paket Bcc: x panjang")
    assert len(message.title) <= 300
    assert message.title.endswith("…")


@pytest.mark.parametrize(
    ("rhythm", "kind", "expected"),
    [
        (Rhythm.DAILY, Kind.NEWS, [at(20, 9)]),
        (Rhythm.AT_ONCE, Kind.NEWS, [at(20, 9)]),
        (Rhythm.OVERDUE, Kind.REMINDER, []),
        (Rhythm.OVERDUE, Kind.ESCALATION, [at(20, 9)]),
        (Rhythm.NEVER, Kind.OVERDUE, []),
    ],
)
def test_by_e_mail_comes_what_the_person_chose(agency, sari, rhythm, kind, expected):
    make_email_channel(agency)
    Choice.objects.create(person=sari, rhythm=rhythm)

    make_message(sari, kind=kind)

    assert planned(sari) == expected


def test_pi_06_after_todays_digest_the_next_goes_in_the_morning_of_the_next_working_day(
    agency, sari, moment
):
    make_email_channel(agency)
    moment(16)  # a Friday
    first = make_message(sari)
    first.deliveries.update(status=Delivery.Status.SENT, done_at=timezone.now())

    make_message(sari)
    moment(17)
    make_message(sari)

    assert planned(sari)[:2] == [at(19, 7), at(19, 7)]


def test_the_webhook_hears_once_of_what_several_are_told(agency, sari):
    make_webhook_channel(agency)

    make_message(sari, key="tugas:1")
    make_message(make_user(Role.KETUA_TIM, agency), key="tugas:1")

    assert Delivery.objects.count() == 1
