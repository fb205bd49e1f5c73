"""One-time links: made and shown once, used once, taken back."""

from datetime import timedelta
from typing import Final

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.people.actions.sessions import end_every_session
from tolok.people.models import OneTimeLink, User
from tolok.people.models.links import hash_of, new_token
from tolok.people.rights import refuse_unless_managed
from tolok.trail.record import record

Purpose = OneTimeLink.Purpose
VALID_FOR: Final = {Purpose.INVITE: timedelta(days=7), Purpose.RESET: timedelta(hours=24)}


@transaction.atomic
def make_link(user: User, purpose: Purpose, *, actor: User | None = None) -> str:
    """The token, for this once: only its hash is kept. Earlier links of the person end.

    PG-23: an account that is closed is opened first. PG-28: nobody makes one for themselves, or
    whoever finds a computer unlocked could stay.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    refuse_unless_managed(actor, user)
    if user == actor:
        message = "Kata sandi sendiri diganti di Akun saya, dengan kata sandi yang lama."
        raise RefusedError(Problem("PG-28", "akun", message))
    if not user.is_active:
        raise RefusedError(
            Problem("PG-23", "akun", f"Akun {user} ditutup. Buka dahulu, lalu buat tautannya.")
        )
    now = timezone.now()
    user.links.usable(now).update(revoked_at=now)
    token = new_token()
    OneTimeLink.objects.create(
        user=user,
        purpose=purpose,
        token_hash=hash_of(token),
        made_at=now,
        made_by=actor,
        expires_at=now + VALID_FOR[purpose],
    )
    record(
        "people.make_link",
        actor=actor,
        subject=f"Pengguna {user.email}",
        after={"untuk": purpose.label},
    )
    return token


@transaction.atomic
def revoke_link(link: OneTimeLink, *, actor: User | None = None) -> None:
    """It opens nothing any longer."""
    link = OneTimeLink.objects.select_for_update().get(pk=link.pk)
    refuse_unless_managed(actor, link.user)
    if link.used_at or link.revoked_at:
        return
    link.revoked_at = timezone.now()
    link.save(update_fields=["revoked_at"])
    record(
        "people.revoke_link",
        actor=actor,
        subject=f"Pengguna {link.user.email}",
        after={"untuk": link.get_purpose_display()},
    )


@transaction.atomic
def use_link(token: str, password: str) -> User:
    """Choose a password. The link and every session of the person end with it.

    PG-24: unknown, used, taken back and expired links are told alike. The second factor, if there
    is one, is still asked for at the sign-in that follows.
    """
    links = OneTimeLink.objects.select_for_update(of=("self",)).select_related("user")
    link = links.usable(timezone.now()).with_token(token).first()
    if link is None:
        raise RefusedError(
            Problem(
                "PG-24", "tautan", "Tautan ini tidak berlaku. Minta yang baru ke administrator."
            )
        )
    user = link.user
    refuse_easy_password(user, password)
    user.set_password(password)
    user.save(update_fields=["password"])
    link.used_at = timezone.now()
    link.save(update_fields=["used_at"])
    end_every_session(user)
    record(
        "people.use_link",
        actor=user,
        subject=f"Pengguna {user.email}",
        after={"untuk": link.get_purpose_display()},
    )
    return user


def refuse_easy_password(user: User, password: str) -> None:
    """PG-04: the same policy wherever a password is chosen."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise RefusedError(Problem("PG-04", "kata sandi", " ".join(error.messages))) from error
