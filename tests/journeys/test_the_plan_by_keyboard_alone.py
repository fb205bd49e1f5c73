"""The short way through planning with Tab, Enter and Escape only; the long way is beside it."""

import pytest
from playwright.sync_api import expect

from tests.journeys.keyboard import Keyboard
from tolok.planning.models import PlanVersion
from tolok.planning.testing import coordinator_of, make_plan

pytestmark = pytest.mark.browser


def test_a_plan_is_presented_and_taken_back_without_a_mouse(page, sign_in, live):
    plan = make_plan()
    keys = Keyboard(sign_in(page, coordinator_of(plan)))
    page.goto("/rencana/")

    # The first Tab offers to skip the menu
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Langsung ke isi")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()

    # From the list of parts to the presentation
    keys.follow("Periksa dan ajukan")
    keys.press("Ajukan rencana")
    expect(page.get_by_text("Rencana diajukan.")).to_be_visible()

    # A question takes the focus to its harmless answer, and gives it back
    asking = page.get_by_role("button", name="Tarik kembali").first
    keys.press("Tarik kembali", leads_on=False)
    expect(page.get_by_role("button", name="Tidak jadi")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(asking).to_be_focused()
    page.keyboard.press("Enter")
    keys.tab_to(page.get_by_role("dialog").get_by_role("button", name="Tarik kembali"), "Shift+Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    expect(page.get_by_text("Rencana ditarik kembali")).to_be_visible()
    assert PlanVersion.objects.get().status == "draf"
