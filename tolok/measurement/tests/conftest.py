"""What tests of pages ask for."""

import pytest

from tolok.measurement.testing import make_measured_agency
from tolok.people.models import Role
from tolok.people.testing import make_user


@pytest.fixture(scope="module")
def measured(lasting):
    return make_measured_agency()


@pytest.fixture
def agency(measured, stay):
    return measured


@pytest.fixture
def reader(agency, client):
    """Signed in as the agency's coordinator."""
    client.force_login(make_user(Role.COORDINATOR, agency))
    return client
