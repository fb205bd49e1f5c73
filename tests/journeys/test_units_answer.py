"""A unit acknowledges the circular by its one-time link; a guest checks in at the door; on phones,
without an account."""

import pytest
from playwright.sync_api import expect

from tests.browser.checks import assert_accessible, assert_nothing_sticks_out, page_weight
from tests.browser.fixtures import PHONE
from tests.browser.watch import Watch
from tolok.organisation.testing import make_agency
from tolok.outreach.circular.testing import link_for, make_addressee, make_circular, make_letter
from tolok.outreach.meetings.testing import make_meeting
from tolok.outreach.models import Guest, Receipt
from tolok.people.models import Role
from tolok.people.testing import make_user

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HEAVIEST = 60_000  # bytes of a page for everyone


@pytest.fixture
def phone(browser, live):
    """A stranger's, without scripts."""
    context = browser.new_context(
        base_url=live, viewport=PHONE, locale="id-ID", java_script_enabled=False
    )
    page = context.new_page()
    watch = Watch.over(page, live)
    yield page
    context.close()
    watch.assert_clean()


def fits(page):
    assert_nothing_sticks_out(page)
    assert_accessible(page)
    assert page_weight(page) < HEAVIEST


def test_a_unit_says_that_the_circular_came(page, phone, live, pictures):
    circular = make_circular()
    make_letter(circular)
    address = f"/sosialisasi/edaran/terima/{link_for(make_addressee(circular=circular)).token}/"
    page.set_viewport_size(PHONE)
    page.goto(address)
    fits(page)
    pictures(page, "tanda-terima")
    assert not Receipt.objects.exists()  # opening the link changed nothing

    phone.goto(address)
    phone.get_by_label("Nama Anda").fill("Budi Penerima")
    phone.get_by_label("Jabatan Anda").fill("Sekretaris Dinas")
    phone.get_by_label("Saya sendiri penanggung jawab").check()
    phone.get_by_label("Nomor telepon atau surel").fill("0800 1111 2222")
    phone.get_by_role("button", name="Saya sudah menerima").click()

    expect(phone.get_by_text("Sudah diterima")).to_be_visible()
    receipt = Receipt.objects.get()
    assert (receipt.name, receipt.way) == ("Budi Penerima", Receipt.Way.LINK)


def test_a_guest_checks_in_at_the_door(page, phone, sign_in, live, pictures):
    agency = make_agency()
    meeting = make_meeting(agency, actor=make_user(Role.COORDINATOR, agency))
    sign_in(page, meeting.made_by).goto(f"/sosialisasi/rapat/{meeting.pk}/")
    page.get_by_role("button", name="QR").first.click()
    address = page.get_by_label("Tautan daftar hadir").input_value()
    pictures(page, "qr-di-pintu")

    phone.goto(address)
    phone.get_by_label("Nama lengkap").fill("Hanimora Seludawe")
    phone.get_by_label("Unit kerja lain").fill("Dinas Kesehatan")
    phone.get_by_role("button", name="Catat kehadiran saya").click()
    expect(phone.get_by_role("heading", level=1)).to_be_visible()

    page.set_viewport_size(PHONE)
    page.goto(address)
    fits(page)
    assert Guest.objects.get(meeting=meeting).name == "Hanimora Seludawe"
