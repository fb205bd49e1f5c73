import pytest

from tolok.organisation.models import WorkUnitAlias
from tolok.organisation.testing import make_agency, make_alias, make_work_unit
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db


def remove(client, alias, role=Role.COORDINATOR):
    client.force_login(make_user(role))
    return client.post(f"/pengaturan/unit-kerja/padanan/{alias.pk}/hapus/")


def test_an_alias_is_taken_back_and_the_trail_keeps_what_it_was(client):
    response = remove(client, make_alias(make_work_unit(code="9."), alias="98765"))

    assert response.status_code == 302
    assert not WorkUnitAlias.objects.exists()
    entry = AuditEntry.objects.get()
    assert entry.event == "organisation.remove_alias"
    assert entry.values_before() == {"alias": "98765", "sistem": "any", "satker": "9."}


def test_an_alias_of_another_agency_does_not_exist(client):
    assert remove(client, make_alias(make_work_unit(make_agency("X202")))).status_code == 404
    assert WorkUnitAlias.objects.exists()


@pytest.mark.parametrize("role", [Role.DATA_PROCESSOR, Role.AUDITOR])
def test_other_roles_may_not(client, role):
    assert remove(client, make_alias(), role).status_code == 403


def test_a_link_removes_nothing(client):
    alias = make_alias()
    client.force_login(make_user())

    assert client.get(f"/pengaturan/unit-kerja/padanan/{alias.pk}/hapus/").status_code == 405
