"""Coming in and going out, and one's own password."""

from django.contrib import auth
from django.db import transaction
from django.http import HttpRequest

from tolok.people.models import User
from tolok.trail.record import record


@transaction.atomic
def sign_in(request: HttpRequest, user: User) -> None:
    """Begin a session under a new key; the password was checked before."""
    auth.login(request, user)
    record("people.sign_in", actor=user, subject=f"Pengguna {user.email}")


@transaction.atomic
def sign_out(request: HttpRequest, user: User) -> None:
    """End the session at hand."""
    auth.logout(request)
    record("people.sign_out", actor=user, subject=f"Pengguna {user.email}")


@transaction.atomic
def change_password(request: HttpRequest, user: User, password: str) -> None:
    """The person's own new password; every other session of theirs ends."""
    user.set_password(password)
    user.save(update_fields=["password"])
    auth.update_session_auth_hash(request, user)
    record("people.change_password", actor=user, subject=f"Pengguna {user.email}")
