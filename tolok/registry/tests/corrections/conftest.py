import pytest

from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.corrections.actions import propose_correction, propose_exclusion
from tolok.registry.models import Package
from tolok.registry.testing import publish_tenders, tender_tables


@pytest.fixture(scope="module")
def imported(lasting):
    publish_tenders(make_year(make_agency()).agency, tender_tables("1001"))


@pytest.fixture
def package(imported, stay):
    return Package.objects.get()


@pytest.fixture
def agency(package):
    return package.agency


@pytest.fixture
def proposer(agency):
    return make_user(Role.DATA_PROCESSOR, agency)


@pytest.fixture
def decider(agency):
    return make_user(Role.COORDINATOR, agency)


@pytest.fixture
def correction(package, proposer):
    return propose_correction(
        package, "nilai_kontrak", "890000000", reason="Salah ketik.", actor=proposer
    )


@pytest.fixture
def exclusion(package, proposer):
    return propose_exclusion(package, "B1", reason="Kontrak payung.", actor=proposer)
