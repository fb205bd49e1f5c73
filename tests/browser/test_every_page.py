"""Every page of the program as a browser shows it, in two sweeps.

One follows links over the demo's data, as a person does: long lists, real words. The other asks
for every page by its route, over one example of everything.
"""

from urllib.parse import urlsplit

import pytest
from django.http import Http404
from django.test import RequestFactory
from django.urls import Resolver404, get_resolver, resolve

from tests.browser.sweeping import Sweep
from tests.permissions.conftest import furnished
from tests.permissions.objects import NOTHING, OBJECTS
from tolok.demo.cast import person
from tolok.demo.fill import fill
from tolok.people.models import Role
from tolok.people.permissions import PUBLIC
from tolok.people.testing import make_office, make_user

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Pages that have nothing to show of the examples, or only to somebody else
NOT_ASKED = {
    "people:new_recovery_codes": "only who has a second factor",
    "people:remove_second_factor": "only who has a second factor",
    "people:second_step": "in the middle of signing in",
}


def name_of(address):
    """The page an address belongs to; none for what is no page of ours."""
    try:
        return resolve(urlsplit(address).path).view_name
    except (Resolver404, Http404):
        return None


def reading_pages(resolver=None, prefix=""):
    """Names of all pages behind the sign-in that answer a GET."""
    for one in (resolver or get_resolver()).url_patterns:
        if hasattr(one, "url_patterns"):
            yield from reading_pages(one, f"{prefix}{one.namespace}:" if one.namespace else prefix)
        elif (name := f"{prefix}{one.name}") not in PUBLIC and answers_get(one.callback):
            yield name


def answers_get(view):
    """`require_POST` refuses before it looks at anything else."""
    try:
        return view(RequestFactory().get("/")).status_code != 405
    except (AttributeError, TypeError, Http404):  # it went on, and found no person, no argument
        return True


@pytest.fixture
def of_the_demo(live):
    """Holds the offices that open most, in the demo's agency, whose newest year runs."""
    fill(in_the_open=True)
    coordinator = person(Role.COORDINATOR)
    make_office(coordinator, Role.ADMINISTRATOR)
    return coordinator


def test_every_page_that_links_lead_to_fits_is_accessible_and_light(page, sign_in, of_the_demo):
    sweep = Sweep(sign_in(page, of_the_demo))
    seen, waiting = set(), ["/"]

    while waiting:
        address = waiting.pop(0)
        name = name_of(address)
        if name and name not in seen:
            seen.add(name)
            waiting += sweep.visit(name, address)

    assert not sweep.wrong, "\n".join(sweep.wrong)
    assert len(seen) > len(set(reading_pages())) / 2


def test_every_page_of_the_routes_fits_is_accessible_and_light(page, sign_in, live):
    examples = furnished().own
    somebody = make_user(Role.COORDINATOR, examples.agency)
    make_office(somebody, Role.ADMINISTRATOR, examples.agency)
    make_office(somebody, Role.PENANGGUNG_JAWAB, examples.agency, unit=examples.unit)
    sweep = Sweep(sign_in(page, somebody))

    for name in sorted(set(reading_pages()) - set(NOT_ASKED)):
        sweep.visit(name, OBJECTS.get(name, NOTHING).address(name, examples))

    assert not sweep.wrong, "\n".join(sweep.wrong)
