"""A coordinator reads how the year stands, asks where a figure comes from, and mends a formula.

The whole way by keyboard or by links; what is typed is checked by the page itself.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.fixtures import PHONE
from tolok.measurement.testing import make_measured_agency
from tolok.people.models import Role
from tolok.people.testing import make_user

pytestmark = pytest.mark.browser


@pytest.fixture
def coordinator(live):
    return make_user(Role.COORDINATOR, make_measured_agency())


@pytest.fixture
def page_without_scripts(browser, live):
    context = browser.new_context(base_url=live, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_from_the_year_to_the_row_of_a_file(page, sign_in, coordinator):
    sign_in(page, coordinator).goto("/capaian/")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Capaian indikator, tahun anggaran 2025"
    )

    page.get_by_role("link", name="Kontrak tepat waktu").click()
    expect(page.get_by_text("Rentang kemungkinan 50,00")).to_be_visible()

    page.get_by_role("link", name="Lengkapi 1 tanggal BAST").click()
    expect(page.get_by_role("row", name="Pembangunan Gedung 1002")).to_contain_text(
        "Lengkapi tanggal BAST"
    )

    page.get_by_role("link", name="Dihitung 1", exact=True).click()
    row = page.get_by_role("row", name="Pembangunan Gedung 1001")
    expect(row).to_contain_text("SPSE-TenderEkontrak-BAPBAST.json, baris 1")
    row.get_by_role("link", name="Pembangunan Gedung 1001", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Pembangunan Gedung 1001")


def test_a_bar_of_a_quarter_leads_to_its_packages(page, sign_in, coordinator):
    sign_in(page, coordinator).goto("/indikator/B1/")

    page.get_by_role("link", name="TW III: 10,00 %, 1 paket").press("Enter")

    expect(page).to_have_url(re.compile(r"/indikator/B1/baris/\?tw=3$"))
    expect(page.get_by_text("TW III: 10,00 %")).to_be_visible()
    expect(page.get_by_role("row", name="Pembangunan Gedung 1002")).to_be_visible()


def test_the_calculation_is_taken_along_as_a_workbook(page, sign_in, coordinator):
    sign_in(page, coordinator).goto("/indikator/B1/baris/")

    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh perhitungan (XLSX)").click()

    assert download.value.suggested_filename == "B1-X101-2025.xlsx"


def test_a_formula_is_judged_while_it_is_typed_and_saved_after_a_look(page, sign_in, coordinator):
    sign_in(page, coordinator).goto("/indikator/B1/ubah/")
    formula, result = page.get_by_label("Rumus"), page.locator("#hasil")
    expect(result).to_contain_text("10,00 %")

    formula.fill("100 * (sum(hps) - sum(nilai_kontrk)) / sum(hps)")
    expect(result).to_contain_text("Kolom “nilai_kontrk” tidak ada")
    formula.fill("100 * (sum(pagu) - sum(nilai_kontrak)) / sum(pagu)")
    expect(result).to_contain_text("32,50 %")

    page.get_by_label("Alasan").fill("Dibandingkan dengan pagu")
    page.get_by_role("button", name="Simpan versi baru").click()
    expect(page.get_by_text("B1 disimpan sebagai versi 1")).to_be_visible()
    expect(page.get_by_role("row", name="1", exact=False).last).to_contain_text(
        "Dibandingkan dengan pagu"
    )


def test_the_dictionary_beside_the_formula_follows_what_is_searched(page, sign_in, coordinator):
    sign_in(page, coordinator).goto("/indikator/baru/")

    page.get_by_label("Cari nama, arti, atau isi kolom").fill("BAST")

    expect(page.locator("#kamus")).to_contain_text("tgl_bast")
    expect(page.locator("#kamus")).not_to_contain_text("kd_tender")


def test_without_scripts_an_indicator_is_tried_and_then_saved(
    page_without_scripts, sign_in, coordinator
):
    page = sign_in(page_without_scripts, coordinator)
    page.goto("/indikator/baru/")

    page.get_by_label("Kode", exact=True).fill("X1")
    page.get_by_label("Nama indikator").fill("Paket selesai")
    page.get_by_label("Definisi operasional").fill("Persentase paket yang selesai.")
    page.get_by_label("Rumus").fill(
        "100 * count(case when status = 'selesai' then 1 end) / count(*)"
    )
    page.get_by_label("Alasan").fill("Diminta pimpinan")
    page.get_by_role("button", name="Simpan versi baru").click()
    expect(page.get_by_text("Belum disimpan. Periksa hasil di bawah rumus")).to_be_visible()
    expect(page.locator("#hasil")).to_contain_text("100,00 %")

    page.get_by_role("button", name="Simpan versi baru").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("X1 Paket selesai")


def test_an_indicator_is_retired_only_after_a_question(page, sign_in, coordinator):
    sign_in(page, coordinator).goto("/indikator/K2/")

    page.get_by_role("button", name="Hentikan indikator ini").click()
    question = page.get_by_role("dialog")
    expect(question).to_contain_text("tidak lagi dihitung")
    question.get_by_role("button", name="Hentikan", exact=True).click()

    expect(page.get_by_text("K2 tidak lagi dihitung mulai tahun anggaran 2025")).to_be_visible()


def test_on_a_phone_the_overview_is_read_by_keyboard(page, sign_in, coordinator):
    page.set_viewport_size(PHONE)
    sign_in(page, coordinator).goto("/capaian/")

    page.get_by_role("link", name="Efisiensi terhadap HPS").press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("B1 Efisiensi terhadap HPS")
