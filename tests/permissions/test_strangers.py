"""Whoever has not signed in, and what is told of things that belong to others."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.permissions.objects import OBJECTS
from tests.permissions.test_matrix import (
    BEHIND_THE_SIGN_IN,
    METHODS,
    Place,
    addresses,
    filled,
)
from tolok.people.permissions import PUBLIC, may_open

pytestmark = pytest.mark.django_db


def test_a_stranger_is_sent_to_sign_in_wherever_he_knocks(world):
    stranger, wrong = Client(), []
    sign_in = reverse(settings.LOGIN_URL)

    for name in BEHIND_THE_SIGN_IN:
        address = filled(name).address(name, world.own)
        for method in METHODS:
            answer = stranger.generic(method, address)
            if answer.status_code != 302 or not answer["Location"].startswith(f"{sign_in}?next="):
                wrong.append(f"{method} {name}: {answer.status_code}")

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_a_public_page_reads_and_takes_forms_and_does_nothing_else(name, world):
    address = filled(name).address(name, world.own)

    answers = {method: Client().generic(method, address).status_code for method in METHODS}

    assert answers["GET"] in (200, 302, 404)
    assert answers["POST"] in (200, 302, 404, 405, 422)
    assert {answers[method] for method in ("PUT", "PATCH", "DELETE", "OPTIONS")} == {405}


def test_what_belongs_to_another_agency_looks_like_what_is_not_there(world):
    """The same status, headers and bytes: nobody learns that a number is taken."""
    wrong = []

    for name in sorted(set(OBJECTS) - PUBLIC):
        places = addresses(name, world)
        asker = next(one for one in world.askers.values() if may_open(one.roles, name))
        if Place.OTHER_AGENCY in places and not asker.everywhere:
            for method in ("GET", "POST"):
                told = [
                    as_told(world.pages.answer(asker.person, method, places[place]))
                    for place in (Place.OTHER_AGENCY, Place.MISSING)
                ]
                if told[0] != told[1]:
                    wrong.append(f"{method} {name}: {told}")

    assert not wrong, "\n".join(wrong)


def as_told(answer):
    return answer.status_code, dict(answer.headers), answer.content
