"""Who signs in, which offices they hold, and what they sign in with."""

from tolok.people.models.offices import Office, OfficeQuerySet
from tolok.people.models.roles import Role
from tolok.people.models.users import AtWork, User, UserManager, UserQuerySet

__all__ = [
    "AtWork",
    "Office",
    "OfficeQuerySet",
    "Role",
    "User",
    "UserManager",
    "UserQuerySet",
]
