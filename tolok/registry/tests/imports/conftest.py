"""Whose files come in."""

import pytest

from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user


@pytest.fixture
def agency():
    return make_year(make_agency()).agency


@pytest.fixture
def client(client, agency):
    """Signed in as one of the agency's data processors."""
    client.force_login(make_user(Role.DATA_PROCESSOR, agency))
    return client
