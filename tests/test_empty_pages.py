"""What a unit sees on its first day, with a year but nothing in it: no bare table, a next step."""

import logging
import re

import pytest
from django.urls import reverse

from tests.permissions.routes import routes
from tolok.cycle.testing import make_year
from tolok.people.models import Role
from tolok.people.permissions import PUBLIC
from tolok.people.testing import make_office, make_user

BARE = re.compile(r"<tbody[^>]*>\s*</tbody>|<(ul|ol)[^>]*>\s*</\1>")
WITHOUT_ARGUMENTS = sorted(
    name for name, route in routes().items() if not route.arguments and name not in PUBLIC
)


@pytest.fixture
def first_day(client, db):
    year = make_year()
    somebody = make_user(Role.COORDINATOR, year.agency)
    make_office(somebody, Role.ADMINISTRATOR, year.agency)
    client.force_login(somebody)
    return client


@pytest.fixture(autouse=True)
def quiet(caplog):
    """Pages that only write refuse to be read; that is not worth a line each."""
    caplog.set_level(logging.CRITICAL, logger="django.request")


def test_no_page_shows_a_bare_table_or_list(first_day):
    bare = {}
    for name in WITHOUT_ARGUMENTS:
        answer = first_day.get(reverse(name))
        if answer.status_code != 200 or "html" not in answer.headers["Content-Type"]:
            continue
        _, _, main = answer.content.decode().partition("<main")
        if found := BARE.search(main):
            bare[name] = found.group()

    assert bare == {}
