"""Agenda and minutes: typed before, filled in while people talk, and put right afterwards."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeVar

from django.db import models, transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.outreach.meetings.actions.working import locked, told
from tolok.outreach.models import AgendaItem, FollowUp, Meeting, Minutes, OpenMatter, Question
from tolok.people.models import User

Listed = TypeVar("Listed", FollowUp, Question, OpenMatter)
TEXTS: Final = ("opening", "decisions", "closing", "results", "conclusions", "suggestions")
SAID: Final = ("presented", "remarks", "conclusion")


@dataclass(frozen=True)
class Point:
    """A point of the agenda."""

    topic: str
    time: str = ""
    speaker: str = ""


@dataclass(frozen=True)
class Promise:
    """A follow-up with who does it by when."""

    task: str
    owner: str
    due: date | None = None
    proof: str = ""


@dataclass(frozen=True)
class Record:
    """What the minute-taker has on the page, all of it."""

    texts: Mapping[str, str]  # of `TEXTS`
    said: Mapping[int, Mapping[str, str]]  # agenda item -> its `SAID`
    follow_ups: tuple[Promise, ...] = ()
    questions: tuple[tuple[str, str, str], ...] = ()  # asker, question, answer
    open_matters: tuple[tuple[str, str, str], ...] = ()  # matter, options, who decides
    tested: int = 0
    test_before: Decimal | None = None
    test_after: Decimal | None = None


@transaction.atomic
def save_agenda(meeting: Meeting, points: Iterable[Point], *, actor: User) -> None:
    """The programme in its order; what was said about a point stays with its topic."""
    meeting = locked(meeting)
    before = {one.topic: one for one in meeting.agenda.all()}
    rows = []
    for order, point in enumerate(points):
        kept = before.get(point.topic)
        said = {name: getattr(kept, name) for name in SAID} if kept else {}
        rows.append(AgendaItem(meeting=meeting, order=order, **vars(point), **said))
    meeting.agenda.all().delete()
    AgendaItem.objects.bulk_create(rows)
    told("save_agenda", meeting, actor, {"acara": [one.topic for one in rows]})


@transaction.atomic
def save_minutes(meeting: Meeting, record: Record, *, seen: str | None = None, actor: User) -> str:
    """Keep what was typed; `seen` names the state the page was shown with, and the answer names
    the new one. RP-17: what a colleague saved meanwhile is not written over."""
    meeting = locked(meeting)
    minutes = Minutes.objects.select_for_update().get(meeting=meeting)
    if seen is not None and seen != state_of(meeting):
        message = (
            f"{minutes.saved_by} menyimpan notula ini ketika Anda mengetik. Tulisan Anda masih ada "
            "di isian; tulisan yang tersimpan ditampilkan di bawahnya. Satukan, lalu simpan lagi."
        )
        raise RefusedError(Problem("RP-17", "notula", message))
    for name in TEXTS:
        setattr(minutes, name, record.texts.get(name, getattr(minutes, name)).strip())
    minutes.tested = record.tested
    minutes.test_before, minutes.test_after = record.test_before, record.test_after
    minutes.saved_by, minutes.saved_at = actor, timezone.now()
    minutes.save()
    _put_said(meeting, record)
    _put_lists(meeting, record)
    told("save_minutes", meeting, actor, {"isi": state_of(meeting)})
    return state_of(meeting)


def state_of(meeting: Meeting) -> str:
    """Changes with whatever was saved in the minutes."""
    minutes = Minutes.objects.get(meeting=meeting)
    parts = [
        str(getattr(minutes, name)) for name in (*TEXTS, "tested", "test_before", "test_after")
    ]
    parts += [str(getattr(one, name)) for one in meeting.agenda.all() for name in SAID]
    rows: list[models.Model] = [
        *meeting.follow_ups.all(), *meeting.questions.all(), *meeting.open_matters.all()
    ]  # fmt: skip
    parts += [
        str(getattr(row, field.name))
        for row in rows
        for field in row._meta.concrete_fields
        if field.name not in ("id", "meeting")
    ]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def is_written(meeting: Meeting) -> bool:
    """Whether the minutes say what was decided, or what was said on some point."""
    minutes = Minutes.objects.get(meeting=meeting)
    return bool(
        minutes.decisions or any(one.presented or one.conclusion for one in meeting.agenda.all())
    )


def _put_said(meeting: Meeting, record: Record) -> None:
    for item in meeting.agenda.filter(pk__in=record.said):
        for name in SAID:
            setattr(item, name, record.said[item.pk].get(name, getattr(item, name)).strip())
        item.save(update_fields=list(SAID))


def _put_lists(meeting: Meeting, record: Record) -> None:
    promises = [vars(one) for one in record.follow_ups]
    names = ("asker", "question", "answer")
    questions = [dict(zip(names, one, strict=True)) for one in record.questions]
    names = ("matter", "options", "decides")
    matters = [dict(zip(names, one, strict=True)) for one in record.open_matters]
    _replace(meeting, FollowUp, promises)
    _replace(meeting, Question, questions)
    _replace(meeting, OpenMatter, matters)


def _replace(meeting: Meeting, model: type[Listed], rows: Iterable[Mapping[str, Any]]) -> None:
    model._default_manager.filter(meeting=meeting).delete()
    model._default_manager.bulk_create(
        model(meeting=meeting, order=order, **row) for order, row in enumerate(rows)
    )
