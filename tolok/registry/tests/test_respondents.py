"""Respondents read the packages of their own unit, or of their own Pokja, and no others."""

import pytest

from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency, make_alias, make_work_unit
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person
from tolok.registry.models import PlanEntry
from tolok.registry.testing import make_package, make_plan_entry, make_pokja

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency():
    return make_year(make_agency(), 2025).agency


@pytest.fixture
def roads(agency):
    return make_package(agency, "1001", work_unit=make_work_unit(agency, "1.03", name="Dinas PU"))


@pytest.fixture
def schools(agency):
    return make_package(agency, "1002", work_unit=make_work_unit(agency, "1.01", name="Dinas P"))


def in_office(client, role, agency, unit=None, **person):
    user = make_person(f"{role}@contoh.id")
    for name, value in person.items():
        setattr(user, name, value)
    user.save()
    make_office(user, role, agency, unit=unit)
    client.force_login(user)
    return user


def codes(response):
    return [package.code for package in response.context["page"]]


@pytest.mark.parametrize("role", [Role.PPK, Role.PENANGGUNG_JAWAB])
def test_those_of_a_unit_see_its_packages_alone(client, agency, roads, schools, role):
    in_office(client, role, agency, roads.work_unit)

    listed = client.get("/data/paket/")

    assert codes(listed) == ["1001"]
    assert client.get(roads.get_absolute_url()).status_code == 200
    assert client.get(schools.get_absolute_url()).status_code == 404
    assert client.get("/data/paket/cari/", {"kode": "1002"}).status_code == 404


def test_a_member_of_a_pokja_sees_what_it_selected(client, agency, roads, schools):
    nip = "190000000000000009"
    schools.pokja = make_pokja(agency)
    schools.pokja.members.filter(name="Andi").update(nip=nip)
    schools.save()
    in_office(client, Role.POKJA, agency, nip=nip)

    assert codes(client.get("/data/paket/")) == ["1002"]


def test_without_a_unit_or_nip_the_empty_list_says_what_is_missing(client, agency, roads):
    in_office(client, Role.PPK, agency)

    shown = client.get("/data/paket/").content.decode()

    assert "satuan kerja pada jabatan Anda" in shown
    assert "Impor berkas" not in shown


def test_an_office_of_the_staff_beside_it_opens_the_whole_agency(client, agency, roads, schools):
    user = in_office(client, Role.PPK, agency, roads.work_unit)
    make_office(user, Role.DATA_PROCESSOR, agency)

    assert set(codes(client.get("/data/paket/"))) == {"1001", "1002"}


def test_units_of_another_agency_give_nothing_here(client, agency, roads):
    other = make_agency("D999")
    user = in_office(client, Role.PPK, other, make_work_unit(other, "1.03"))
    make_office(user, Role.PPK, agency, unit=None)

    assert codes(client.get("/data/paket/", {"instansi": agency.code})) == []


def test_the_plan_of_a_unit_is_found_by_its_other_codes_too(agency, client, roads):
    make_alias(roads.work_unit, "K1")
    entries = [
        make_plan_entry(agency, code, work_unit_code=unit)
        for code, unit in (("1", "1.03"), ("2", "K1"), ("3", "9.99"))
    ]
    user = in_office(client, Role.PPK, agency, roads.work_unit)

    seen = PlanEntry.objects.visible_to(user)

    assert set(seen) == set(entries[:2])
