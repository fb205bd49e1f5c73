import pytest

from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.outreach.circular.testing import (
    YEAR,
    make_addressee,
    make_circular,
    make_letter,
)
from tolok.people.models import Role
from tolok.people.testing import make_user


@pytest.fixture
def agency(db):
    make_year(make_agency(), YEAR)
    return make_agency()


@pytest.fixture
def coordinator(agency):
    return make_user(Role.COORDINATOR, agency)


@pytest.fixture
def circular(agency):
    """One that is out."""
    circular = make_circular(agency)
    make_letter(circular)
    return circular


@pytest.fixture
def addressee(circular):
    return make_addressee(circular=circular)
