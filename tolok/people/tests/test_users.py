import pytest

from tolok.organisation.testing import make_agency
from tolok.people.models import Role, User
from tolok.people.testing import make_administrator, make_office, make_person, make_user

pytestmark = pytest.mark.django_db


def page(client, user):
    client.force_login(user)
    return client.get("/pengaturan/pengguna/")


def test_the_administrator_sees_everybody_and_their_offices(client):
    make_user(Role.COORDINATOR)
    make_person("tanpa@contoh.id")

    html = page(client, make_administrator()).content.decode()

    assert "coordinator@x101.contoh.id" in html
    assert "tanpa@contoh.id" in html
    assert "Koordinator, Kabupaten X101" in html


def test_an_agencys_administrator_sees_its_own_people_and_only_their_offices_there(client):
    both = make_user(Role.COORDINATOR, make_agency("X101"))
    make_office(both, Role.AUDITOR, make_agency("X202"))
    make_user(Role.COORDINATOR, make_agency("X202"))

    response = page(client, make_user(Role.ADMINISTRATOR, make_agency("X101")))

    emails = {user.email for user in response.context["users"]}
    assert emails == {"coordinator@x101.contoh.id", "administrator@x101.contoh.id"}
    assert "Kabupaten X202" not in response.content.decode()


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.DATA_PROCESSOR, Role.AUDITOR])
def test_other_roles_may_not_open_it(client, role):
    assert page(client, make_user(role)).status_code == 403


def test_the_page_costs_the_same_however_many_people(client, django_assert_max_num_queries):
    client.force_login(make_administrator())
    for number in range(20):
        make_office(make_person(f"orang{number}@contoh.id"), Role.AUDITOR, make_agency())

    with django_assert_max_num_queries(10):
        client.get("/pengaturan/pengguna/")

    assert User.objects.count() == 21
