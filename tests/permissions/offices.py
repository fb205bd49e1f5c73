"""Who asks: one person of every office, all of the same agency and work unit."""

from dataclasses import dataclass

from tests.permissions.examples import Examples
from tolok.people.models import Role, User
from tolok.people.testing import make_administrator, make_office, make_person


@dataclass(frozen=True)
class Asker:
    """Somebody who asks, and by which right."""

    person: User
    roles: frozenset[Role]
    everywhere: bool = False  # an administrator of the whole deployment


EVERYWHERE = "administrator of the deployment"
WITHOUT = "without an office"


def askers(own: Examples) -> dict[str, Asker]:
    found = {role: Asker(_officer(role, own), frozenset({role})) for role in Role}
    administrator = frozenset({Role.ADMINISTRATOR})
    found[EVERYWHERE] = Asker(make_administrator(), administrator, everywhere=True)
    found[WITHOUT] = Asker(make_person("tanpa-jabatan@contoh.id"), frozenset())
    return found


def _officer(role: Role, own: Examples) -> User:
    person = make_person(f"{role}@{own.agency.code}.contoh.id".lower())
    make_office(person, role, own.agency, unit=own.unit)
    return person
