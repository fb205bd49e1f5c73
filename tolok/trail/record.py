"""Adding to the trail: the only way a row comes into being."""

import json
from collections.abc import Mapping
from functools import partial
from typing import Protocol

from django.core.exceptions import ImproperlyConfigured
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone

from tolok.trail import witness
from tolok.trail.models import THE_HEAD, AuditEntry, TrailHead
from tolok.trail.seal import SEALED, moment, seal


class Actor(Protocol):
    """A person, as the trail needs to know one."""

    @property
    def pk(self) -> int: ...
    @property
    def name(self) -> str: ...


class Place(Protocol):
    """An agency, as the trail needs to know one."""

    @property
    def code(self) -> str: ...


@transaction.atomic
def record(  # noqa: PLR0913  one row of the trail has these six columns
    event: str,
    *,
    actor: Actor | None,
    subject: str,
    agency: Place | None = None,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
) -> None:
    """Say who did what to what, inside the transaction that does it.

    Locks the head until that transaction ends, so that rows are chained one after the other
    however many people write; call it last. `actor` is none for the command line and jobs.
    """
    head = lock_head()
    entry = AuditEntry(
        seq=head.seq + 1,
        at=timezone.now(),
        actor_id=actor.pk if actor else None,
        actor_name=actor.name if actor else "",
        event=event,
        subject=subject,
        agency=agency.code if agency else "",
        before=as_text(before),
        after=as_text(after),
        previous=head.hash,
    )
    entry.hash = seal(key_for(head), sealed_values(entry))
    entry.save(force_insert=True)
    TrailHead.objects.filter(pk=THE_HEAD).update(seq=entry.seq, hash=entry.hash)
    newest = witness.Head(entry.seq, entry.hash)
    transaction.on_commit(partial(witness.note_head, newest), robust=True)


def lock_head() -> TrailHead:
    """The head row, locked; made on first use, since emptying a test database removes it."""
    heads = TrailHead.objects.select_for_update().filter(pk=THE_HEAD)
    if (head := heads.first()) is None:
        TrailHead.objects.bulk_create([TrailHead(pk=THE_HEAD)], ignore_conflicts=True)
        head = heads.get()
    return head


def key_for(head: TrailHead) -> bytes:
    """The key; a new one only for a trail that has no rows yet."""
    key = witness.read_key()
    if key is None and head.seq > 0:
        raise ImproperlyConfigured(
            f"{witness.key_file()} is missing: restore it from the backup, the trail needs it"
        )
    return key or witness.make_key()


def sealed_values(entry: AuditEntry) -> list[object]:
    return [moment(entry.at) if name == "at" else getattr(entry, name) for name in SEALED]


def as_text(values: Mapping[str, object] | None) -> str:
    """Canonical JSON; dates and Decimals as texts."""
    if values is None:
        return ""
    return json.dumps(values, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True)
