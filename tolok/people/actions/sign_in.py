"""Coming in and going out, and one's own password."""

from django.contrib import auth
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from tolok.people.actions.sessions import end_every_session
from tolok.people.devices import device_named
from tolok.people.models import SignedInSession, User
from tolok.trail.record import record


@transaction.atomic
def sign_in(request: HttpRequest, user: User) -> None:
    """Begin a session under a new key; password and second factor were checked before."""
    request.session.pop("second_step", None)
    auth.login(request, user)
    note_session(request, user)
    record("people.sign_in", actor=user, subject=f"Pengguna {user.email}")


@transaction.atomic
def sign_out(request: HttpRequest, user: User) -> None:
    """End the session at hand."""
    SignedInSession.objects.filter(key=request.session.session_key).delete()
    auth.logout(request)
    record("people.sign_out", actor=user, subject=f"Pengguna {user.email}")


@transaction.atomic
def change_password(request: HttpRequest, user: User, password: str) -> None:
    """The person's own new password; every other session of theirs ends."""
    user.set_password(password)
    user.save(update_fields=["password"])
    SignedInSession.objects.filter(key=request.session.session_key).delete()
    end_every_session(user)
    auth.update_session_auth_hash(request, user)
    note_session(request, user)
    record("people.change_password", actor=user, subject=f"Pengguna {user.email}")


def note_session(request: HttpRequest, user: User) -> None:
    """So that the person sees where they are signed in."""
    if request.session.session_key is None:
        request.session.create()
    SignedInSession.objects.update_or_create(
        key=request.session.session_key,
        defaults={
            "user": user,
            "device": device_named(request.headers.get("User-Agent", "")),
            "began_at": timezone.now(),
        },
    )
