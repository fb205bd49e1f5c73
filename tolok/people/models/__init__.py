"""Who signs in, which offices they hold, and what they sign in with."""

from tolok.people.models.certificates import Certificate
from tolok.people.models.hand_overs import HandOver
from tolok.people.models.links import OneTimeLink
from tolok.people.models.offices import Office, OfficeRows
from tolok.people.models.roles import RESPONDENTS, Role
from tolok.people.models.second_factor import RecoveryCode, SecondFactor
from tolok.people.models.sessions import SignedInSession
from tolok.people.models.users import AtWork, User, UserManager, UserRows

__all__ = [
    "RESPONDENTS",
    "AtWork",
    "Certificate",
    "HandOver",
    "Office",
    "OfficeRows",
    "OneTimeLink",
    "RecoveryCode",
    "Role",
    "SecondFactor",
    "SignedInSession",
    "User",
    "UserManager",
    "UserRows",
]
