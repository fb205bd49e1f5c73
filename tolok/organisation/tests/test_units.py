import pytest

from tolok.organisation.testing import make_agency, make_alias, make_work_unit
from tolok.people.models import Role
from tolok.people.testing import make_user

pytestmark = pytest.mark.django_db


def page(client, role=Role.COORDINATOR, **query):
    client.force_login(make_user(role))
    return client.get("/pengaturan/unit-kerja/", query)


def test_the_units_and_aliases_of_ones_agency_are_shown_and_no_others(client):
    make_alias(make_work_unit(code="1.", name="Dinas Kesehatan"), alias="11111")
    make_alias(make_work_unit(make_agency("X202"), name="Dinas Asing"), alias="22222")

    html = page(client).content.decode()

    assert "Dinas Kesehatan" in html
    assert "11111" in html
    assert "Dinas Asing" not in html
    assert "22222" not in html


@pytest.mark.parametrize("wanted", ["kesehat", "1.02"])
def test_a_unit_is_found_by_a_part_of_its_name_or_code(client, wanted):
    make_work_unit(code="1.02.", name="Dinas Kesehatan")
    make_work_unit(code="1.03.", name="Dinas Pendidikan")

    assert [unit.code for unit in page(client, cari=wanted).context["units"]] == ["1.02."]


def test_an_empty_page_says_what_will_be_there(client):
    assert "Belum ada satuan kerja" in page(client).content.decode()


def test_an_auditor_reads_and_is_offered_nothing_to_change(client):
    make_alias()

    html = page(client, Role.AUDITOR).content.decode()

    assert "12345" in html
    assert "padanan/" not in html


def test_other_roles_may_not_open_it(client):
    assert page(client, Role.DATA_PROCESSOR).status_code == 403
