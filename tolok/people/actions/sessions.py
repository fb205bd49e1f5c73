"""Ending sessions: of a lost telephone, of a colleague's computer, of everybody at once."""

from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction

from tolok.people.models import SignedInSession, User
from tolok.people.rights import refuse_unless_managed
from tolok.trail.record import record


@transaction.atomic
def end_session(session: SignedInSession, *, actor: User) -> None:
    """Signed out with the next request; one's own, or that of a person one looks after."""
    user = session.user
    if actor != user:
        refuse_unless_managed(actor, user)
    SessionStore(session.key).delete()
    device = session.device
    session.delete()
    record(
        "people.end_session",
        actor=actor,
        subject=f"Pengguna {user.email}",
        after={"perangkat": device},
    )


def end_every_session(user: User) -> None:
    """Part of another deed: a new password, a new second factor."""
    for session in user.sessions.all():
        SessionStore(session.key).delete()
    SignedInSession.objects.filter(user=user).delete()
