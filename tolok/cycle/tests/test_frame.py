"""The year a page is about, and the frame that shows whose figures these are."""

import pytest

from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_administrator, make_office, make_person, make_user

pytestmark = pytest.mark.django_db

PAGE = "/pengaturan/"


@pytest.fixture
def signed_in(client):
    for year in (2024, 2025):
        make_year(year=year)
    client.force_login(make_user(Role.COORDINATOR))


def year_of(response):
    return response.wsgi_request.year


@pytest.mark.usefixtures("signed_in")
class TestTheYear:
    def test_is_the_newest_at_first(self, client):
        assert year_of(client.get(PAGE)) == 2025

    def test_is_not_one_that_is_only_prepared_unless_it_is_asked_for(self, client):
        make_year(year=2026, status="preparing", opened_at=None)

        assert year_of(client.get(PAGE)) == 2025
        assert year_of(client.get(PAGE, {"tahun": "2026"})) == 2026

    def test_is_remembered_once_chosen(self, client):
        client.get(PAGE, {"tahun": "2024"})

        assert year_of(client.get(PAGE)) == 2024

    @pytest.mark.parametrize("year", ["2023", "", "dua ribu", "02024", "٢٠٢٤", "9" * 5000])
    def test_that_was_not_opened_does_not_exist(self, client, year):
        assert client.get(PAGE, {"tahun": year}).status_code == 404

    def test_of_another_agency_does_not_exist(self, client):
        make_year(make_agency("X202"), 2022)

        assert client.get(PAGE, {"tahun": "2022"}).status_code == 404


def test_an_agency_without_a_year_has_none(client):
    client.force_login(make_user())

    assert year_of(client.get(PAGE)) is None


def test_another_agency_falls_back_to_a_year_of_its_own(client):
    sari = make_person()
    for code, year in [("X101", 2025), ("X202", 2024)]:
        make_office(sari, Role.COORDINATOR, make_year(make_agency(code), year).agency)
    client.force_login(sari)
    client.get(PAGE, {"tahun": "2025"})

    assert year_of(client.get(PAGE, {"instansi": "X202"})) == 2024


@pytest.mark.usefixtures("signed_in")
def test_the_frame_shows_agency_year_and_person(client):
    frame = client.get(PAGE).context["frame"]

    assert (frame.agency, frame.office) == ("Kabupaten X101", "Bagian Pengadaan Barang/Jasa")
    assert [(choice.label, choice.href, choice.current) for choice in frame.years] == [
        ("2025", f"{PAGE}?tahun=2025", True),
        ("2024", f"{PAGE}?tahun=2024", False),
    ]
    assert (frame.role, frame.sign_out) == ("Koordinator", "/keluar/")


@pytest.mark.usefixtures("signed_in")
def test_the_switch_of_a_refused_form_leads_to_the_start_page(client):
    response = client.post("/pengaturan/unit-kerja/padanan/", {})

    assert response.context["frame"].years[0].href == "/?tahun=2025"


def test_the_menu_offers_what_the_roles_open(client):
    client.force_login(make_user(Role.DATA_PROCESSOR))

    labels = [
        item.label
        for section in client.get("/akun/kata-sandi/").context["menu"]
        for item in section.items
    ]

    assert "Pengaturan" not in labels


def test_an_administrator_chooses_among_all_agencies(client):
    make_agency("X101")
    make_agency("X202")
    client.force_login(make_administrator())

    frame = client.get(PAGE).context["frame"]

    assert [choice.href for choice in frame.agencies] == ["/?instansi=X101", "/?instansi=X202"]


@pytest.mark.usefixtures("signed_in")
@pytest.mark.parametrize("address", ["/tidak-ada/", f"{PAGE}?tahun=1999"])
def test_a_page_that_does_not_exist_is_shown_as_one(client, address):
    response = client.get(address)

    assert response.status_code == 404
    assert "tidak ditemukan" in response.content.decode()
