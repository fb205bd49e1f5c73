"""The pages of the measures as a browser shows them."""

import pytest

from tests.browser.checks import assert_accessible, assert_light, assert_shows_well
from tolok.measurement.testing import make_measured_agency
from tolok.people.models import Role
from tolok.people.testing import make_user

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = {
    "capaian": "/capaian/",
    "indikator-w3": "/indikator/W3/",
    "indikator-perlu": "/indikator/L1/",
    "baris": "/indikator/B1/baris/",
    "baris-tidak-dihitung": "/indikator/W3/baris/?lihat=tidak-dihitung",
    "baris-belum-pasti": "/indikator/W3/baris/?lihat=belum-pasti",
    "katalog": "/indikator/",
    "tambah-indikator": "/indikator/baru/",
    "kamus": "/indikator/kamus/",
}


@pytest.fixture
def coordinator(live):
    return make_user(Role.COORDINATOR, make_measured_agency())


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_fits_and_is_light(page, sign_in, coordinator, pictures, name):
    sign_in(page, coordinator).goto(PAGES[name])

    assert_shows_well(page)
    assert_light(page)
    pictures(page, name)
    page.emulate_media(color_scheme="dark")
    assert_accessible(page)
    pictures(page, f"{name}-dark")


def test_on_paper_the_table_of_units_is_open_and_nothing_is_cut(page, sign_in, coordinator):
    sign_in(page, coordinator).goto("/indikator/B1/")

    page.emulate_media(media="print")

    units = page.get_by_role("table", name="Nilai menurut unit kerja dan triwulan")
    assert units.is_visible()
    assert page.get_by_role("link", name="Unduh perhitungan (XLSX)").count() == 0
