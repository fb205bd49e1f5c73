"""When inviting and socialisation are done, and one session that serves several steps."""

import pytest

from tolok.archive.models import Paper
from tolok.archive.testing import make_paper
from tolok.core.problem import RefusedError
from tolok.messages.models import Message
from tolok.organisation.testing import make_agency
from tolok.outreach.meetings.actions import (
    Noted,
    Record,
    cancel_meeting,
    complete_served,
    hold_meeting,
    mark_sent,
    note_attendance,
    save_minutes,
)
from tolok.outreach.meetings.audiences import audience_of, audiences_of
from tolok.outreach.meetings.testing import YEAR, make_guest, make_meeting
from tolok.outreach.models import Audience, Guest, Meeting
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.workflow.actions import open_points
from tolok.workflow.loading import shipped
from tolok.workflow.models import Task
from tolok.workflow.testing import make_run, task_at

pytestmark = pytest.mark.django_db
KALTIM = (Audience.COLLECTORS, Audience.PROCESSORS, Audience.RESPONDENTS)


def run_at(step, sop):
    return make_run(make_agency(), YEAR, at=step, sop=sop)


def out(meeting, code):
    return make_paper(
        code, Paper.Status.ISSUED, agency=meeting.agency, year=meeting.year,
        subject=meeting.subject,
    )  # fmt: skip


def held(meeting):
    guest = make_guest(meeting)
    note_attendance(meeting, {guest.pk: Noted(Guest.Attends.PRESENT)}, actor=meeting.made_by)
    return hold_meeting(meeting, actor=meeting.made_by)


def rules(task):
    return {point.rule for point in open_points(task)} - {"TG-05"}


@pytest.mark.parametrize(
    ("sop", "step", "audience"),
    [
        ("kaltim-2024", "KT2", Audience.COLLECTORS),
        ("kaltim-2024", "KT3", Audience.PROCESSORS),
        ("kaltim-2024", "KT4.i", Audience.RESPONDENTS),
        ("jayawijaya-2020", "JW8", Audience.RESPONSIBLE),
        ("jayawijaya-2020", "JW9", Audience.RESPONSIBLE),
    ],
)
def test_each_step_has_its_audience(sop, step, audience):
    definition = shipped(sop)

    assert audience_of(definition.step(step)) == audience
    assert audience in audiences_of(definition)


def test_a_letter_is_sent_only_once_it_is_out():
    meeting = make_meeting()

    with pytest.raises(RefusedError) as refused:
        mark_sent(meeting, channel="WhatsApp", actor=meeting.made_by)

    assert refused.value.problems[0].rule == "RP-08"


def test_sending_the_letter_completes_the_step_that_asks_for_it():
    run = run_at("JW8", "jayawijaya-2020")
    task = task_at(run, "JW8")
    nothing = rules(task)
    meeting = make_meeting(run.agency, audiences=(Audience.RESPONSIBLE,))
    not_out = rules(task)
    letter = out(meeting, "UNDANGAN")
    not_sent = rules(task)

    mark_sent(meeting, channel="WhatsApp", actor=meeting.made_by)
    task.refresh_from_db()

    assert nothing == {"RP-21"}
    assert not_out == not_sent == {"RP-20"}
    assert task.status == Task.Status.DONE
    assert task.items.get(name__startswith="Surat Undangan").paper == letter


def test_guests_who_sign_in_hear_of_the_letter_once_and_of_the_end():
    meeting = make_meeting()
    asked = make_user(Role.TIM_PENGUMPUL, meeting.agency)
    make_guest(meeting, asked.name, user=asked)
    make_guest(meeting, "Hanimora Seludawe")
    make_guest(meeting, meeting.made_by.name, user=meeting.made_by)
    out(meeting, "UNDANGAN")

    for _ in range(2):
        mark_sent(meeting, channel="WhatsApp", actor=meeting.made_by)
    cancel_meeting(meeting, reason="Aula dipakai.", actor=meeting.made_by)

    told = Message.objects.filter(path=meeting.get_absolute_url())
    assert [one.title.partition(":")[0] for one in told.order_by("pk")] == [
        "Undangan", "Dibatalkan"
    ]  # fmt: skip
    assert {one.recipient for one in told} == {asked}


def test_one_session_serves_all_steps_of_its_audiences():
    run = run_at("KT2", "kaltim-2024")
    meeting = make_meeting(run.agency, audiences=KALTIM)
    plan = make_paper("F3", Paper.Status.ISSUED, agency=run.agency, year=YEAR)
    save_minutes(meeting, Record({"decisions": "Disepakati."}, {}), actor=meeting.made_by)
    task = task_at(run, "KT2")
    before = rules(task)

    held(meeting)
    done = complete_served(meeting, actor=meeting.made_by)

    assert before == {"RP-21"}
    assert {one.step for one in done} == {"KT2", "KT3", "KT4.i"}
    assert done[0].items.needed().get().paper == plan


def test_jayawijaya_waits_for_the_report():
    run = run_at("JW9", "jayawijaya-2020")
    meeting = held(make_meeting(run.agency, audiences=(Audience.RESPONSIBLE,)))
    save_minutes(meeting, Record({"decisions": "Disepakati."}, {}), actor=meeting.made_by)
    task = task_at(run, "JW9")

    unreported = rules(task)
    out(meeting, "LAP-SOSIALISASI")

    assert unreported == {"RP-21"}
    assert rules(task) == set()


def test_a_session_for_others_or_one_called_off_does_not_count():
    run = run_at("KT2", "kaltim-2024")
    task = task_at(run, "KT2")
    others = held(make_meeting(run.agency, audiences=(Audience.RESPONDENTS,)))
    save_minutes(others, Record({"decisions": "Disepakati."}, {}), actor=others.made_by)
    gone = make_meeting(run.agency)
    Meeting.objects.filter(pk=gone.pk).update(cancelled_at=gone.made_at, cancel_reason="Batal.")

    assert rules(task) == {"RP-21"}


def test_who_may_not_do_a_step_completes_none():
    run = run_at("KT2", "kaltim-2024")
    meeting = held(make_meeting(run.agency))
    save_minutes(meeting, Record({"decisions": "Disepakati."}, {}), actor=meeting.made_by)

    done = complete_served(meeting, actor=make_user(Role.PPK, run.agency))

    assert done == ()
