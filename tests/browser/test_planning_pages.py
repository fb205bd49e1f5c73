"""The plan's pages as a browser shows them, and saving as one types."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.checks import (
    assert_accessible,
    assert_light,
    assert_nothing_sticks_out,
    assert_shows_well,
)
from tests.browser.fixtures import PHONE
from tolok.outreach.models import Circular
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.planning.models import Note, Rival
from tolok.planning.testing import (
    coordinator_of,
    make_approved_plan,
    make_plan,
    make_submitted_plan,
)
from tolok.registry.testing import make_plan_entry

pytestmark = pytest.mark.browser


@pytest.fixture
def plan(live):
    return make_plan()


@pytest.fixture
def colleague(browser, live):
    """A page in another browser."""
    context = browser.new_context(base_url=live, locale="id-ID", reduced_motion="reduce")
    yield context.new_page()
    context.close()


def pages_of(plan):
    w1 = plan.indicators.get(code="W1")
    return {
        "rencana": "",
        "tujuan": "tujuan/",
        "satu-tujuan": f"tujuan/{plan.goals.get().pk}/",
        "area": "area/",
        "paket-area": f"area/{plan.areas.get().pk}/paket/",
        "indikator": "indikator/",
        "satu-indikator": f"indikator/{w1.pk}/",
        "baseline": f"indikator/{w1.pk}/baseline/",
        "target": "target/",
        "bantuan-target": f"target/{w1.pk}/bantuan/",
        "aksi": "aksi/",
        "satu-aksi": f"aksi/{w1.actions.get().pk}/",
        "periksa": "periksa/",
        "ajukan": "ajukan/",
        "versi": "versi/",
        "naskah": "naskah/",
    }


@pytest.mark.slow
def test_the_writers_pages_are_accessible_fit_and_are_light(page, sign_in, plan, pictures):
    make_plan_entry(plan.agency, "70001", year=plan.year)
    sign_in(page, coordinator_of(plan))
    for name, path in pages_of(plan).items():
        page.goto(f"/rencana/{path}")
        assert_shows_well(page)
        pictures(page, f"rencana-{name}")
    page.goto("/rencana/target/")
    assert_light(page)


def test_the_leaders_pages_are_accessible_fit_and_are_light(page, sign_in, live, pictures):
    plan = make_submitted_plan()
    sign_in(page, make_user(Role.KETUA_TIM, plan.agency)).goto("/rencana/persetujuan/")

    assert_shows_well(page)
    assert_light(page)
    pictures(page, "persetujuan")


def test_a_leaders_notes_survive_a_lost_tab_and_belong_to_what_was_read(page, sign_in, live):
    plan = make_submitted_plan()
    sign_in(page, make_user(Role.KETUA_TIM, plan.agency)).goto("/rencana/persetujuan/")
    w1 = page.get_by_role("article").filter(has_text="W1 Paket selesai pemilihan").first
    page.locator("#bagian-indikator > summary").click()
    w1.get_by_text("Beri catatan").click()
    w1.get_by_label("Mengenai").select_option(label="Sumber data")
    w1.get_by_label("Catatan").fill("Sebutkan juga jadwalnya.")

    page.reload()
    expect(w1.get_by_label("Catatan")).to_have_value("Sebutkan juga jadwalnya.")
    expect(w1.get_by_label("Catatan")).to_be_visible()
    expect(w1.get_by_label("Mengenai")).to_have_value("W1.source")

    page.get_by_label("Alasan pengembalian").fill("Lengkapi.")
    page.get_by_role("button", name="Kembalikan dengan catatan").click()
    assert Note.objects.get().text == "Sebutkan juga jadwalnya."


def test_a_letter_keeps_what_was_typed_over_it_until_it_is_saved(page, sign_in, live):
    plan = make_submitted_plan()
    sign_in(page, coordinator_of(plan)).goto("/sosialisasi/edaran/")
    closing = page.get_by_label("Penutup")
    closing.fill("Terima kasih atas kerja samanya.")

    page.reload()
    expect(closing).to_have_value("Terima kasih atas kerja samanya.")

    page.get_by_role("button", name="Simpan draf").click()
    Circular.objects.update(closing="Ditulis rekan sesudahnya.")
    page.reload()
    expect(closing).to_have_value("Ditulis rekan sesudahnya.")


def test_an_approved_plan_is_read_on_a_phone(page, sign_in, live):
    plan = make_approved_plan()
    sign_in(page, make_user(Role.PPK, plan.agency))
    page.set_viewport_size(PHONE)

    page.goto("/rencana/versi/1/")

    assert_nothing_sticks_out(page)
    assert_accessible(page)


def test_what_is_typed_is_saved_by_itself(page, sign_in, plan):
    goal = plan.goals.get()
    sign_in(page, coordinator_of(plan)).goto(f"/rencana/tujuan/{goal.pk}/")

    page.get_by_label("Tujuan", exact=True).fill("Tepat guna dan tepat waktu")
    expect(page.locator("#tersimpan")).to_contain_text("Tersimpan")
    with page.expect_response(lambda response: response.request.method == "POST"):
        page.get_by_label("Rujukan").fill("RKPD 2026")

    goal.refresh_from_db()
    assert (goal.text, goal.reference) == ("Tepat guna dan tepat waktu", "RKPD 2026")
    assert not Rival.objects.exists()


def test_of_two_who_write_in_two_browsers_nobody_loses_a_text(page, colleague, sign_in, plan):
    goal = plan.goals.get()
    sign_in(page, coordinator_of(plan))
    sign_in(colleague, make_user(Role.ADMINISTRATOR, plan.agency))
    for one in (page, colleague):
        one.goto(f"/rencana/tujuan/{goal.pk}/")

    # Each in a field of their own: both stay, however long they type on
    typed_and_saved(page, "Tujuan", "Tulisan saya")
    typed_and_saved(colleague, "Rujukan (boleh kosong)", "RKPD")
    typed_and_saved(colleague, "Rujukan (boleh kosong)", "RKPD 2026")
    goal.refresh_from_db()
    assert (goal.text, goal.reference) == ("Tulisan saya", "RKPD 2026")

    # In the same field: both texts are shown, and one of the two is chosen
    typed_and_saved(colleague, "Tujuan", "Tulisan rekan")
    expect(colleague.locator("#tulisan-lain")).to_contain_text("Tulisan rekan")
    assert_accessible(colleague)
    colleague.get_by_role("button", name="Tetap yang tersimpan").click()
    goal.refresh_from_db()
    assert goal.text == "Tulisan saya"


def typed_and_saved(page, label, words):
    with page.expect_response(lambda response: response.request.method == "POST"):
        page.get_by_label(label, exact=True).fill(words)


def test_help_with_a_target_opens_beside_it(page, sign_in, plan):
    sign_in(page, coordinator_of(plan)).goto("/rencana/target/")

    page.get_by_role("link", name="Bantuan menetapkan target W1").click()

    expect(page.locator("#W1").get_by_text("Seberapa sering tercapai")).to_be_visible()
    expect(page).to_have_url(re.compile("/rencana/target/$"))
    assert_accessible(page)


def test_a_target_is_saved_by_itself(page, sign_in, plan):
    w1 = plan.indicators.get(code="W1")
    sign_in(page, coordinator_of(plan)).goto("/rencana/target/")

    page.get_by_label("W1, TW II (%)", exact=True).fill("83,5")

    expect(page.locator(f"#tersimpan-{w1.pk}")).to_contain_text("Tersimpan")
    assert str(w1.targets.get(number=2).low) == "83.5000"
