"""The way back in when no administrator is left: on the server, by whoever runs it."""

from django.db import transaction
from django.utils import timezone

from tolok.people.actions.accounts import create_user, open_account
from tolok.people.actions.links import make_link
from tolok.people.actions.offices import Appointment, give_office
from tolok.people.actions.second_factor import remove_second_factor
from tolok.people.models import OneTimeLink, Role, User
from tolok.trail.record import record


@transaction.atomic
def recover_administrator(email: str, name: str = "") -> str:
    """The token of a one-time link for an administrator of the whole deployment.

    The person is registered or their account opened, gets the office if they do not hold it, and
    loses a second factor nobody can answer any more. The trail says that it was done here.
    """
    address = email.strip().lower()
    user = User.objects.filter(email=address).first()
    user = open_account(user) if user else create_user(address, name or address)
    if Role.ADMINISTRATOR not in user.roles_in(None):
        give_office(user, Appointment(Role.ADMINISTRATOR, None, starts=timezone.localdate()))
    if user.has_second_factor():
        remove_second_factor(user, actor=None)
    token = make_link(user, OneTimeLink.Purpose.RESET)
    record("people.recover", actor=None, subject=f"Pengguna {user.email}")
    return token
