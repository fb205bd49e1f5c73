"""A person's calendar feed: its address made and shown once, renewed, taken back."""

from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from tolok.people.models import User
from tolok.people.models.links import hash_of, new_token
from tolok.reminders.models import CalendarLink
from tolok.trail.record import record

VALID_FOR: Final = timedelta(days=730)


@transaction.atomic
def make_calendar_link(person: User) -> str:
    """The token, for this once: only its hash is kept. The one before ends."""
    person = User.objects.select_for_update().get(pk=person.pk)
    now = timezone.now()
    renewed = person.calendar_links.filter(revoked_at=None).update(revoked_at=now)
    token = new_token()
    CalendarLink.objects.create(
        user=person, token_hash=hash_of(token), made_at=now, expires_at=now + VALID_FOR
    )
    record(
        "reminders.make_calendar_link",
        actor=person,
        subject=f"Pengguna {person.email}",
        after={"menggantikan yang lama": bool(renewed)},
    )
    return token


@transaction.atomic
def revoke_calendar_link(person: User) -> None:
    """It opens nothing any longer, from the next request on."""
    person = User.objects.select_for_update().get(pk=person.pk)
    if person.calendar_links.filter(revoked_at=None).update(revoked_at=timezone.now()):
        record("reminders.revoke_calendar_link", actor=person, subject=f"Pengguna {person.email}")
