"""Reminders, escalation and their end; each occasion once, to whoever is in office."""

from datetime import date

import pytest
from django.utils import timezone

from tolok.core.reminding import ARRIVED
from tolok.cycle.testing import make_holiday
from tolok.messages.actions import Note, deliver, send
from tolok.messages.models import Delivery, Message
from tolok.messages.testing import make_email_channel, make_webhook_channel
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person, make_user
from tolok.reminders import jobs
from tolok.reminders.actions import plan_reminders, send_reminders
from tolok.reminders.models import Reminder
from tolok.reminders.recipients import rungs
from tolok.reminders.tests.conftest import due_on
from tolok.workflow.actions import return_task
from tolok.workflow.testing import do, make_run, task_at

pytestmark = pytest.mark.django_db
TODAY = date(2025, 5, 20)


def told(agency):
    """Who is told of what in a run, by first name of the address."""
    return [
        (str(one.person), one.kind, one.notice.mark) for one in send_reminders(agency).reminders
    ]


def test_the_officer_is_told_as_it_comes_before_on_and_after_the_day(agency, task, moment):
    marks = []

    for day in range(12, 27):
        moment(day)
        marks += [mark for _, _, mark in told(agency)]

    assert marks == [ARRIVED, -3, -1, 0, 2, 4]


@pytest.mark.both_databases
def test_asking_again_tells_nothing_again(agency, task, moment):
    moment(20)

    assert told(agency) == [("Coordinator", Message.Kind.REMINDER, 0)]
    assert told(agency) == []
    assert Message.objects.count() == Reminder.objects.count() == 1


def test_a_server_that_stood_still_for_days_tells_once(agency, task, moment):
    moment(26)

    assert told(agency) == [("Coordinator", Message.Kind.OVERDUE, 4)]


def test_the_title_says_step_year_and_days_and_leads_to_the_task(agency, task, moment):
    moment(19)

    send_reminders(agency)

    message = Message.objects.get()
    assert message.title.startswith("Tinggal 1 hari kerja: TA 2025 KT1.i Menerima penugasan")
    assert message.title.endswith(", batas waktu 20 Mei 2025")
    assert message.path == f"/tugas/{task.pk}/"


def test_on_a_holiday_of_the_agency_nobody_is_told(agency, task, moment):
    make_holiday(agency, TODAY)
    moment(20)

    assert told(agency) == []


def test_one_office_above_after_the_other_hears_of_a_late_task(agency, head, task, moment):
    make_user(Role.PIMPINAN, agency)
    escalated = []

    for day in range(21, 32):
        moment(day)
        escalated += [one for one in told(agency) if one[1] == Message.Kind.ESCALATION]

    assert escalated == [
        ("Ketua_Tim", Message.Kind.ESCALATION, 3),
        ("Pimpinan", Message.Kind.ESCALATION, 6),
    ]


def test_of_a_respondents_work_the_coordinator_is_the_next_office(agency, head, task):
    task.role = Role.PPK
    make_user(Role.PPK, agency)

    assert [[str(one) for one in persons] for persons in rungs(task, TODAY)] == [
        ["Ppk"],
        ["Coordinator"],
        ["Ketua_Tim"],
    ]


def test_who_holds_two_offices_is_told_on_one_rung(agency, coordinator, task):
    make_office(coordinator, Role.KETUA_TIM, agency)
    leader = make_user(Role.PIMPINAN, agency)

    assert rungs(task, TODAY) == ((coordinator,), (leader,))


def test_the_acting_officer_is_told_instead(agency, coordinator, task, moment):
    acting = make_person("plh@contoh.id")
    absent = coordinator.offices.get()
    make_office(acting, Role.COORDINATOR, agency, acting="Plh.", stands_in_for=absent)
    task.person = coordinator
    task.save()
    moment(20)

    assert told(agency) == [("Plh", Message.Kind.REMINDER, 0)]


def test_a_task_handed_to_one_of_several_holders_is_told_to_that_one(agency, coordinator, task):
    other = make_person("kedua@contoh.id")
    make_office(other, Role.COORDINATOR, agency)
    assert len(rungs(task, TODAY)[0]) == 2

    task.person = other

    assert rungs(task, TODAY)[0] == (other,)


def test_a_task_nobody_holds_goes_to_the_coordinator(agency, coordinator, task):
    task.role = Role.TIM_PENGUMPUL

    assert rungs(task, TODAY)[0] == (coordinator,)


def test_of_a_decision_no_author_is_told_but_the_substitute(agency, coordinator, head, moment):
    run = make_run(agency)
    for step in ("KT1.i", "KT1.ii", "KT1.iii", "KT1.iv", "KT1.v"):
        do(run, step, actor=coordinator)
    decision = task_at(run, "KT1.vi")
    assert rungs(decision, TODAY)[0] == (head,)

    substitute = make_person("pengganti@contoh.id")
    make_user(Role.PIMPINAN, agency)
    head.offices.update(user=coordinator, substitute=substitute)

    assert rungs(decision, TODAY)[0] == (substitute,)


