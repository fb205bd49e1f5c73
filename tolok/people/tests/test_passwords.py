"""Words a stranger guesses first do not make a password."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def sari():
    sari = make_person("sari.wulan@contoh.id")
    sari.name = "Sariwati Wulandari"
    make_office(sari, Role.COORDINATOR, make_agency("D900", name="Kabupaten Contoh Jaya"))
    return sari


@pytest.mark.parametrize(
    "password",
    [
        "UKPBJ-LPSE-2026",
        "PengadaanBarang1",
        "Wulandari-12345",
        "ContohJaya-D900!",
        "Rahasia#Sandi1",
    ],
)
def test_words_of_the_place_are_too_easy(sari, password):
    with pytest.raises(ValidationError):
        validate_password(password, sari)


@pytest.mark.parametrize("password", ["gunung-merapi-pagi", "Tolok-Ukur-900", "k7#pengadaan-Qz9!x"])
def test_words_of_elsewhere_are_good(sari, password):
    validate_password(password, sari)
