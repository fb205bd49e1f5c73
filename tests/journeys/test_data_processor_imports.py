"""A data processor brings files in, settles a doubt, and a coordinator accepts."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.browser.checks import assert_accessible, assert_nothing_sticks_out
from tests.browser.fixtures import DESK, PHONE
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.models import Correction, Package, Upload
from tolok.registry.testing import isb_file, tender_tables

pytestmark = pytest.mark.browser


@pytest.fixture
def agency(live):
    return make_year(make_agency(name="Kabupaten Contoh Makmur")).agency


@pytest.fixture
def files(tmp_path):
    """A folder of ISB tables; one contract is ten times its offer, one pagu is no number."""
    tenders = [tender_tables("1001"), tender_tables("1002", nilai_kontrak=9_000_000_000)]
    tenders.append(tender_tables("1003", pagu="dua ratus juta"))
    made = []
    for table in tenders[0]:
        path = tmp_path / f"{table}.json"
        path.write_bytes(isb_file(table, [row for tender in tenders for row in tender[table]]))
        made.append(str(path))
    return made


def fits(page):
    """At a desk and on a phone: nothing sticks out, axe finds nothing."""
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        assert_nothing_sticks_out(page)
        assert_accessible(page)
    page.set_viewport_size(DESK)


def without_a_worker(page):
    """No worker runs beside a test: what waits too long is done by the person's word."""
    long_ago = timezone.now() - timedelta(minutes=1)
    Upload.objects.filter(confirmed_at=None).update(uploaded_at=long_ago)
    Upload.objects.exclude(confirmed_at=None).update(confirmed_at=long_ago)
    page.reload()
    page.get_by_role("button", name="Kerjakan sekarang").click()


def test_from_the_files_to_an_accepted_correction(page, sign_in, agency, files, pictures):
    sign_in(page, make_user(Role.DATA_PROCESSOR, agency)).goto("/data/impor/")
    fits(page)

    # Upload and preview
    page.get_by_label("Pilih berkas").set_input_files(files)
    page.get_by_text("6 berkas dipilih").wait_for()
    page.get_by_role("button", name="Unggah dan baca").click()
    page.get_by_text("Menunggu dibaca").first.wait_for()
    fits(page)
    without_a_worker(page)
    page.get_by_role("heading", name="Periksa hasil baca 6 berkas").wait_for()
    page.get_by_text("dua ratus juta").first.wait_for()
    fits(page)
    pictures(page, "pratinjau")
    assert not Package.objects.exists()

    # Agree, and the report with the data at a glance
    page.get_by_role("button", name="Impor 6 berkas, 2 paket").click()
    page.get_by_text("Menunggu disimpan").first.wait_for()
    without_a_worker(page)
    page.get_by_role("heading", name="Laporan Impor").wait_for()
    fits(page)
    pictures(page, "laporan-impor")
    assert Package.objects.count() == 2

    # From the step it proposes to a correction
    page.get_by_role("link", name="Periksa 1 temuan").click()
    page.get_by_role("link", name="Pembangunan Gedung 1002").click()
    fits(page)
    pictures(page, "temuan")
    page.get_by_text("Nilai terbit salah, ini yang benar").click()
    correction = page.locator("details[open]")
    assert correction.get_by_label("Seharusnya").input_value() == "900000000.00"
    correction.get_by_label("Alasan").fill("Terketik sepuluh kali lipat; lihat kontrak.")
    correction.get_by_role("button", name="Usulkan koreksi").click()
    page.get_by_text("Koreksi diusulkan").wait_for()
    page.get_by_text("Usul Anda sendiri diputuskan oleh orang lain").wait_for()
    fits(page)

    # Another person accepts
    sign_in(page, make_user(Role.COORDINATOR, agency)).goto("/data/koreksi/")
    fits(page)
    page.get_by_role("link", name="Pembangunan Gedung 1002").click()
    page.get_by_role("button", name="Setujui").click()
    page.get_by_text("Usul disetujui").wait_for()
    fits(page)
    assert Correction.objects.get().decision == "accepted"

    # And the package shows both values
    page.get_by_role("link", name="Pembangunan Gedung 1002").click()
    page.locator(".flag", has_text="Dikoreksi").wait_for()
    fits(page)
    pictures(page, "paket")


def test_the_way_in_works_by_keyboard_alone(page, sign_in, agency, files):
    sign_in(page, make_user(Role.DATA_PROCESSOR, agency)).goto("/data/impor/")
    page.get_by_label("Pilih berkas").set_input_files(files[:1])

    page.get_by_role("button", name="Unggah dan baca").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Menunggu dibaca").first.wait_for()
    without_a_worker(page)
    page.get_by_role("heading", name="Periksa hasil baca 1 berkas").wait_for()
    page.get_by_role("button", name="Buang unggahan ini").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Tidak jadi").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Impor 1 berkas").focus()
    page.keyboard.press("Enter")

    page.get_by_text("Menunggu disimpan").first.wait_for()
