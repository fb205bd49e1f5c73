"""Whose account an administrator may look after."""

from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.people.models import User


def may_manage(actor: User, person: User) -> bool:
    """An agency's administrator looks after those who work nowhere else.

    Otherwise the administrator of one agency could send a link for the account of somebody who
    administers all of them, and come in as that person.
    """
    if actor.sees_everything():
        return True
    today = timezone.localdate()
    return (
        not person.offices.filter(withdrawn_at=None)
        .exclude(ends__lt=today)
        .exclude(agency__in=actor.agencies().values("pk"))
        .exists()
        and not person.offices.in_force(today).filter(agency=None).exists()
    )


def refuse_unless_managed(actor: User | None, person: User) -> None:
    """PG-21; without an actor it is done on the server itself."""
    if actor is not None and not may_manage(actor, person):
        raise RefusedError(
            Problem(
                "PG-21",
                "akun",
                f"{person} juga bekerja di luar instansi Anda. Akunnya diurus administrator "
                "seluruh instalasi.",
            )
        )
