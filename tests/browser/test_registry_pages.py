"""The pages about data as a browser shows them, with enough rows to fill them."""

import pytest

from tests.browser.checks import assert_light, assert_shows_well
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.corrections.actions import propose_correction
from tolok.registry.models import Finding, Package
from tolok.registry.testing import (
    make_finding,
    make_package,
    make_plan_entry,
    make_pokja,
    make_supplier,
    publish_tenders,
    tender_tables,
)

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LISTS = ("", "impor/", "temuan/", "paket/", "rup/", "penyedia/", "pokja/", "koreksi/")


@pytest.fixture
def agency(live):
    return make_year(make_agency(name="Kabupaten Contoh Makmur")).agency


@pytest.fixture
def filled(agency):
    """Real packages with a story, sixty more for the lists, and a proposal; its coordinator."""
    publish_tenders(
        agency, tender_tables("1001"), tender_tables("1002", nilai_kontrak=9_000_000_000)
    )
    proposer = make_user(Role.DATA_PROCESSOR, agency)
    package = Package.objects.get(code="1001")
    propose_correction(package, "nilai_kontrak", "890000000", reason="Salah ketik.", actor=proposer)
    pokja = make_pokja(agency, members=["Andi Contoh", "Budi Contoh", "Citra Contoh"])
    supplier = make_supplier("0" * 15 + "9", "CV Maju Jaya Sentosa Abadi Bersama")
    for number in range(60):
        name = f"Rehabilitasi Saluran Irigasi Daerah Pertanian Kecamatan Contoh {number}"
        package = make_package(agency, f"m{number}", name=name, pokja=pokja, supplier=supplier)
        make_finding(package, "P-05")
        make_plan_entry(agency, f"5{number:04d}", name=name)
    return make_user(Role.COORDINATOR, agency)


@pytest.mark.usefixtures("agency")
@pytest.mark.parametrize("address", LISTS)
def test_an_empty_page_says_what_to_do_and_fits(page, sign_in, agency, address):
    sign_in(page, make_user(Role.DATA_PROCESSOR, agency)).goto(f"/data/{address}")

    assert_shows_well(page)
    assert page.locator(".hole").count()


@pytest.mark.parametrize("address", LISTS)
def test_a_full_list_is_accessible_fits_and_is_light(page, sign_in, filled, pictures, address):
    sign_in(page, filled).goto(f"/data/{address}")

    assert_shows_well(page)
    pictures(page, f"data-{address.strip('/') or 'sekilas'}")
    assert_light(page)


def test_the_pages_of_single_things_are_accessible_and_fit(page, sign_in, filled, pictures):
    package = Package.objects.get(code="1002")
    finding = Finding.objects.get(rule="P-01")
    member = Package.objects.get(code="m1")
    pages = {
        "paket": package.get_absolute_url(),
        "paket-sumber": f"{package.get_absolute_url()}sumber/",
        "paket-pilih-fakta": f"{package.get_absolute_url()}koreksi/",
        "paket-koreksi": f"{package.get_absolute_url()}koreksi/?kolom=nilai_kontrak",
        "paket-pengecualian": f"{package.get_absolute_url()}pengecualian/",
        "temuan-satu": finding.get_absolute_url(),
        "penyedia-satu": member.supplier.get_absolute_url(),
        "pokja-satu": member.pokja.get_absolute_url(),
    }
    sign_in(page, filled)
    for name, address in pages.items():
        page.goto(address)
        assert_shows_well(page)
        pictures(page, name)


def test_opened_parts_are_accessible_too(page, sign_in, filled):
    sign_in(page, filled).goto("/data/temuan/?aturan=P-05")
    page.get_by_text("temuan terbuka ini benar sekaligus").click()
    assert_shows_well(page)

    page.goto("/data/paket/?tw=1")
    page.get_by_text("Pilih kolom").click()
    assert_shows_well(page)


def test_columns_are_chosen_and_the_list_is_sorted_by_keyboard(page, sign_in, filled):
    sign_in(page, filled).goto("/data/paket/")

    page.get_by_role("link", name="Nilai kontrak (Rp)").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**urut=kontrak**")
    page.get_by_text("Pilih kolom").focus()
    page.keyboard.press("Enter")
    page.get_by_role("checkbox", name="Penyedia").check()
    page.get_by_role("button", name="Simpan pilihan kolom").click()

    page.get_by_role("columnheader", name="Penyedia").wait_for()
    assert "urut=kontrak" in page.url
