"""The pages of the year and its clock as a browser shows them."""

from datetime import date

import pytest
from django.utils import timezone

from tests.browser.checks import assert_light, assert_shows_well, mostly_slow
from tolok.core.period import quarter
from tolok.cycle import sops
from tolok.cycle.actions import Paper, import_holidays, record_outside
from tolok.cycle.locks import Late, require_open
from tolok.cycle.testing import make_period, make_year, short_sop
from tolok.people.testing import make_administrator

pytestmark = pytest.mark.browser

PAGES = {
    "tahun": "/pengaturan/tahun/",
    "siapkan-tahun": "/pengaturan/tahun/siapkan/",
    "satu-tahun": "/pengaturan/tahun/{year}/",
    "dokumen-luar": "/pengaturan/tahun/{year}/dokumen-luar/",
    "jendela": "/pengaturan/tahun/periode/{period}/jendela/",
    "buka-kunci": "/pengaturan/tahun/periode/{period}/buka-kunci/",
    "hari-libur": "/pengaturan/hari-libur/?kalender=2025",
}


@pytest.fixture
def year(live, monkeypatch):
    """A year in which a quarter is locked and was corrected since, with a paper from outside."""
    monkeypatch.setattr(sops, "KNOWN", {"singkat": short_sop})
    year = make_year(sop="singkat")
    import_holidays(year.agency, 2025)
    record_outside(year, "KT1.i", Paper("Surat Tugas Koordinator", date(2025, 1, 6), "800/12"))
    make_period(year, "TW1", locked_at=timezone.now())
    late = Late("Nilai kontrak paket 101", "Adendum baru diterima")
    require_open(year, quarter(2025, 1), late, actor=None)
    return year


@pytest.mark.parametrize("name", mostly_slow(PAGES, "satu-tahun"))
def test_a_page_of_the_year_is_accessible_light_and_fits(page, sign_in, year, pictures, name):
    period = year.periods.get(code="TW2" if name == "jendela" else "TW1")
    address = PAGES[name].format(year=year.pk, period=period.pk)

    sign_in(page, make_administrator()).goto(address)

    assert_shows_well(page)
    assert_light(page)
    pictures(page, name)


def test_a_year_is_prepared_and_opened_by_keyboard_alone(page, sign_in, year):
    sign_in(page, make_administrator()).goto("/pengaturan/tahun/siapkan/")

    page.get_by_label("Tahun anggaran", exact=True).focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("2026")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Buka TA 2026").focus()
    page.keyboard.press("Enter")

    page.get_by_role("status").get_by_text("TA 2026 dibuka.").wait_for()
