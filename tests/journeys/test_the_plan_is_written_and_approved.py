"""The coordinator writes the plan by keyboard, a leader returns it with a note, then approves.

Other parts of a plan are there already, so that the way stays short: what is done here is one of
each kind.
"""

import pytest
from playwright.sync_api import expect

from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.planning.models import PlanVersion
from tolok.planning.testing import coordinator_of, make_plan

pytestmark = pytest.mark.browser


@pytest.fixture
def plan(live):
    """Complete but for the source of W1, the target of its last quarter, and its action."""
    version = make_plan()
    w1 = version.indicators.get(code="W1")
    w1.source = ""
    w1.save()
    w1.targets.filter(number=4).delete()
    w1.actions.all().delete()
    return version


@pytest.fixture
def leader(plan):
    return make_user(Role.KETUA_TIM, plan.agency)


def follow(page, name):
    page.get_by_role("link", name=name).first.press("Enter")


def press(page, name):
    page.get_by_role("button", name=name).first.press("Enter")


def fill_in(page, label, words):
    """Typed by key: the field is focused, what stands there is replaced."""
    field = page.get_by_label(label, exact=True)
    field.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type(words)


def test_from_the_first_gap_to_the_approval(page, sign_in, plan, leader):
    sign_in(page, coordinator_of(plan)).goto("/rencana/")
    follow(page, "Periksa kelengkapan")
    expect(page.get_by_text("Manual indikator W1 belum lengkap: sumber data.")).to_be_visible()

    follow(page, "W1")
    follow(page, "W1 Paket selesai pemilihan")
    fill_in(page, "Sumber data", "SPSE")
    press(page, "Simpan")

    follow(page, "Lanjut ke baseline dan target")
    fill_in(page, "W1, TW IV (%)", "85")
    press(page, "Simpan target W1")
    expect(page.get_by_text("Target W1 tersimpan.")).to_be_visible()

    follow(page, "Lanjut ke rencana aksi")
    press(page, "Tambah aksi untuk W1")
    for label, words in (
        ("Kegiatan", "Klinik jadwal bagi Pokja"),
        ("Output atau bukti", "Daftar hadir"),
        ("Mulai", "2 Februari 2026"),
        ("Selesai", "30/6/2026"),
    ):
        fill_in(page, label, words)
    press(page, "Simpan")
    follow(page, "Lanjut ke pemeriksaan")
    expect(page.get_by_text("Lengkap: rencana dapat diajukan.")).to_be_visible()
    follow(page, "Lanjut mengajukan")
    press(page, "Ajukan rencana")
    expect(page.get_by_text("Rencana diajukan.")).to_be_visible()

    sign_in(page, leader).goto("/rencana/")
    follow(page, "Baca dan putuskan")
    row = page.get_by_role("article").filter(has_text="W1 Paket selesai pemilihan").first
    row.locator("summary").press("Enter")
    row.get_by_label("Mengenai").select_option(label="Sumber data")
    row.get_by_label("Catatan").fill("Sebutkan juga jadwal di SPSE.")
    page.get_by_label("Alasan pengembalian").fill("Lengkapi sumber data.")
    press(page, "Kembalikan dengan catatan")

    sign_in(page, coordinator_of(plan)).goto("/rencana/")
    expect(page.get_by_text("Sebutkan juga jadwal di SPSE.")).to_be_visible()
    page.goto("/rencana/indikator/")
    follow(page, "W1 Paket selesai pemilihan")
    fill_in(page, "Sumber data", "SPSE dan jadwalnya")
    press(page, "Simpan")
    page.goto("/rencana/")
    press(page, "Tandai selesai")
    follow(page, "Periksa dan ajukan")
    expect(page.get_by_role("row", name="Sumber data")).to_contain_text("SPSE dan jadwalnya")
    press(page, "Ajukan rencana")

    sign_in(page, leader).goto("/rencana/persetujuan/")
    press(page, "Setujui rencana")
    expect(page.get_by_text("Rencana disetujui.")).to_be_visible()
    assert PlanVersion.objects.get().status == "disetujui"
