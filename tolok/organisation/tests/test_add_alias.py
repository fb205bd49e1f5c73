import pytest

from tolok.organisation.models import WorkUnitAlias
from tolok.organisation.testing import make_agency, make_alias, make_work_unit
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return make_work_unit(code="1.02.01.", name="Dinas Kesehatan")


def add(client, unit, role=Role.COORDINATOR, alias="98765", **more):
    client.force_login(make_user(role))
    data = {"alias": alias, "system": "spse", "work_unit": unit.pk}
    return client.post("/pengaturan/unit-kerja/padanan/", data | more)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADMINISTRATOR])
def test_another_code_is_added_and_the_trail_tells(client, unit, role):
    response = add(client, unit, role, alias="  98765 ")

    assert response.status_code == 302
    alias = WorkUnitAlias.objects.get()
    assert (alias.alias, alias.system, alias.work_unit) == ("98765", "spse", unit)
    entry = AuditEntry.objects.get()
    assert (entry.event, entry.agency) == ("organisation.add_alias", "X101")
    assert entry.values_after() == {"alias": "98765", "sistem": "spse", "satker": "1.02.01."}


def test_the_same_code_may_mean_another_unit_in_another_system(client, unit):
    make_alias(make_work_unit(code="9."), alias="98765", system="sirup")

    assert add(client, unit).status_code == 302


def test_a_code_that_means_another_unit_already_is_refused_and_says_which(client, unit):
    make_alias(make_work_unit(code="9.", name="Dinas Perhubungan"), alias="98765", system="spse")

    response = add(client, unit)

    assert response.status_code == 422
    assert response.context["problems"][0].rule == "UK-02"
    assert "sudah dipadankan dengan Dinas Perhubungan" in response.content.decode()
    assert WorkUnitAlias.objects.count() == 1


def test_the_code_of_the_unit_itself_is_refused_that_of_another_is_not(client, unit):
    make_work_unit(code="9.")

    assert add(client, unit, alias=unit.code).context["problems"][0].rule == "UK-03"
    assert add(client, unit, alias="9.").status_code == 302


def test_an_empty_code_is_refused(client, unit):
    response = add(client, unit, alias="   ")

    assert response.status_code == 422
    assert "alias" in response.context["form"].errors


def test_a_unit_of_another_agency_cannot_be_chosen(client):
    foreign = make_work_unit(make_agency("X202"), name="Dinas Asing")

    response = add(client, foreign)

    assert response.status_code == 422
    assert "Dinas Asing" not in response.content.decode()
    assert not WorkUnitAlias.objects.exists()


@pytest.mark.parametrize("role", [Role.DATA_PROCESSOR, Role.AUDITOR])
def test_other_roles_may_not(client, unit, role):
    assert add(client, unit, role).status_code == 403
