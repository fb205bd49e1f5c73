"""Every page of the program, over the demo's data, as a browser shows it.

Pages are found as a person finds them: by following links. So a page that nothing leads to is
found out too.
"""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from django.http import Http404
from django.test import RequestFactory
from django.urls import Resolver404, get_resolver, resolve

from tests.browser.checks import assert_accessible, assert_nothing_sticks_out, page_weight
from tests.browser.fixtures import DESK, PHONE
from tolok.demo.cast import person
from tolok.demo.fill import fill
from tolok.organisation.models import Agency
from tolok.people.models import Role
from tolok.people.permissions import PUBLIC
from tolok.people.testing import make_office
from tolok.workflow.actions import start_run

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HEAVIEST = 150_000  # bytes of a first view
# Pages to which no link leads, because they stand behind something else
BEHIND = {
    "people:second_step": "asks for the code of a second factor, in the middle of signing in",
}


@dataclass
class Crawl:
    """What was found on the way, one visit for each page of the program."""

    page: object
    seen: dict[str, str] = field(default_factory=dict)  # view name -> the address visited
    wrong: list[str] = field(default_factory=list)

    def walk(self, start="/"):
        waiting = [start]
        while waiting:
            address = waiting.pop(0)
            name = name_of(address)
            if name and name not in self.seen:
                self.seen[name] = address
                waiting += self.visit(name, address)

    def visit(self, name, address):
        """The page is looked at; what leads on from it is handed back. Downloads lead nowhere."""
        answer = self.page.request.get(address)
        if answer.status != 200:
            self.wrong.append(f"{name} {address}: answered {answer.status}")
            return []
        if not is_page(answer):
            return []
        self.page.goto(address)
        for size in (DESK, PHONE):
            self.page.set_viewport_size(size)
            self.told(name, address, assert_nothing_sticks_out)
            self.told(name, address, assert_accessible)
        if (weight := page_weight(self.page)) > HEAVIEST:
            self.wrong.append(f"{name} {address}: {weight} bytes")
        return self.page.eval_on_selector_all(
            "a[href]", "links => links.map(a => new URL(a.getAttribute('href'), location).href)"
        )

    def told(self, name, address, check):
        try:
            check(self.page)
        except AssertionError as error:
            width = self.page.viewport_size["width"]
            self.wrong.append(f"{name} {address} at {width} px: {error}")


def is_page(answer):
    is_download = "attachment" in answer.headers.get("content-disposition", "")
    return answer.headers["content-type"].startswith("text/html") and not is_download


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
def somebody(live):
    """Holds the offices that open most, in the demo's agency, whose newest year runs."""
    fill(in_the_open=True)
    agency = Agency.objects.get()
    coordinator = person(Role.COORDINATOR)
    make_office(coordinator, Role.ADMINISTRATOR)
    start_run(agency.years.first(), actor=coordinator)
    return coordinator


def test_every_page_is_reached_fits_is_accessible_and_light(page, sign_in, somebody):
    crawl = Crawl(sign_in(page, somebody))

    crawl.walk()

    assert not crawl.wrong, "\n".join(crawl.wrong)
    assert sorted(set(reading_pages()) - set(crawl.seen) - set(BEHIND)) == []
