"""One agency with two work units, another agency, and one of everything in each."""

import logging
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.test import override_settings

from tests.permissions.asking import Pages
from tests.permissions.examples import YEAR, Examples
from tests.permissions.objects import OBJECTS, OF_A_UNIT
from tests.permissions.offices import Asker, askers
from tolok.archive.testing import make_paper
from tolok.cycle.testing import make_year
from tolok.measurement.actions import measure_year
from tolok.organisation.testing import make_agency, make_work_unit
from tolok.registry.testing import publish_tenders, tender_tables


@dataclass(frozen=True)
class World:
    own: Examples
    beside: Examples  # another work unit of the same agency
    foreign: Examples
    askers: dict[str, Asker]
    pages: Pages


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    """Made once: what a request does is undone after it (see `asking`)."""
    home = tmp_path_factory.mktemp("world")
    with (
        override_settings(TOLOK_HOME=home, DEBUG_PROPAGATE_EXCEPTIONS=True),
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        yield furnished()
        transaction.set_rollback(True)


def furnished() -> World:
    agency, other = make_agency("X101"), make_agency("X202")
    for place in (agency, other):
        make_year(place, YEAR)
    own = Examples(agency, make_work_unit(agency))
    beside = Examples(agency, make_work_unit(agency, "1.02."))
    publish_tenders(agency, tender_tables("1001", agency.code))  # of the own work unit
    make_paper("F1", agency=agency, subject="penugasan")
    foreign = Examples(other, make_work_unit(other, "2.01."))
    every = {filled.example for filled in OBJECTS.values() if filled.example}
    for name in sorted(every):
        for examples in (own, foreign, *([beside] if name in OF_A_UNIT else [])):
            getattr(examples, name)
    measure_year(agency, YEAR)  # else the first page that shows values would keep them
    posted = {filled.address(name, own): filled.posted for name, filled in OBJECTS.items()}
    return World(own, beside, foreign, askers(own), Pages(posted))


@pytest.fixture
def home(world, settings, tmp_path):
    """Where the kept files of the world lie."""
    return settings.TOLOK_HOME


@pytest.fixture(autouse=True)
def quiet():
    """Thousands of refusals are not worth a line each."""
    logger = logging.getLogger("django.request")
    logger.setLevel(logging.CRITICAL)
    yield
    logger.setLevel(logging.NOTSET)
