"""Sign-in and settings as a browser shows them."""

import pytest

from tests.browser.checks import assert_accessible, assert_light, assert_shows_well, mostly_slow
from tolok.cycle import trail
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency, make_alias, make_work_unit
from tolok.people.models import Role
from tolok.people.testing import make_administrator, make_office, make_person, make_user

pytestmark = pytest.mark.browser

PASSWORD = "gunung-merapi-pagi"  # noqa: S105  of nobody
SIGNED_IN = {
    "pengaturan": "/pengaturan/",
    "unit-kerja": "/pengaturan/unit-kerja/",
    "pengguna": "/pengaturan/pengguna/",
    "jejak": "/pengaturan/jejak/",
    "tambah-orang": "/pengaturan/pengguna/baru/",
    "impor-orang": "/pengaturan/impor-orang/",
    "kata-sandi": "/akun/kata-sandi/",
    "akun": "/akun/",
    "faktor-kedua": "/akun/faktor-kedua/",
}


@pytest.fixture
def filled(live):
    """An agency in which something has happened; returns its administrator."""
    agency = make_year(make_agency(name="Kabupaten Contoh Makmur")).agency
    for number in range(1, 6):
        unit = make_work_unit(
            agency, f"1.0{number}.01.", name=f"Dinas Perumahan dan Permukiman {number}"
        )
        make_alias(unit, f"1234{number}", system="spse")
    make_user(Role.COORDINATOR, agency)
    make_office(make_person("budi@contoh.id"), Role.AUDITOR, agency, decree="SK 12/2025")
    change = {"alias": "98765", "satker": "1.01.01."}
    trail.record("organisation.add_alias", actor=None, subject="Satker 1.01.01.", after=change)
    return make_administrator()


@pytest.mark.parametrize("name", mostly_slow(SIGNED_IN, "pengguna"))
def test_a_settings_page_is_accessible_and_fits(page, sign_in, filled, pictures, name):
    sign_in(page, filled).goto(SIGNED_IN[name])

    assert_shows_well(page)
    pictures(page, name)


def test_the_sign_in_page_is_accessible_fits_and_is_light(page, pictures):
    page.goto("/masuk/")

    assert_shows_well(page)
    assert_light(page)
    pictures(page, "masuk")


def test_a_person_signs_in_by_keyboard_and_a_wrong_guess_is_told_at_the_top(page, pictures):
    make_person("sari@contoh.id", password=PASSWORD)
    page.goto("/masuk/?next=/akun/kata-sandi/")

    page.keyboard.type("sari@contoh.id")
    page.keyboard.press("Tab")
    page.keyboard.type("bukan-itu")
    page.keyboard.press("Enter")
    told = page.get_by_role("alert")
    told.wait_for()
    assert "tidak cocok" in told.inner_text()
    assert_accessible(page)
    pictures(page, "masuk-salah")

    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Ganti kata sandi").wait_for()


def test_a_coordinator_adds_an_alias_and_takes_it_back(page, sign_in, live):
    coordinator = make_user(Role.COORDINATOR)
    make_work_unit(name="Dinas Kesehatan")
    sign_in(page, coordinator).goto("/pengaturan/unit-kerja/")

    page.get_by_label("Kode atau nama lain").fill("98765")
    page.get_by_label("Dipakai pada").select_option("SPSE")
    page.get_by_label("Berarti satuan kerja").select_option("Dinas Kesehatan")
    page.get_by_role("button", name="Tambah padanan").click()
    page.get_by_text("Padanan ditambahkan: 98765 → Dinas Kesehatan.").wait_for()

    page.get_by_role("button", name="Hapus padanan 98765").click()
    page.get_by_text("Padanan dihapus").wait_for()
    page.get_by_text("Belum ada padanan").wait_for()
