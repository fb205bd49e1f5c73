"""What only a browser shows: focus, popovers, dropping files, waiting, paper."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.fixtures import PHONE
from tolok.people import permissions

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.browser.gallery.pages")]


@pytest.fixture(autouse=True)
def open_gallery(monkeypatch):
    monkeypatch.setattr(permissions, "PUBLIC", permissions.PUBLIC | {"galeri"})


@pytest.fixture
def page_without_scripts(browser, live):
    context = browser.new_context(base_url=live, java_script_enabled=False)
    yield context.new_page()
    context.close()


def focused(page):
    return page.locator("*:focus")


def test_the_first_tab_offers_to_skip_the_menu(page):
    page.goto("/galeri/capaian/")

    page.keyboard.press("Tab")
    expect(focused(page)).to_have_text("Langsung ke isi")
    page.keyboard.press("Enter")

    expect(focused(page)).to_have_id("isi")


def test_on_a_phone_the_menu_opens_and_closes_by_keyboard(page):
    page.set_viewport_size(PHONE)
    page.goto("/galeri/capaian/")
    menu = page.get_by_role("navigation", name="Menu utama")

    page.get_by_role("button", name="Menu").press("Enter")
    expect(menu.get_by_role("link", name="Paket")).to_be_visible()
    expect(menu.get_by_role("button", name="Keluar")).to_be_visible()
    page.keyboard.press("Escape")

    expect(menu).to_be_hidden()


def test_a_refusal_takes_the_focus_and_is_named_in_the_title(page):
    page.goto("/galeri/formulir/")

    expect(focused(page)).to_contain_text("Belum dapat dilanjutkan")
    expect(page).to_have_title(re.compile("^Kesalahan: "))


def test_what_is_destructive_asks_first_and_the_safe_answer_is_at_hand(page):
    page.goto("/galeri/impor/")
    question = page.get_by_role("dialog")

    page.get_by_role("button", name="Batalkan impor ini").click()
    expect(question).to_be_visible()
    expect(focused(page)).to_have_text("Tidak jadi")
    question.get_by_role("button", name="Batalkan impor").click()  # the word is not typed yet
    expect(question).to_be_visible()
    page.keyboard.press("Escape")

    expect(question).to_be_hidden()


def test_chosen_files_are_listed_with_their_size(page):
    page.goto("/galeri/impor/")

    page.get_by_label("Pilih berkas").set_input_files(
        [
            {"name": "tender.csv", "mimeType": "text/csv", "buffer": b"x" * 2500},
            {"name": "kontrak.csv", "mimeType": "text/csv", "buffer": b"x" * 1500},
        ]
    )

    expect(page.get_by_text("2 berkas dipilih, 4 kB")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="tender.csv")).to_contain_text("2,5 kB")


def test_dropped_files_are_chosen(page):
    page.goto("/galeri/impor/")
    data = page.evaluate_handle(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File(["isi"], "rup.json", {type: "application/json"}));
            return data;
        }"""
    )

    page.dispatch_event("[data-drop]", "drop", {"dataTransfer": data})

    expect(page.get_by_text("1 berkas dipilih")).to_be_visible()
    assert page.get_by_label("Pilih berkas").evaluate("input => input.files[0].name") == "rup.json"


def test_a_waiting_page_asks_again_by_itself(page):
    page.goto("/galeri/menunggu/")

    with page.expect_request(lambda request: "hx-request" in request.headers, timeout=3000):
        pass

    expect(page.locator("#kemajuan")).to_have_count(1)


def test_without_scripts_a_waiting_page_reloads_itself(page_without_scripts):
    page_without_scripts.goto("/galeri/menunggu/")

    with page_without_scripts.expect_navigation(timeout=6000):
        pass


def test_on_paper_there_are_no_menus_and_what_was_closed_is_open(page):
    page.goto("/galeri/indikator/")

    page.emulate_media(media="print")

    expect(page.get_by_role("navigation", name="Menu utama")).to_be_hidden()
    expect(page.get_by_role("button")).to_have_count(0)
    for numbers in page.locator("details table").all():
        expect(numbers).to_be_visible()


def test_on_a_phone_a_row_is_a_card_that_names_its_values(page):
    page.set_viewport_size(PHONE)
    page.goto("/galeri/impor/")
    cell = page.locator("td[data-l=Baris]").first

    label = cell.evaluate("cell => getComputedStyle(cell, '::before').content")

    assert label == '"Baris"'
    assert cell.evaluate("cell => getComputedStyle(cell).display") == "block"


def test_a_bar_of_a_chart_leads_to_its_packages(page):
    page.goto("/galeri/indikator/")

    page.get_by_role("link", name="TW IV: 83,3 %, 40 dari 48").click()

    expect(page).to_have_url(re.compile(r"/galeri/paket/\?tw=4$"))
