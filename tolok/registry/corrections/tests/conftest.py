"""A finished tender typed ten times too large, one who proposes and one who decides."""

import pytest

from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.conftest import bring_in
from tolok.registry.models import Package

TENFOLD = {
    "SPSE-TenderPengumuman": [{}],
    "SPSE-TenderSelesaiNilai": [{"nilai_kontrak": 9000, "nilai_penawaran": 900}],
    "SPSE-TenderEkontrak-Kontrak": [
        {"nilai_kontrak": 9000, "status_kontrak": "Kontrak Sedang Berjalan"}
    ],
}


@pytest.fixture(scope="module")
def tenfold(lasting):
    bring_in(TENFOLD, make_agency(), lasting / "scratch")


@pytest.fixture
def package(tenfold, stay):
    return Package.objects.get()


@pytest.fixture
def sari(agency):
    return make_user(Role.DATA_PROCESSOR, agency)


@pytest.fixture
def budi(agency):
    return make_user(Role.COORDINATOR, agency)
