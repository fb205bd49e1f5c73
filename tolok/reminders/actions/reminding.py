"""Telling everybody of an agency what is due, as `core.reminding` says; again tells nothing new."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from tolok.core.reminding import ARRIVED, Clock, Notice, Policy, notice_due
from tolok.cycle.calendars import calendar_of
from tolok.messages.actions import Note, send
from tolok.messages.models import Message
from tolok.messages.models.messages import MessageRows
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.reminders.models import Reminder, ReminderPolicy
from tolok.reminders.recipients import rungs
from tolok.reminders.wording import title_of
from tolok.workflow.activities import room_of
from tolok.workflow.models import Task

ONE_DEED: Final = timedelta(minutes=1)  # a task and the news of it come in one transaction
Told = Mapping[tuple[int, int, date | None, int], int]  # task, person, due, rung -> newest mark


@dataclass(frozen=True)
class Planned:
    """One thing to tell one person."""

    task: Task
    person: User
    notice: Notice

    @property
    def kind(self) -> Message.Kind:
        if self.notice.mark == ARRIVED:
            return Message.Kind.TASK
        if self.notice.rung:
            return Message.Kind.ESCALATION
        return Message.Kind.OVERDUE if self.notice.mark > 0 else Message.Kind.REMINDER

    @property
    def note(self) -> Note:
        notice = self.notice
        key = f"tugas:{self.task.pk}:{self.task.due}:{notice.rung}:{notice.mark}"
        title = title_of(self.task, notice)
        return Note(self.kind, title, self.task.get_absolute_url(), key)


@dataclass(frozen=True)
class Sent:
    """What a run did."""

    reminders: tuple[Planned, ...]
    over: int  # earlier messages that are done with, now out of the way


def plan_reminders(agency: Agency, now: datetime | None = None) -> tuple[Planned, ...]:
    """What would be told now; changes nothing."""
    now = now or timezone.now()
    today = agency.zone.day_of(now)
    calendar = calendar_of(agency)
    if not calendar.is_working_day(today):
        return ()  # PI-01, before anything is read
    policy = ReminderPolicy.objects.of(agency)
    told = _told(agency)
    return tuple(
        planned
        for task in _waiting_tasks(agency)
        for planned in _of_task(task, Clock(task.starts, task.due, today, calendar), policy, told)
    )


@transaction.atomic
def send_reminders(agency: Agency, now: datetime | None = None) -> Sent:
    """Make what is planned now. Of two runs at once the second finds everything told."""
    now = now or timezone.now()
    agency = Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    sent = []
    for planned in plan_reminders(agency, now):
        message = send(planned.person, planned.note, agency=agency, now=now)
        if message is None:
            continue
        Reminder.objects.create(
            task=planned.task,
            person=planned.person,
            message=message,
            due=planned.task.due,
            rung=planned.notice.rung,
            mark=planned.notice.mark,
        )
        sent.append(planned)
    return Sent(tuple(sent), _put_away_what_is_over(agency, now))


def _waiting_tasks(agency: Agency) -> list[Task]:
    waiting = Task.objects.ready().in_open_years().filter(agency=agency)
    return list(
        waiting.select_related("agency", "person", "run__sop", "run__fiscal_year").defer(
            "run__state", "run__history"
        )
    )


def _told(agency: Agency) -> Told:
    """Of the tasks that still wait; marks come in the order in which they were told."""
    rows = Reminder.objects.filter(task__agency=agency, task__status=Task.Status.READY)
    listed = rows.order_by("mark").values_list("task", "person", "due", "rung", "mark")
    return {(task, person, due, rung): mark for task, person, due, rung, mark in listed}


def _of_task(task: Task, clock: Clock, policy: Policy, told: Told) -> Iterator[Planned]:
    if notice_due(clock, policy, rung=0, last=None) is None:
        return  # nothing has come by yet, so nobody need be looked for
    for rung, persons in enumerate(rungs(task, clock.today)):
        for person in persons:
            last = told.get((task.pk, person.pk, clock.due, rung))
            notice = notice_due(clock, policy, rung=rung, last=last)
            if notice and not (notice.mark == ARRIVED and _knows(person, task, told)):
                yield Planned(task, person, notice)


def _knows(person: User, task: Task, told: Told) -> bool:
    """That the task has come: told by another due day or by its phase, or having made it come."""
    if any((pk, one) == (task.pk, person.pk) for pk, one, _, _ in told):
        return True
    if any(room_of(one.path) == room_of(task.activity) for one in _news(person, task)):
        return True
    return task.run.tasks.filter(done_at=task.ready_at, done_by=person).exists()


def _news(person: User, task: Task) -> MessageRows:
    """What a phase told of the deed by which the task came, as of a plan that was presented."""
    deed = (task.ready_at - ONE_DEED, task.ready_at + ONE_DEED)
    news = Message.objects.filter(kind=Message.Kind.NEWS, made_at__range=deed)
    return news.filter(recipient=person, agency=task.agency)


def _put_away_what_is_over(agency: Agency, now: datetime) -> int:
    """Nobody need read a reminder of a task that is done, or one that a newer one replaces."""
    newer = Reminder.objects.filter(
        task=OuterRef("task"), person=OuterRef("person"), rung=OuterRef("rung"),
        pk__gt=OuterRef("pk"),
    )  # fmt: skip
    mine = Reminder.objects.filter(task__agency=agency, message__read_at=None)
    over = mine.filter(~Q(task__status=Task.Status.READY) | Exists(newer))
    return Message.objects.filter(pk__in=over.values("message")).update(read_at=now)