def test_an_author_who_acts_for_the_leader_leaves_the_decision_to_the_leaders_substitute(
    agency, coordinator, head
):
    run = make_run(agency)
    for step in ("KT1.i", "KT1.ii", "KT1.iii", "KT1.iv", "KT1.v"):
        do(run, step, actor=coordinator)
    substitute = make_person("pengganti@contoh.id")
    head.offices.update(substitute=substitute)
    make_office(
        coordinator, Role.KETUA_TIM, agency, acting="Plh.", stands_in_for=head.offices.get()
    )

    assert rungs(task_at(run, "KT1.vi"), TODAY)[0] == (substitute,)


def test_when_the_task_is_done_it_ends(agency, coordinator, task, moment):
    moment(20)
    send_reminders(agency)
    do(task.run, "KT1.i", actor=coordinator)
    task.run.tasks.ready().update(due=None)

    sent = send_reminders(agency)

    assert (sent.reminders, sent.over) == ((), 1)
    assert not Message.objects.unread().exists()


@pytest.mark.parametrize("what", ["done", "due", "closed"])
def test_t24_what_is_over_when_it_leaves_is_not_sent(agency, coordinator, task, moment, what):
    make_webhook_channel(agency, "https://tidak-dipanggil.contoh.id/")
    moment(20)
    send_reminders(agency)

    match what:
        case "done":
            do(task.run, "KT1.i", actor=coordinator)
        case "due":
            due_on(task, 27)
        case "closed":
            type(task.run.fiscal_year).objects.update(status="closed", closed_at=timezone.now())

    assert deliver().dropped == 1
    assert Delivery.objects.get().reason == "Urusannya sudah selesai."


def test_a_newer_reminder_takes_the_place_of_one_that_still_waits_or_is_unread(
    agency, coordinator, task, moment
):
    make_email_channel(agency)
    moment(19)
    send_reminders(agency)
    moment(22)

    assert send_reminders(agency).over == 1

    assert Message.objects.unread().get().kind == Message.Kind.OVERDUE
    assert deliver().dropped == 1


def test_a_new_due_day_begins_anew(agency, task, moment):
    moment(20)
    send_reminders(agency)
    due_on(task, 22)

    assert [mark for _, _, mark in told(agency)] == [-3]


def test_a_task_without_a_due_day_is_told_of_once_and_not_again_when_it_gets_one(
    agency, task, moment
):
    task.run.tasks.update(due=None)
    moment(2)
    assert told(agency) == [("Coordinator", Message.Kind.TASK, ARRIVED)]
    assert Message.objects.get().title.startswith("Tugas baru: TA 2025 KT1.i")

    due_on(task, 30)

    assert told(agency) == []


def test_what_was_sent_back_is_told_and_not_to_the_one_who_sent_it(
    agency, coordinator, head, moment
):
    run = make_run(agency)
    for step in ("KT1.i", "KT1.ii", "KT1.iii", "KT1.iv", "KT1.v"):
        do(run, step, actor=coordinator)
    moment(2)
    assert told(agency) == [("Ketua_Tim", Message.Kind.TASK, ARRIVED)]

    decision = task_at(run, "KT1.vi")
    return_task(decision, actor=head, reason="Perbaiki target")

    assert told(agency) == [("Coordinator", Message.Kind.TASK, ARRIVED)]
    title = Message.objects.get(recipient=coordinator).title
    assert title.startswith("Dikembalikan: TA 2025 KT1.ii")


def test_of_another_agencys_tasks_nobody_here_hears(agency, task, moment):
    other = make_agency("X202")
    moment(20)

    assert plan_reminders(other) == ()


def test_the_worker_begins_at_seven_by_the_clock_of_each_agency(task, moment):
    east = make_agency("X202", time_zone="WIT")
    make_run(east)
    moment(20, hour=6)  # 08.00 WIT

    assert jobs.agencies_awake(timezone.now()) == [east]

    jobs.remind()
    assert not Message.objects.filter(agency=task.agency).exists()
    moment(20, hour=7)
    jobs.remind()
    assert Message.objects.filter(agency=task.agency).count() == 1


def test_a_run_costs_few_queries_when_everything_was_told(
    agency, task, moment, django_assert_max_num_queries
):
    moment(20)
    send_reminders(agency)

    with django_assert_max_num_queries(14):
        send_reminders(agency)


def test_what_its_phase_told_of_is_not_told_again_until_it_is_due(
    agency, coordinator, head, moment
):
    run = make_run(agency)
    for step in ("KT1.i", "KT1.ii", "KT1.iii", "KT1.iv", "KT1.v"):
        do(run, step, actor=coordinator)
    decision = due_on(task_at(run, "KT1.vi"), 20)
    news = Note(Message.Kind.NEWS, "Rencana menunggu persetujuan Anda", "/rencana/persetujuan/")
    send(head, news, agency=agency)

    assert told(agency) == []
    moment(15)
    assert told(agency) == [(str(head), Message.Kind.REMINDER, -3)]
    assert decision.pk == Reminder.objects.get().task_id
