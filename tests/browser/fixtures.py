"""Debian's Chromium, a live server, and what every visit is watched for.

The browser starts once per run, and only when a test asks for it. A test that visits pages fails
when a page breaks its content policy, raises an error in a script, or asks another host.
"""

import logging
import os
from pathlib import Path

import pytest
from django.test import Client

from tests.browser.watch import Watch

CHROMIUM = Path("/usr/bin/chromium")
QUIET = (
    "--no-sandbox",  # tests may run as root, in a container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="session")
def browser():
    if not CHROMIUM.exists():
        pytest.skip(f"no browser: {CHROMIUM} is missing (apt install chromium)")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (only where a browser is)

    # Playwright runs an event loop in this thread, where Django would refuse the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()
    logging.getLogger("asyncio").disabled = True  # the driver's pipe closes without a listener
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def live(live_server):
    """The address of the server, with its static files; its rows are committed for real."""
    return live_server.url


@pytest.fixture
def page(browser, live):
    """A desk's page; `page.set_viewport_size(PHONE)` makes it a phone."""
    context = browser.new_context(
        base_url=live, viewport=DESK, locale="id-ID", reduced_motion="reduce"
    )
    page = context.new_page()
    watch = Watch.over(page, live)
    yield page
    context.close()
    watch.assert_clean()


@pytest.fixture
def sign_in(live):
    """`sign_in(page, user)`: the next visit is theirs, without the sign-in page."""

    def signed_in(page, user):
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        cookie = client.cookies["sessionid"]
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live}])
        return page

    return signed_in


@pytest.fixture
def pictures():
    """`pictures(page, "capaian")`: both widths, for a person to look at; into $TOLOK_PICTURES."""
    folder = os.environ.get("TOLOK_PICTURES")

    def taken(page, name):
        if folder is None:  # nobody wants to look
            return
        for size in (DESK, PHONE):
            page.set_viewport_size(size)
            page.screenshot(path=f"{folder}/{name}-{size['width']}.png", full_page=True)
        page.set_viewport_size(DESK)

    return taken
