"""Saving what people type, field by field, so that nobody's text is lost when two edit."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models, transaction

from tolok.core.dates import format_date_short
from tolok.core.numbers import format_number
from tolok.core.planning.told import trimmed
from tolok.people.models import User
from tolok.planning.actions.writing import open_for_writing, told
from tolok.planning.models import PlanVersion, Rival
from tolok.planning.rows import Row, key_of, kind_of, label_of, version_of


@dataclass(frozen=True)
class Saved:
    """What came of it: fields that changed, and texts kept beside a colleague's."""

    changed: tuple[str, ...] = ()
    rivals: tuple[Rival, ...] = ()


@dataclass
class _Sorted:
    """What to do with each field."""

    before: dict[str, object] = field(default_factory=dict)
    save: dict[str, object] = field(default_factory=dict)
    rival: dict[str, object] = field(default_factory=dict)


def token(value: object) -> str:
    """Names a field's value; a form sends back the one it was shown with."""
    text = str(value.pk) if isinstance(value, models.Model) else plain(value)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def plain(value: object) -> str:
    """As a person would type it."""
    match value:
        case None:
            return ""
        case models.Model():
            return str(value)
        case list():
            return "\n".join(map(_variable, value))
        case Decimal():
            return format_number(trimmed(value))
        case date():
            return format_date_short(value)
    return str(value).replace("\r\n", "\n").strip()


def _variable(one: Mapping[str, str]) -> str:
    source = f" ({one['source']})" if one["source"] else ""
    return f"{one['name']}: {one['meaning']}{source}"


@transaction.atomic
def save_fields(
    row: Row, values: Mapping[str, Any], seen: Mapping[str, str], *, actor: User
) -> Saved:
    """Keep each field the person changed; `seen` are the tokens of what they were shown.

    A field that a colleague changed meanwhile keeps the colleague's text, and this one is kept
    beside it until somebody chooses.
    """
    version = open_for_writing(version_of(row), actor)
    row = type(row)._default_manager.select_for_update().get(pk=row.pk)
    found = _sorted(row, values, seen)
    for name, value in found.save.items():
        setattr(row, name, value)
    if found.save:
        row.save(update_fields=list(found.save))
    rivals = tuple(
        keep_beside(
            version, kind_of(row), key_of(row), (name, label_of(row, name)), plain(value), by=actor
        )
        for name, value in found.rival.items()
    )
    if found.save:
        after = {name: plain(value) for name, value in found.save.items()}
        where: dict[str, object] = {"baris": key_of(row)}
        told("edit", version, actor, before=where | found.before, after=where | after)
    return Saved(tuple(found.save), rivals)


def keep_beside(  # noqa: PLR0913  a place in the plan, and the text
    version: PlanVersion, kind: str, key: str, field: tuple[str, str], text: str, *, by: User
) -> Rival:
    """One text a person and field: who types on replaces only their own."""
    name, label = field
    place: dict[str, Any] = {"version": version, "kind": kind, "key": key, "field": name, "by": by}
    return Rival.objects.update_or_create(**place, defaults={"label": label, "text": text})[0]


def _sorted(row: Row, values: Mapping[str, Any], seen: Mapping[str, str]) -> _Sorted:
    found = _Sorted()
    for name, value in values.items():
        current = getattr(row, name)
        if token(value) in (token(current), seen.get(name)):
            continue  # says what is there, or was not touched by this person
        if seen.get(name, token(current)) == token(current):
            found.before[name], found.save[name] = plain(current), value
        else:
            found.rival[name] = value
    return found


@transaction.atomic
def settle_rival(rival: Rival, *, actor: User) -> None:
    """The person has seen both texts and taken what was wanted; the trail keeps this one."""
    version = open_for_writing(rival.version, actor)
    text = {"baris": rival.key, "isian": rival.label, "tulisan": rival.text}
    rival.delete()
    told("settle_rival", version, actor, before=dict(text))
