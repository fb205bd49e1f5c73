"""Every route, method, office and place has one answer, and it is this one.

The tables of `people/permissions.py` say who may open what; here every page is asked whether it
is so: by each office, by strangers, about what is one's own, another unit's, another agency's.
"""

import itertools
from enum import StrEnum

import pytest

from tests.permissions.asking import only_named
from tests.permissions.objects import NOTHING, OBJECTS, OF_A_UNIT
from tests.permissions.routes import routes
from tolok.people.models import RESPONDENTS, Role
from tolok.people.pages.reading import READERS
from tolok.people.permissions import MAY_OPEN, ONESELF, PUBLIC, may_open

ROUTES = routes()
BEHIND_THE_SIGN_IN = sorted(set(ROUTES) - PUBLIC)
METHODS = ("GET", "POST", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE")

# A task is worked on by staff and by whoever has it: PPKs
OF_WHO_HAS_THE_TASK = {"workflow:meet_requirement"}
# What was brought to it is for staff and for people of the unit that brought it
BROUGHT_BY_THE_UNIT = {
    "workflow:item_file",
    "workflow:paper_decision_file",
    "workflow:task_file",
}
# Packages are for staff and for the respondents of their unit
OF_THE_OWN_UNIT = {"registry:package", "registry:package_sources"}
# The circular is answered for the own unit
ANSWERED_BY_THE_UNIT = {"outreach:acknowledge"}
# Respondents read a plan once it is approved; the example never was
APPROVED_ONLY = {"planning:compare", "planning:version", "planning:versions"}
# Found through the person who asks, and the example is somebody else's
ONES_OWN = {"messages:mark_read", "people:end_own_session"}
# Found through the agency at hand: whoever works in all of them chooses one first
OF_THE_AGENCY_AT_HAND = ("measurement:", "planning:")
OF_THE_CIRCULAR_AT_HAND = {
    *(name for name, filled in OBJECTS.items() if filled.example in ("addressee", "ppk_answer")),
    "outreach:confirm_sent",
}
# Meetings are for staff and for whoever is asked, and nobody is
OF_WHO_IS_ASKED = {"outreach:material", "outreach:meeting"}
# Pages that draw a whole document: asked once by one who may, and by all who may not
COSTLY = {
    "archive:office_template",
    "archive:office_template_preview",
    "archive:paper_draft",
    "archive:shipped_template_preview",
    "archive:use_template",
    "planning:paper_preview",
    "registry:undo_import",
}


class Answer(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    NOT_THERE = "not there"
    NO_SUCH_METHOD = "no such method"


class Place(StrEnum):
    OWN = "own"
    OTHER_UNIT = "other unit"
    OTHER_AGENCY = "other agency"
    MISSING = "missing"


SAID = {403: Answer.CLOSED, 404: Answer.NOT_THERE, 405: Answer.NO_SUCH_METHOD}
OPEN = {200, 302, 422}
AT_THE_DOOR = {Answer.CLOSED, Answer.NO_SUCH_METHOD}


def answer_of(status):
    assert status in SAID or status in OPEN, status
    return SAID.get(status, Answer.OPEN)


def filled(name):
    if ROUTES[name].arguments and name not in OBJECTS:
        pytest.fail(
            f"route {name} has no example object: add it to tests/permissions/objects.py",
            pytrace=False,
        )
    found = OBJECTS.get(name, NOTHING)
    assert found.arguments() >= ROUTES[name].arguments, f"{name} asks for {ROUTES[name].arguments}"
    return found


def addresses(name, world):
    """Place -> the address there; what is nobody's or has no unit stands in fewer places."""
    found = filled(name)
    there = {Place.OWN: found.address(name, world.own)}
    if not found.example:
        return there
    if found.example in OF_A_UNIT:
        there[Place.OTHER_UNIT] = found.address(name, world.beside)
    there[Place.OTHER_AGENCY] = found.address(name, world.foreign)
    there[Place.MISSING] = found.missing_address(name)
    return there


def expected(name, asker, method, place):
    if not may_open(asker.roles, name):
        return Answer.CLOSED
    if method not in ("GET", "HEAD") and (name in READERS or method != "POST"):
        return Answer.NO_SUCH_METHOD
    return Answer.OPEN if is_there(name, asker, place) else Answer.NOT_THERE


def is_there(name, asker, place):
    if place is Place.MISSING or name in ONES_OWN:
        return False
    if place is Place.OTHER_AGENCY:
        at_hand = name.startswith(OF_THE_AGENCY_AT_HAND) or name in OF_THE_CIRCULAR_AT_HAND
        return asker.everywhere and not at_hand
    if name in ANSWERED_BY_THE_UNIT and place is Place.OTHER_UNIT:
        return False
    return not asker.roles <= RESPONDENTS or is_there_for_respondents(name, asker.roles, place)


def is_there_for_respondents(name, roles, place):
    if name in OF_WHO_HAS_THE_TASK:
        return roles == {Role.PPK}
    if name in BROUGHT_BY_THE_UNIT:
        return place is Place.OWN
    return name not in APPROVED_ONLY | OF_WHO_IS_ASKED and not (
        name in OF_THE_OWN_UNIT and place is Place.OTHER_UNIT
    )


def cells(name, world, *, thoroughly):
    """(office, method, place, address, expected answer) of everything that is asked.

    Every office knocks with GET and POST at every door that is closed to it or behind which there
    is nothing. What is open, and the methods no page knows, are tried by one of each kind of
    office, or thoroughly by all.
    """
    found, tried = addresses(name, world), set()
    for (place, address), office in itertools.product(found.items(), world.askers):
        asker = world.askers[office]
        for method in METHODS:
            wanted = expected(name, asker, method, place)
            if place is not Place.OWN and method != "GET" and wanted in AT_THE_DOOR:
                continue  # nobody there looks at what lies behind
            if wanted is Answer.OPEN or method not in ("GET", "POST"):
                one = wanted, once_for(name, asker, method, place)
                if one in tried and not (thoroughly and name not in COSTLY and method != "HEAD"):
                    continue
                tried.add(one)
            yield office, method, place, address, wanted


def once_for(name, asker, method, place):
    """What one request stands for."""
    if name in COSTLY or method == "HEAD":
        return method if name in COSTLY else name
    return asker.everywhere, asker.roles <= RESPONDENTS, method, place


@pytest.mark.parametrize("thoroughly", [False, pytest.param(True, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", BEHIND_THE_SIGN_IN)
@pytest.mark.django_db
def test_every_office_gets_the_answer_that_the_tables_promise(name, world, thoroughly):
    wrong = []

    with only_named():
        for office, method, place, address, wanted in cells(name, world, thoroughly=thoroughly):
            told = answer_of(world.pages.ask(world.askers[office].person, method, address))
            if told != wanted and not has_no_such_page(name, told):
                wrong.append(f"{office}, {method}, {place}: {told}, not {wanted}")

    assert not wrong, "\n".join(wrong)


def has_no_such_page(name, told):
    """Beside READERS, a button has no page of its own, and a page about oneself no button."""
    return name not in READERS and told is Answer.NO_SUCH_METHOD


def test_every_route_stands_in_the_tables():
    assert set(ROUTES) == set(MAY_OPEN) | ONESELF | PUBLIC


def test_every_example_is_of_a_route():
    assert set(OBJECTS) <= set(ROUTES)
