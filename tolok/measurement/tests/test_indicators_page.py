"""The catalogue of indicators, and the dictionary beside it."""

import pytest

from tolok.cycle.testing import make_year
from tolok.measurement.actions import save_indicator
from tolok.measurement.testing import make_attributes
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.pages.groups import STAFF
from tolok.people.testing import make_user
from tolok.ui.testing import told

pytestmark = pytest.mark.django_db
YEAR = 2025


@pytest.fixture
def agency():
    return make_year(make_agency(), YEAR).agency


@pytest.fixture
def coordinator(agency):
    return make_user(Role.COORDINATOR, agency)


@pytest.fixture
def reader(client, coordinator):
    client.force_login(coordinator)
    return client


def save(agency, actor, code="X1", **changed):
    given = make_attributes(code, **{"valid_from": "2020-01-01", **changed})
    return save_indicator(agency, YEAR, given, actor=actor, reason="Diminta pimpinan")


def test_every_shipped_indicator_is_listed_under_its_area(reader):
    page = reader.get("/indikator/")

    areas = {area: [one.indicator.code for one in ones] for area, ones in page.context["areas"]}
    assert list(areas)[:4] == [
        "Ketepatan Waktu",
        "Penghematan Biaya",
        "Kualitas",
        "Tingkat Layanan",
    ]
    assert areas["Penghematan Biaya"] == ["B1", "B2", "B3"]
    assert sum(map(len, areas.values())) == 28


def test_own_and_changed_ones_say_where_they_come_from(reader, agency, coordinator):
    save(agency, coordinator)
    save(agency, coordinator, "B1", name="Penghematan")

    page = told(reader.get("/indikator/"))

    assert "X1 Indikator X1 Persentase paket selesai. % makin tinggi SPSE Buatan sendiri" in page
    assert "Bawaan yang diubah, versi 1" in page


def test_a_retired_one_stands_apart_and_can_be_taken_up_again(reader, agency, coordinator):
    save(agency, coordinator, valid_to="2024-12-31")

    page = reader.get("/indikator/")

    assert [one.indicator.code for one in page.context["retired"]] == ["X1"]
    assert "berlaku sampai 31 Desember 2024" in told(page)
    assert "/indikator/X1/ubah/" in page.content.decode()


def test_the_versions_of_an_indicator_are_told_with_what_changed(reader, agency, coordinator):
    save(agency, coordinator)
    save(agency, coordinator, unit="persen")

    page = told(reader.get("/indikator/X1/"))

    assert "Satuan Diminta pimpinan" in page
    assert "Indikator baru Diminta pimpinan" in page
    assert "belum pernah diubah" in told(reader.get("/indikator/B1/"))


def test_an_agency_without_a_year_is_told_who_opens_one(client):
    client.force_login(make_user(Role.COORDINATOR, make_agency("X303")))

    assert "Belum ada tahun kinerja" in told(client.get("/indikator/"))


def test_another_agencys_indicators_are_not_listed(reader, coordinator):
    other = make_year(make_agency("X202"), YEAR).agency
    save(other, coordinator, "Y1")

    assert "Y1" not in told(reader.get("/indikator/"))
    assert reader.get("/indikator/Y1/").status_code == 404


@pytest.mark.parametrize(
    ("wanted", "found"), [("hps", "hps"), ("bast", "tgl_bast"), ("pemenang", "nilai_kontrak")]
)
def test_the_dictionary_is_searched_by_name_meaning_and_choices(reader, wanted, found):
    names = [
        one.field.name for one in reader.get("/indikator/kamus/?cari=" + wanted).context["fields"]
    ]

    assert found in names
    assert len(names) < 20


def test_a_word_nothing_has_is_told(reader):
    assert "Tidak ada kolom dengan kata itu" in told(reader.get("/indikator/kamus/?cari=zzz"))


def test_beside_a_formula_only_the_list_is_sent(reader):
    part = reader.get("/indikator/kamus/?cari=hps", headers={"HX-Request": "true"})

    assert part.content.decode().startswith('<div class="tall"')


@pytest.mark.parametrize("role", sorted(STAFF))
def test_every_role_reads_and_only_two_are_offered_to_add(client, agency, role):
    client.force_login(make_user(role, agency))

    page = client.get("/indikator/")

    offered = "/indikator/baru/" in page.content.decode()
    assert (page.status_code, client.get("/indikator/kamus/").status_code) == (200, 200)
    assert offered == (role in (Role.ADMINISTRATOR, Role.COORDINATOR))
