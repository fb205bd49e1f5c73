"""In which agency a person is at work, and that rights held in one do not reach another."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tolok.organisation.models import WorkUnitAlias
from tolok.organisation.testing import make_agency, make_alias, make_work_unit
from tolok.people.models import Role
from tolok.people.testing import make_administrator, make_office, make_person, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def sari(client):
    """Coordinator in X101, auditor in X202."""
    sari = make_person()
    make_office(sari, Role.COORDINATOR, make_agency("X101", name="Kabupaten Satu"))
    make_office(sari, Role.AUDITOR, make_agency("X202", name="Kota Dua"))
    client.force_login(sari)
    return sari


def agency_of(response):
    return response.wsgi_request.agency


@pytest.mark.usefixtures("sari")
class TestTheChoice:
    def test_work_begins_in_the_first_agency(self, client):
        assert agency_of(client.get("/pengaturan/")).code == "X101"

    def test_the_choice_is_remembered(self, client):
        client.get("/pengaturan/?instansi=X202")

        assert agency_of(client.get("/pengaturan/")).code == "X202"

    @pytest.mark.parametrize("code", ["X303", "", "x202", "9" * 5000])
    def test_an_agency_of_others_does_not_exist(self, client, code):
        make_agency("X303")

        assert client.get("/pengaturan/", {"instansi": code}).status_code == 404

    def test_a_choice_that_is_no_longer_ones_own_is_forgotten(self, client, sari):
        client.get("/pengaturan/?instansi=X202")
        sari.offices.filter(role=Role.AUDITOR).update(ends=timezone.localdate() - timedelta(days=1))

        assert agency_of(client.get("/pengaturan/")).code == "X101"


@pytest.mark.usefixtures("sari")
def test_roles_are_those_held_in_the_agency_at_hand(client):
    here = client.get("/pengaturan/?instansi=X101").wsgi_request
    there = client.get("/pengaturan/?instansi=X202").wsgi_request

    assert here.roles == {Role.COORDINATOR}
    assert there.roles == {Role.AUDITOR}


@pytest.mark.usefixtures("sari")
def test_a_coordinator_here_changes_nothing_there(client):
    there = make_alias(make_work_unit(make_agency("X202")))
    client.get("/pengaturan/?instansi=X101")

    response = client.post(f"/pengaturan/unit-kerja/padanan/{there.pk}/hapus/")

    assert response.status_code == 404
    assert WorkUnitAlias.objects.filter(pk=there.pk).exists()


def test_an_administrator_of_the_deployment_is_at_work_everywhere(client):
    make_agency("X101")
    other = make_alias(make_work_unit(make_agency("X202")))
    client.force_login(make_administrator())

    response = client.post(f"/pengaturan/unit-kerja/padanan/{other.pk}/hapus/")

    assert response.status_code == 302


def test_someone_without_an_office_is_at_work_nowhere(client):
    make_agency()
    client.force_login(make_person())

    request = client.get("/akun/kata-sandi/").wsgi_request

    assert (request.agency, request.agencies, request.roles) == (None, (), frozenset())
    assert not request.user.agencies().exists()


def test_an_administrator_of_one_agency_sees_that_one(client):
    make_agency("X202")
    client.force_login(make_user(Role.ADMINISTRATOR, make_agency("X101")))

    request = client.get("/pengaturan/").wsgi_request

    assert [agency.code for agency in request.user.agencies()] == ["X101"]
