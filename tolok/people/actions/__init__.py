"""What is done to persons, their offices and their sign-in: one function for each deed."""

from tolok.people.actions.accounts import create_user, describe_person
from tolok.people.actions.offices import Appointment, end_office, give_office, stand_in
from tolok.people.actions.sign_in import change_password, sign_in, sign_out

__all__ = [
    "Appointment",
    "change_password",
    "create_user",
    "describe_person",
    "end_office",
    "give_office",
    "sign_in",
    "sign_out",
    "stand_in",
]
