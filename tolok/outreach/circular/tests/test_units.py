import pytest
from django.utils import timezone

from tolok.organisation.testing import make_work_unit
from tolok.outreach.circular.testing import make_addressee, make_circular
from tolok.outreach.circular.units import active_units, known_ppks
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person
from tolok.registry.officers import Named, ppks_named
from tolok.registry.testing import publish

PLANS = "RUP-PaketPenyedia-Terumumkan"


def row(code, name, nip="", unit="1.01.01."):
    return {
        "tahun_anggaran": 2025,
        "kd_klpd": "X101",
        "kd_rup": code,
        "kd_satker_str": unit,
        "nama_ppk": name,
        "nip_ppk": nip,
    }


@pytest.fixture
def plans(agency):
    """The year before the circular's; its own RUP is not there yet."""
    rows = [
        row("1", "Ppk Lama", "18800101 200001 1 001"),
        row("2", "PPK LAMA", "188001012000011001"),
        row("3", "Ppk Dinas Lain", unit="2."),
        row("4", "  "),
    ]
    publish(agency, {PLANS: rows}, year=2025)


def test_the_rup_names_each_ppk_once_by_unit(agency, plans):
    assert ppks_named(agency, 2025) == {
        "1.01.01.": (Named("PPK LAMA", "188001012000011001"),),
        "2.": (Named("Ppk Dinas Lain", ""),),
    }


def test_a_unit_is_asked_about_its_officers_and_then_about_the_rup_of_last_year(agency, plans):
    addressee = make_addressee(circular=make_circular(agency))
    make_office(make_person("baru@contoh.id"), Role.PPK, agency, unit=addressee.unit)

    known = known_ppks(addressee, timezone.localdate())

    assert [(one.name, one.source) for one in known] == [
        ("Baru", "jabatan di Tolok"),
        ("PPK LAMA", "RUP 2025"),
    ]


@pytest.mark.parametrize(
    ("first", "last", "is_active"),
    [
        (None, None, True),
        (2024, 2025, True),
        (2026, 2026, True),
        (2020, 2024, False),
        (2027, None, False),
    ],
)
def test_a_unit_is_active_in_2026(agency, first, last, is_active):
    unit = make_work_unit(agency, first_year=first, last_year=last)

    assert (unit in active_units(agency, 2026)) is is_active
