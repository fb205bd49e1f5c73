import pytest

from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.planning.testing import coordinator_of, make_plan


@pytest.fixture
def agency(db):
    return make_agency()


@pytest.fixture
def plan(agency):
    """A complete draft."""
    return make_plan(agency)


@pytest.fixture
def coordinator(plan):
    return coordinator_of(plan)


@pytest.fixture
def leader(agency):
    return make_user(Role.KETUA_TIM, agency)


@pytest.fixture
def writer(client, plan):
    """Somebody of the team that writes the plan, signed in."""
    client.force_login(coordinator_of(plan))
    return client
