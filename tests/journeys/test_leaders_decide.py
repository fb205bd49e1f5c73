"""The plan is decided by an acting officer in Tolok, or by a leader on paper."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.checks import assert_accessible, assert_nothing_sticks_out
from tests.browser.fixtures import PHONE
from tolok.core.dates import format_date
from tolok.cycle.testing import make_year
from tolok.documents.document import SHARED_PICTURES
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_person, make_user
from tolok.planning.actions.deciding import submit_plan
from tolok.planning.models import Submission
from tolok.planning.testing import YEAR, coordinator_of, make_plan
from tolok.workflow.actions import start_run

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCAN = SHARED_PICTURES / "lambang.png"
TODAY = timezone.localdate


@pytest.fixture
def agency(live):
    return make_agency(name="Kabupaten Contoh Makmur")


@pytest.fixture
def head(agency):
    return make_user(Role.KETUA_TIM, agency)


@pytest.fixture
def plan(agency, head):
    """Complete, and presented: the year waits for its approval."""
    year = make_year(agency, YEAR, starts_at_step="KT1.vi")
    start_run(year, actor=None)
    version = make_plan(agency)
    submit_plan(version, actor=coordinator_of(version))
    return version


def press(page, name):
    page.get_by_role("button", name=name).first.click()


def follow(page, name):
    page.get_by_role("link", name=name).first.click()


def test_an_acting_officer_returns_and_then_approves(page, sign_in, plan, head, pictures):
    acting = make_user(Role.POKJA, plan.agency)

    # The administrator names who stands in
    sign_in(page, make_user(Role.ADMINISTRATOR, plan.agency)).goto("/pengaturan/pengguna/")
    follow(page, head.name)
    follow(page, "Tunjuk Plt. atau Plh.")
    page.get_by_label("Yang ditunjuk").select_option(label=str(acting))
    page.get_by_label("Sebagai").select_option("Plt.")
    page.get_by_label("Nomor surat keputusan").fill("800/12/SPT/2026")
    page.get_by_label("Mulai").fill(format_date(TODAY()))
    press(page, "Tunjuk")
    expect(page.get_by_role("status")).to_be_visible()

    # Whose inbox holds the decision now; on a phone
    sign_in(page, acting)
    page.set_viewport_size(PHONE)
    page.goto("/")
    expect(page.get_by_role("heading", name="Presentasi Dokumen Perencanaan")).to_be_visible()
    follow(page, "Kerjakan")
    assert_nothing_sticks_out(page)
    assert_accessible(page)
    pictures(page, "putusan-plt")
    row = page.get_by_role("article").filter(has_text="W1 Paket selesai pemilihan").first
    page.locator("#bagian-indikator > summary").click()
    row.get_by_text("Beri catatan").click()
    row.get_by_label("Catatan").fill("Sebutkan juga jadwal di SPSE.")
    press(page, "Kembalikan dengan catatan")

    # Without a reason nothing is returned, and nothing that was written is lost
    expect(page.get_by_role("alert")).to_contain_text("Tulis mengapa rencana dikembalikan")
    row = page.get_by_role("article").filter(has_text="W1 Paket selesai pemilihan").first
    expect(row.get_by_label("Catatan")).to_have_value("Sebutkan juga jadwal di SPSE.")
    page.get_by_label("Alasan pengembalian").fill("Lengkapi sumber data.")
    press(page, "Kembalikan dengan catatan")
    expect(page.get_by_role("status")).to_contain_text("Rencana dikembalikan")

    # The authors settle it and present again
    sign_in(page, coordinator_of(plan)).goto("/")
    expect(page.get_by_text("kali ke-2").first).to_be_visible()
    page.goto("/rencana/")
    press(page, "Tandai selesai")
    follow(page, "Periksa dan ajukan")
    press(page, "Ajukan rencana")

    sign_in(page, acting).goto("/rencana/persetujuan/")
    press(page, "Setujui rencana")

    expect(page.get_by_role("status")).to_contain_text("Rencana disetujui")
    assert Submission.objects.first().decided_as.startswith("Plt. Ketua Tim")


def test_a_decision_on_paper_is_keyed_in_with_its_scan(page, sign_in, plan, head, pictures):
    sign_in(page, coordinator_of(plan)).goto("/rencana/persetujuan/")
    follow(page, "Catat keputusan di atas kertas")
    paper = page.locator("#kertas")

    # A form without its scan says so at the field, and keeps what was keyed in
    paper.get_by_label("Disetujui").check()
    paper.get_by_label("Ditandatangani oleh").select_option(str(head.pk))
    paper.get_by_label("Tanggal tanda tangan").fill(format_date(TODAY()))
    plan.refresh_from_db()
    paper.get_by_label("Kode isi pada kertas").fill(plan.content_sha256[:12])
    press(page, "Catat keputusan")
    expect(page.get_by_role("alert").first).to_be_focused()
    expect(paper.get_by_label("Kode isi pada kertas")).to_have_value(plan.content_sha256[:12])

    paper.get_by_label("Pindaian").set_input_files(SCAN)
    press(page, "Catat keputusan")

    expect(page.get_by_role("status")).to_contain_text("Keputusan di atas kertas dicatat")
    page.goto("/tahun/")
    row = page.get_by_role("row", name="KT1.vi").first
    expect(row).to_contain_text("Selesai")
    row.get_by_role("link").first.click()
    expect(page.get_by_text("Di atas kertas", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="lambang.png")).to_be_visible()
    pictures(page, "putusan-di-kertas")


def test_who_holds_no_office_any_more_is_told_so(page, sign_in, live):
    sign_in(page, make_person("mantan@contoh.id")).goto("/")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page).not_to_have_title("Halaman tertutup")
