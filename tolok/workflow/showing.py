"""What lists and pages show of tasks: with the words of their definition and the days left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import NoReverseMatch, reverse

from tolok.workflow.definition import Definition, Step
from tolok.workflow.models import SopVersion, Task

A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Card:
    """A task as a row of the inbox."""

    task: Task
    step: Step
    days_left: int | None  # negative when late; none without a due date
    time: str  # "30 hari kerja"; "" where the SOP gives none

    @property
    def is_late(self) -> bool:
        return self.days_left is not None and self.days_left < 0

    @property
    def days_late(self) -> int:
        return -(self.days_left or 0)

    @property
    def where(self) -> str:
        """The page of its phase, else the task's own."""
        return activity_page(self.task) or self.task.get_absolute_url()


@dataclass(frozen=True)
class Group:
    label: str
    cards: tuple[Card, ...]


def definitions_of(tasks: Iterable[Task]) -> dict[int, Definition]:
    """The definition of each SOP version among these tasks, in one query."""
    versions = SopVersion.objects.in_bulk({task.run.sop_id for task in tasks})
    return {pk: version.definition for pk, version in versions.items()}


def cards(tasks: Iterable[Task], today: date) -> tuple[Card, ...]:
    tasks = list(tasks)
    definitions = definitions_of(tasks)
    return tuple(_card(task, definitions[task.run.sop_id], today) for task in tasks)


def _card(task: Task, definition: Definition, today: date) -> Card:
    step, days_left = definition.step(task.step), (task.due - today).days if task.due else None
    return Card(task, step, days_left, time_of(task, step))


def time_of(task: Task, step: Step) -> str:
    """With what "hari" means in the task's year, as each deadline says it."""
    return step.duration.label(task.run.fiscal_year.day_type) if step.duration else ""


def grouped(shown: Iterable[Card], today: date) -> tuple[Group, ...]:
    """By urgency, as one reads an inbox; empty groups are left out."""
    rows = sorted(shown, key=lambda card: (card.task.due or date.max, card.task.pk))
    groups: dict[str, list[Card]] = {
        "Lewat batas waktu": [],
        "Tujuh hari ke depan": [],
        "Lebih dari tujuh hari lagi": [],
        "Tanpa batas waktu": [],
    }
    for card in rows:
        groups[_group(card, today)].append(card)
    return tuple(Group(label, tuple(found)) for label, found in groups.items() if found)


def _group(card: Card, today: date) -> str:
    due = card.task.due
    if due is None:
        return "Tanpa batas waktu"
    if due < today:
        return "Lewat batas waktu"
    return "Tujuh hari ke depan" if due <= today + A_WEEK else "Lebih dari tujuh hari lagi"


def activity_page(task: Task) -> str:
    """The address of the page where a task's work is done; "" when its phase has none yet."""
    if not task.activity:
        return ""
    try:
        return reverse(task.activity)
    except NoReverseMatch:
        return ""
