"""The five papers: what they say follows from what is recorded."""

import pytest

from tolok.archive.testing import make_paper
from tolok.core.problem import RefusedError
from tolok.documents.catalogue import document
from tolok.documents.facts import facts_from_json
from tolok.documents.render import render
from tolok.documents.text import text_of
from tolok.outreach.meetings.actions import (
    Point,
    Promise,
    Record,
    draft_meeting_paper,
    prefill_guests,
    save_agenda,
    save_minutes,
)
from tolok.outreach.meetings.kept import papers_of
from tolok.outreach.meetings.testing import make_guest, make_held_meeting, make_meeting
from tolok.outreach.models import Audience, Meeting
from tolok.planning.testing import make_plan

pytestmark = pytest.mark.django_db


def written(meeting):
    """Its minutes, with a point, a decision and a promise."""
    save_agenda(meeting, [Point("Praktik F4", "09.15", "Tim Pengumpul")], actor=meeting.made_by)
    item = meeting.agenda.get()
    said = {item.pk: {"presented": "Setiap unit mengisi satu paket.", "remarks": "Bappeda: jelas"}}
    promise = Promise("Mengirim bahan", "Tim Pengumpul")
    save_minutes(meeting, Record({"decisions": "Jadwal."}, said, (promise,)), actor=meeting.made_by)
    return Meeting.objects.get(pk=meeting.pk)


def facts(meeting, code):
    return draft_meeting_paper(meeting, code, actor=meeting.made_by).facts


def words_of(paper):
    known = document(paper.document)
    return text_of(render(known, facts_from_json(known, paper.facts), known.formats[0]))


def refused(meeting, code):
    with pytest.raises(RefusedError) as refusal:
        draft_meeting_paper(meeting, code, actor=meeting.made_by)
    return {problem.rule for problem in refusal.value.problems}


def test_the_letter_lists_whom_it_asks_and_what_they_bring():
    meeting = make_meeting(
        audiences=(Audience.RESPONSIBLE,), requests="membawa laptop\nmempelajari formulir F4"
    )
    make_guest(meeting, "", unit="Bappeda", seats=2)
    save_agenda(meeting, [Point("Pembukaan", "09.00")], actor=meeting.made_by)

    said = facts(meeting, "UNDANGAN")

    assert said["requests"] == ["membawa laptop; dan", "mempelajari formulir F4."]
    assert said["recipients"][-1].startswith("Penanggung jawab kinerja")
    assert said["invitees"] == [
        {"unit": "Bappeda", "person": "Penanggung Jawab Kinerja", "seats": 2}
    ]
    assert [one["topic"] for one in said["programme"]] == ["Pembukaan"]


def test_the_list_is_blank_before_the_meeting_and_has_times_after():
    before = make_meeting()
    make_guest(before, "", unit="Bappeda", seats=2)
    after = make_held_meeting()

    blank, timed = facts(before, "HADIR"), facts(after, "HADIR")

    assert [one["attends"] for one in blank["guests"]] == ["", ""]
    assert blank["blank_rows"] > 0
    assert timed["guests"][0]["came"].endswith("WIB")
    assert timed["blank_rows"] == 0


def test_the_blank_list_and_the_list_with_times_are_two_papers():
    meeting = make_meeting()
    make_guest(meeting)
    blank = draft_meeting_paper(meeting, "HADIR", actor=meeting.made_by)
    meeting.guests.update(attends="hadir")
    Meeting.objects.filter(pk=meeting.pk).update(held_at=meeting.made_at)

    timed = draft_meeting_paper(Meeting.objects.get(pk=meeting.pk), "HADIR", actor=meeting.made_by)

    assert blank != timed
    assert list(papers_of(meeting).order_by("pk")) == [blank, timed]
    assert {paper.period for paper in (blank, timed)} == {""}  # the matrix shows no other


def test_the_minutes_and_the_report_tell_what_was_said_and_agreed():
    meeting = written(make_held_meeting())

    minutes = words_of(draft_meeting_paper(meeting, "NOTULA", actor=meeting.made_by))
    report = facts(meeting, "LAP-SOSIALISASI")

    assert "Setiap unit mengisi satu paket." in minutes
    assert "Bappeda" in minutes
    assert report["presence"] == [
        {"unit": "Dinas Kesehatan", "invited": 1, "present": 1, "remark": ""}
    ]
    assert report["follow_ups"][0]["task"] == "Mengirim bahan"
    assert report["test_before"] == {"missing": "tidak diukur"}


def test_the_report_on_a_workshop_proposes_what_the_plan_says():
    version = make_plan()
    meeting = make_held_meeting(version.agency, kind=Meeting.Kind.WORKSHOP)
    meeting = written(meeting)

    said = facts(meeting, "LAP-LOKAKARYA")

    assert len(said["goals"]) == 1
    assert {one["target"] for one in said["proposals"]} == {"85"}
    assert said["functions"] == ["Dinas Kesehatan"]


def test_a_promise_nobody_made_is_put_right_before_the_minutes():
    meeting = make_held_meeting()
    nobody = Record({"decisions": "Jadwal."}, {}, (Promise("Mengirim bahan", ""),))
    save_minutes(meeting, nobody, actor=meeting.made_by)

    assert refused(meeting, "NOTULA") == {"RP-19"}


def test_papers_have_their_time():
    nobody = make_meeting()
    asked = make_meeting()
    prefill_guests(asked, actor=asked.made_by)
    held = make_held_meeting()

    assert refused(nobody, "UNDANGAN") == {"RP-18"}
    assert refused(asked, "NOTULA") == {"RP-18"}
    assert refused(held, "LAP-SOSIALISASI") == {"RP-18"}  # nobody wrote what was decided
    assert refused(held, "LAP-LOKAKARYA") == {"RP-18"}


def test_a_paper_leads_back_to_where_it_was_drafted(client):
    meeting = make_meeting()
    client.force_login(meeting.made_by)
    recorded = make_paper("HADIR", agency=meeting.agency, subject=f"{meeting.subject}-hadir")
    gone = make_paper("HADIR", agency=meeting.agency, subject="rapat-999")

    pages = [client.get(one.get_absolute_url()).content.decode() for one in (recorded, gone)]

    assert f'disusun dari <a href="{meeting.get_absolute_url()}">' in pages[0]
    assert "disusun dari" not in pages[1]
