"""Between the two steps of a sign-in: the password was right, and nobody is signed in yet."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.http import HttpRequest
from django.utils import timezone

from tolok.people.models import User

TIME_TO_TYPE: Final = timedelta(minutes=10)


@dataclass(frozen=True)
class SecondStep:
    """Who is expected to type a code, and the page they came for."""

    user: User
    wanted: str


def remember_password_was_right(request: HttpRequest, user: User, wanted: str) -> None:
    """The session gets a new key; what it holds signs nobody in."""
    request.session.cycle_key()
    request.session["second_step"] = {
        "user": user.pk,
        "backend": user.backend,
        "wanted": wanted,
        "until": (timezone.now() + TIME_TO_TYPE).timestamp(),
        "password": user.get_session_auth_hash(),  # a new password ends a step half done
    }


def waiting_for_code(request: HttpRequest) -> SecondStep | None:
    """Whose password was right in this session a moment ago."""
    step = request.session.get("second_step")
    if not step or timezone.now().timestamp() > step["until"]:
        return None
    user = User.objects.filter(pk=step["user"], is_active=True).first()
    if user is None or user.get_session_auth_hash() != step["password"]:
        return None
    user.backend = step["backend"]
    return SecondStep(user, step["wanted"])
