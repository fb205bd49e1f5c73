"""Plt. and Plh. take over by the dates alone; nobody decides on their own work."""

from datetime import date

import pytest

from tolok.core.problem import RefusedError
from tolok.organisation.testing import make_agency, make_work_unit
from tolok.people.acting import as_trail, deciders, holders, no_decider, signing_title
from tolok.people.actions import Appointment, give_office, stand_in
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

APRIL, MAY, JUNE = date(2026, 4, 1), date(2026, 5, 1), date(2026, 6, 1)


@pytest.fixture
def sari():
    return make_person("sari@contoh.id")


@pytest.fixture
def budi():
    return make_person("budi@contoh.id")


@pytest.fixture
def kepala(sari):
    """Sari heads the unit."""
    return make_office(
        sari, Role.KEPALA_UKPBJ, make_agency(), title="Kepala Bagian Pengadaan Barang/Jasa"
    )


def letter(acting="Plh.", **fields):
    usual = {"decree": "SP 7/2026", "starts": MAY, "ends": date(2026, 5, 31)}
    return Appointment(Role.AUDITOR, None, acting=acting, **usual | fields)


def persons(day, role=Role.KEPALA_UKPBJ, unit=None):
    return [office.user.name for office in holders(role, make_agency(), day, unit)]


@pytest.mark.both_databases
def test_an_acting_officer_takes_over_from_the_first_day_to_the_last(kepala, budi):
    stand_in(budi, kepala, letter())

    assert [persons(day) for day in (APRIL, MAY, date(2026, 5, 31), JUNE)] == [
        ["Sari"],
        ["Budi"],
        ["Budi"],
        ["Sari"],
    ]
    assert budi.roles_in(make_agency(), MAY) == {Role.KEPALA_UKPBJ}
    assert budi.roles_in(make_agency(), JUNE) == frozenset()


def test_an_acting_officer_who_is_away_is_stood_in_for_as_well(kepala, budi):
    deputy = stand_in(budi, kepala, letter("Plt.", ends=None))
    stand_in(make_person("tono@contoh.id"), deputy, letter(ends=MAY))

    assert persons(MAY) == ["Tono"]
    assert persons(JUNE) == ["Budi"]


def test_who_acts_for_a_unit_is_its_own_officer_or_one_of_the_whole_agency(sari, budi):
    unit = make_work_unit()
    make_office(sari, Role.PPK, make_agency(), unit=unit)
    make_office(budi, Role.PPK, make_agency())
    make_office(make_person(), Role.PPK, make_agency(), unit=make_work_unit(code="2."))

    assert sorted(persons(MAY, Role.PPK, unit)) == ["Budi", "Sari"]


def test_an_acting_officer_signs_as_such_and_with_the_others_title(kepala, budi):
    budi.nip, budi.rank = "198800002010000001", "Penata (III/c)"

    told = signing_title(stand_in(budi, kepala, letter()))

    assert (told.variant, told.title) == ("Plh.", "Kepala Bagian Pengadaan Barang/Jasa")
    assert (told.name, told.nip, told.rank) == ("Budi", "198800002010000001", "Penata (III/c)")
    assert signing_title(kepala).variant == "langsung"


def test_the_trail_names_both(kepala, budi):
    office = stand_in(budi, kepala, letter())

    assert as_trail(office, office.user) == {
        "bertindak sebagai": "Plh. Kepala Bagian Pengadaan Barang/Jasa",
        "menggantikan": "Sari",
    }
    assert AuditEntry.objects.get().values_after()["menggantikan"] == "Sari"


@pytest.mark.parametrize(
    "wrong",
    [{"decree": " "}, {"ends": None}, {"starts": date(2026, 7, 1)}],
    ids=["no letter", "a Plh. without an end", "ends before it starts"],
)
def test_a_letter_that_says_too_little_is_refused(kepala, budi, wrong):
    with pytest.raises(RefusedError) as refusal:
        stand_in(budi, kepala, letter(**wrong))

    assert refusal.value.problems[0].rule in ("PG-05", "PG-08")
    assert not budi.offices.exists()


def test_nobody_stands_in_for_oneself_nor_for_an_office_of_another_kind_pg_05(kepala, sari, budi):
    with pytest.raises(RefusedError, match="orang lain"):
        stand_in(sari, kepala, letter())
    with pytest.raises(RefusedError, match="harus sama dengan"):
        give_office(
            budi,
            Appointment(
                Role.PIMPINAN,
                make_agency(),
                MAY,
                ends=JUNE,
                decree="SP",
                acting="Plh.",
                stands_in_for=kepala,
            ),
        )


def test_a_plt_may_fill_an_office_that_nobody_held(budi):
    give_office(budi, Appointment(Role.KETUA_TIM, make_agency(), MAY, decree="SP 8", acting="Plt."))

    assert persons(MAY, Role.KETUA_TIM) == ["Budi"]


@pytest.mark.parametrize(
    "missing", [{"decree": ""}, {"ends": None}], ids=["no assignment letter", "no last day"]
)
def test_an_auditor_works_by_an_assignment_letter_and_its_dates_pg_14(budi, missing):
    given = {"decree": "ST 9/2026", "ends": JUNE} | missing

    with pytest.raises(RefusedError) as refusal:
        give_office(budi, Appointment(Role.AUDITOR, make_agency(), MAY, **given))

    assert refusal.value.problems[0].rule == "PG-14"


class TestNobodyDecidesOnTheirOwnWork:
    def decide(self, author):
        found = deciders(Role.KEPALA_UKPBJ, make_agency(), authors={author}, day=MAY)
        return [(one.person.name, one.is_substitute) for one in found]

    def test_the_holder_decides_on_the_work_of_others(self, kepala, budi):
        assert self.decide(budi) == [("Sari", False)]

    def test_another_holder_decides_before_any_substitute(self, kepala, sari, budi):
        make_office(budi, Role.KEPALA_UKPBJ, make_agency())

        assert self.decide(sari) == [("Budi", False)]

    def test_the_substitute_decides_where_the_only_holder_is_the_author(self, kepala, sari, budi):
        kepala.substitute = budi
        kepala.save()

        assert self.decide(sari) == [("Budi", True)]
        assert budi.roles_as_substitute(make_agency(), MAY) == {Role.KEPALA_UKPBJ}

    def test_the_substitute_of_the_one_who_is_away_decides_on_the_acting_officers_work(
        self, kepala, budi
    ):
        kepala.substitute = tono = make_person("tono@contoh.id")
        kepala.save()
        stand_in(budi, kepala, letter())

        assert self.decide(budi) == [("Tono", True)]
        assert self.decide(tono) == [("Budi", False)]

    def test_an_acting_officer_who_is_that_substitute_decides_nothing_of_their_own(
        self, kepala, budi
    ):
        kepala.substitute = budi
        kepala.save()
        stand_in(budi, kepala, letter())

        assert self.decide(budi) == []

    def test_the_trail_names_a_substitute_and_whose_place_it_is(self, kepala, budi):
        assert as_trail(kepala, budi) == {
            "bertindak sebagai": f"pengganti {kepala.acting_title}",
            "menggantikan": kepala.user.name,
        }

    def test_without_a_substitute_nobody_does_and_the_author_is_told_why_pg_12(self, kepala, sari):
        assert self.decide(sari) == []
        assert "menunjuk pengganti" in no_decider(Role.KEPALA_UKPBJ, sari).message
        assert no_decider(Role.KEPALA_UKPBJ, sari).rule == "PG-12"
