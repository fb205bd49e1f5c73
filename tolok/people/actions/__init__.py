"""What is done to persons, their offices and their sign-in: one function for each deed."""

from tolok.people.actions.accounts import (
    close_account,
    create_user,
    describe_person,
    open_account,
)
from tolok.people.actions.certificates import (
    CertificateFacts,
    add_certificate,
    remove_certificate,
)
from tolok.people.actions.hand_over import Succession, hand_over
from tolok.people.actions.links import make_link, revoke_link, use_link
from tolok.people.actions.offices import (
    Appointment,
    end_office,
    give_office,
    stand_in,
)
from tolok.people.actions.recovery import recover_administrator
from tolok.people.actions.second_factor import (
    begin_second_factor,
    check_second_factor,
    confirm_second_factor,
    new_recovery_codes,
    remove_second_factor,
)
from tolok.people.actions.sessions import end_session
from tolok.people.actions.sign_in import change_password, sign_in, sign_out
from tolok.people.actions.substitutes import name_substitute

__all__ = [
    "Appointment",
    "CertificateFacts",
    "Succession",
    "add_certificate",
    "begin_second_factor",
    "change_password",
    "check_second_factor",
    "close_account",
    "confirm_second_factor",
    "create_user",
    "describe_person",
    "end_office",
    "end_session",
    "give_office",
    "hand_over",
    "make_link",
    "name_substitute",
    "new_recovery_codes",
    "open_account",
    "recover_administrator",
    "remove_certificate",
    "remove_second_factor",
    "revoke_link",
    "sign_in",
    "sign_out",
    "stand_in",
    "use_link",
]
