"""The coordinator writes the plan, a leader returns it with a note, then approves: with Tab, Enter
and typing alone.

Other parts of a plan are there already, so that the way stays short: what is done here is one of
each kind.
"""

import pytest
from playwright.sync_api import expect

from tests.journeys.keyboard import Keyboard
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.planning.models import PlanVersion
from tolok.planning.testing import coordinator_of, make_plan

pytestmark = [pytest.mark.browser, pytest.mark.slow]


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


def test_from_the_first_gap_to_the_approval(page, sign_in, plan, leader):
    keys = Keyboard(sign_in(page, coordinator_of(plan)))
    page.goto("/rencana/")
    keys.follow("Periksa kelengkapan")
    expect(page.get_by_text("Manual indikator W1 belum lengkap: sumber data.")).to_be_visible()

    keys.follow("W1")
    keys.fill_in("Sumber data", "SPSE")
    keys.press("Simpan")

    keys.follow("Lanjut ke baseline dan target")
    keys.fill_in("W1, TW IV (%)", "85")
    keys.press("Simpan target W1")
    expect(page.get_by_text("Target W1 tersimpan.")).to_be_visible()

    keys.follow("Lanjut ke rencana aksi")
    keys.press("Tambah aksi untuk W1")
    for label, words in (
        ("Kegiatan", "Klinik jadwal bagi Pokja"),
        ("Output atau bukti", "Daftar hadir"),
        ("Mulai", "2 Februari 2026"),
        ("Selesai", "30/6/2026"),
    ):
        keys.fill_in(label, words)
    keys.press("Simpan")
    keys.follow("Lanjut ke pemeriksaan")
    expect(page.get_by_text("Lengkap: rencana dapat diajukan.")).to_be_visible()
    keys.follow("Lanjut mengajukan")
    keys.press("Ajukan rencana")
    expect(page.get_by_text("Rencana diajukan.")).to_be_visible()

    sign_in(page, leader).goto("/rencana/")
    keys.follow("Baca dan putuskan")
    row = page.get_by_role("article").filter(has_text="W1 Paket selesai pemilihan").first
    keys.tab_to(page.locator("#bagian-indikator > summary"))
    page.keyboard.press("Enter")
    keys.tab_to(row.locator("summary").filter(has_text="Beri catatan"))
    page.keyboard.press("Enter")
    keys.tab_to(row.get_by_label("Mengenai"))
    page.keyboard.type("Sumber data")
    keys.fill_in("Catatan", "Sebutkan juga jadwal di SPSE.", within=row)
    keys.fill_in("Alasan pengembalian (wajib bila dikembalikan)", "Lengkapi sumber data.")
    keys.press("Kembalikan dengan catatan")

    sign_in(page, coordinator_of(plan)).goto("/rencana/")
    expect(page.get_by_text("Sebutkan juga jadwal di SPSE.")).to_be_visible()
    keys.follow("Pilih indikator dan isi manualnya")
    keys.follow("W1 Paket selesai pemilihan")
    keys.fill_in("Sumber data", "SPSE dan jadwalnya")
    keys.press("Simpan")
    keys.follow("Rencana")
    keys.press("Tandai selesai")
    keys.follow("Periksa dan ajukan")
    expect(page.get_by_role("row", name="Sumber data")).to_contain_text("SPSE dan jadwalnya")
    keys.press("Ajukan rencana")

    sign_in(page, leader).goto("/rencana/persetujuan/")
    keys.press("Setujui rencana")
    expect(page.get_by_text("Rencana disetujui.")).to_be_visible()
    assert PlanVersion.objects.get().status == "disetujui"
