"""An auditor opens every page of the menu, and finds nothing there that changes anything."""

import pytest
from playwright.sync_api import expect

from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.planning.testing import make_approved_plan
from tolok.workflow.actions import start_run

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ABOUT_ONESELF = ("/keluar/", "/akun/", "/pesan/")
POSTS = "main form[method=post]"


def test_all_pages_of_the_menu_only_read(page, sign_in, live):
    plan = make_approved_plan()
    start_run(plan.plan.year, actor=None)
    sign_in(page, make_user(Role.AUDITOR, plan.agency)).goto("/")
    menu = page.locator("#menu a")
    addresses = menu.evaluate_all("links => links.map(a => a.getAttribute('href'))")
    assert len(addresses) > 10

    for address in addresses:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).not_to_have_text("Halaman ini tidak terbuka")
        posts = page.locator(POSTS).evaluate_all("forms => forms.map(form => form.action)")
        assert [one for one in posts if not any(own in one for own in ABOUT_ONESELF)] == [], address
