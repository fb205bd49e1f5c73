"""Who came, ticked by the minute-taker; and saying that the meeting took place."""

import pytest

from tolok.archive.models import Paper
from tolok.archive.testing import make_paper
from tolok.core.problem import RefusedError
from tolok.outreach.meetings.actions import (
    Asked,
    Noted,
    add_guest_present,
    hold_meeting,
    note_attendance,
    reopen_meeting,
)
from tolok.outreach.meetings.testing import make_guest, make_held_meeting, make_meeting
from tolok.outreach.models import Guest, Meeting

pytestmark = pytest.mark.django_db
PRESENT = Noted(Guest.Attends.PRESENT)


def refused(act, *args, **kwargs):
    with pytest.raises(RefusedError) as refusal:
        act(*args, **kwargs)
    return {problem.rule for problem in refusal.value.problems}


def note(meeting, guest, noted=PRESENT):
    return note_attendance(meeting, {guest.pk: noted}, actor=meeting.made_by)


def test_a_tick_is_kept_with_its_time_and_taken_back():
    meeting = make_meeting()
    guest = make_guest(meeting)

    note(meeting, guest)
    guest.refresh_from_db()
    came = guest.came_at
    note(meeting, guest, Noted(Guest.Attends.NOT_NOTED))
    guest.refresh_from_db()

    assert came is not None
    assert (guest.attends, guest.came_at, guest.way) == ("", None, "")


def test_whom_a_unit_sent_gets_a_name():
    meeting = make_meeting()
    delegate = make_guest(meeting, "", unit="Bappeda")

    without = refused(note, meeting, delegate)
    note(meeting, delegate, Noted(Guest.Attends.PRESENT, "Ani Contoh"))
    delegate.refresh_from_db()

    assert without == {"RP-13"}
    assert str(delegate) == "Ani Contoh"


def test_a_delegate_who_is_on_the_list_already_is_not_written_twice():
    meeting = make_meeting()
    make_guest(meeting, "Ani Contoh", unit="Bappeda")
    delegate = make_guest(meeting, "", unit="Bappeda")

    assert refused(note, meeting, delegate, Noted(Guest.Attends.PRESENT, "Ani Contoh")) == {"RP-07"}


def test_attendance_is_not_noted_before_the_day():
    meeting = make_meeting(days=1)

    assert refused(note, meeting, make_guest(meeting)) == {"RP-13"}


def test_who_comes_unasked_is_added_and_who_is_asked_is_found():
    meeting = make_meeting()
    known = make_guest(meeting, "Hanimora Seludawe")

    found = add_guest_present(
        meeting, Asked("Hanimora Seludawe", unit="Dinas Kesehatan"), actor=meeting.made_by
    )
    new = add_guest_present(meeting, Asked("Ani Contoh", unit="Bappeda"), actor=meeting.made_by)

    assert found == known
    assert not new.is_invited


def test_who_was_not_noted_was_absent():
    meeting = make_meeting()
    absent = make_guest(meeting, "Ani Contoh")
    note(meeting, make_guest(meeting))

    hold_meeting(meeting, actor=meeting.made_by)
    absent.refresh_from_db()

    assert absent.attends == Guest.Attends.ABSENT
    assert Meeting.objects.with_standing().get(pk=meeting.pk).standing == "held"


def test_nobody_there_or_a_day_to_come_is_no_meeting():
    empty, tomorrow = make_meeting(), make_meeting(days=1)

    assert refused(hold_meeting, empty, actor=empty.made_by) == {"RP-14"}
    assert refused(hold_meeting, tomorrow, actor=tomorrow.made_by) == {"RP-14"}


def test_the_signed_list_is_attendance_enough():
    meeting = make_meeting()
    make_paper(
        "HADIR", Paper.Status.SIGNED, agency=meeting.agency, year=meeting.year,
        subject=meeting.subject,
    )  # fmt: skip

    assert hold_meeting(meeting, actor=meeting.made_by).held_at


@pytest.mark.both_databases
def test_a_meeting_held_by_mistake_is_taken_back_until_it_was_reported():
    meeting = make_held_meeting()
    reopen_meeting(meeting, actor=meeting.made_by)
    reported = make_held_meeting()
    make_paper(
        "LAP-SOSIALISASI", Paper.Status.ISSUED, agency=reported.agency, year=reported.year,
        subject=reported.subject,
    )  # fmt: skip

    assert Meeting.objects.get(pk=meeting.pk).held_at is None
    assert refused(reopen_meeting, reported, actor=reported.made_by) == {"RP-15"}
    assert Meeting.objects.with_standing().get(pk=reported.pk).standing == "reported"
