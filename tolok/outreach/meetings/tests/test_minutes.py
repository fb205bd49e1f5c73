"""Agenda and minutes, and two who write at once; what was handed out."""

from datetime import date

import pytest

from tolok.archive.models import Paper
from tolok.archive.testing import make_paper
from tolok.core.problem import RefusedError
from tolok.outreach.meetings.actions import (
    Point,
    Promise,
    Record,
    add_file,
    add_paper,
    remove_material,
    save_agenda,
    save_minutes,
)
from tolok.outreach.meetings.actions.minutes import state_of
from tolok.outreach.meetings.testing import make_meeting
from tolok.scans.examine import Scan

pytestmark = pytest.mark.django_db


def record(**texts):
    return Record(texts, {}, (Promise("Mengirim panduan", "Tim Pengumpul", date(2026, 1, 30)),))


def test_what_was_said_stays_with_its_point_when_the_programme_is_put_in_order():
    meeting = make_meeting()
    save_agenda(meeting, [Point("Pembukaan"), Point("Tanya jawab")], actor=meeting.made_by)
    asked = meeting.agenda.get(topic="Tanya jawab")
    said = {asked.pk: {"presented": "Dua pertanyaan."}}
    save_minutes(meeting, Record({}, said), actor=meeting.made_by)

    save_agenda(meeting, [Point("Tanya jawab", "11.00"), Point("Pembukaan")], actor=meeting.made_by)

    assert [one.topic for one in meeting.agenda.all()] == ["Tanya jawab", "Pembukaan"]
    assert meeting.agenda.get(topic="Tanya jawab").presented == "Dua pertanyaan."


def test_minutes_are_kept_with_who_does_what():
    meeting = make_meeting()

    save_minutes(meeting, record(decisions="Jadwal disepakati."), actor=meeting.made_by)
    meeting.minutes.refresh_from_db()

    assert meeting.minutes.decisions == "Jadwal disepakati."
    assert meeting.minutes.saved_by == meeting.made_by
    assert meeting.follow_ups.get().owner == "Tim Pengumpul"


def test_what_a_colleague_saved_meanwhile_is_not_written_over():
    meeting = make_meeting()
    seen = state_of(meeting)
    save_minutes(meeting, record(decisions="Yang pertama."), seen=seen, actor=meeting.made_by)

    with pytest.raises(RefusedError) as refused:
        save_minutes(meeting, record(decisions="Yang kedua."), seen=seen, actor=meeting.made_by)
    meeting.minutes.refresh_from_db()

    assert refused.value.problems[0].rule == "RP-17"
    assert meeting.minutes.decisions == "Yang pertama."


def a_file(**fields):
    usual = {"name": "bahan.pdf", "sha256": "a" * 64, "size": 9, "content_type": "application/pdf"}
    return Scan(**usual | fields)


def test_material_is_a_file_or_a_paper_that_is_out():
    meeting = make_meeting()
    plan = make_paper("F3", Paper.Status.ISSUED, agency=meeting.agency, year=meeting.year)

    file = add_file(meeting, a_file(), title="Panduan F4", actor=meeting.made_by)
    twice = [add_paper(meeting, plan, actor=meeting.made_by) for _ in range(2)]
    remove_material(file, actor=meeting.made_by)

    assert list(meeting.materials.all()) == [twice[0]]


def test_a_photo_is_a_picture_and_a_draft_is_no_material():
    meeting = make_meeting()
    draft = make_paper("F3", agency=meeting.agency, year=meeting.year)

    for act in (
        lambda: add_file(meeting, a_file(), is_photo=True, actor=meeting.made_by),
        lambda: add_paper(meeting, draft, actor=meeting.made_by),
    ):
        with pytest.raises(RefusedError) as refused:
            act()
        assert refused.value.problems[0].rule == "RP-16"
