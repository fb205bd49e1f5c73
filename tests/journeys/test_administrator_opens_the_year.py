"""An administrator prepares and opens a year; the coordinator finds the first task, and begins."""

import pytest
from playwright.sync_api import expect

from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.workflow.models import TaskItem

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def agency(live):
    return make_agency(name="Kabupaten Contoh Makmur")


def press(page, name):
    page.get_by_role("button", name=name).first.click()


def follow(page, name):
    page.get_by_role("link", name=name).first.click()


def declare_missing(page, *, last=False):
    page.get_by_label("Belum ada, dengan alasannya").check()
    page.get_by_label("Alasan belum ada").fill("Belum ditetapkan")
    page.get_by_role("button", name="Simpan", exact=last).first.click()


def test_from_no_year_to_the_opened_plan(page, sign_in, agency, pictures):
    coordinator = make_user(Role.COORDINATOR, agency)
    make_user(Role.KEPALA_UKPBJ, agency)
    sign_in(page, make_user(Role.ADMINISTRATOR, agency)).goto("/pengaturan/tahun/")
    expect(page.get_by_text("Belum ada tahun", exact=True)).to_be_visible()

    # The year is laid over the calendar before it is opened
    follow(page, "Siapkan tahun")
    page.get_by_label("Tahun anggaran").fill("2026")
    page.get_by_label("SOP", exact=False).first.select_option("kaltim-2024")
    press(page, "Siapkan dan lihat jadwalnya")
    expect(page.get_by_role("heading", name="Jadwal yang bertabrakan")).to_be_visible()
    pictures(page, "tahun-disiapkan")
    press(page, "Buka TA 2026")
    follow(page, "Tahun ini menurut SOP")
    press(page, "Jalankan TA 2026")
    expect(page.locator("[aria-current=step]")).to_contain_text("KT1.i")

    # The first task lies with the coordinator, who says of each need what meets it
    sign_in(page, coordinator).goto("/")
    expect(page.get_by_role("heading", name="Tugas saya")).to_be_visible()
    follow(page, "Buka tugas")
    follow(page, "Isi kelengkapan mulai dari RPJM")
    for _ in range(TaskItem.objects.needed().count() - 1):
        declare_missing(page)
        expect(page.get_by_role("status")).to_contain_text("dicatat")
    declare_missing(page, last=True)
    expect(page.get_by_text("Isi kelengkapan mulai dari")).to_be_hidden()

    # The letter is drafted and issued, which completes the step
    follow(page, "Kerjakan")
    press(page, "Simpan draf")
    pictures(page, "penugasan")
    press(page, "Terbitkan surat tugas")
    expect(page.get_by_role("status")).to_contain_text("Surat tugas terbit")
    page.goto("/tugas/")
    expect(page.get_by_role("heading", name="Mendefinisikan tujuan pengadaan")).to_be_visible()

    # From there to the plan, which is not opened yet
    follow(page, "Kerjakan")
    press(page, "Mulai rencana kosong")
    expect(page.get_by_role("status")).to_contain_text("Rencana kinerja TA 2026 dibuka")
