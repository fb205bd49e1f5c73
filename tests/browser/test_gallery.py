"""Every component, in a real browser, at a desk and on a phone, in light and dark."""

import pytest

from tests.browser.checks import assert_accessible, assert_light, assert_shows_well
from tests.browser.gallery.pages import PAGES
from tolok.people import permissions

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.urls("tests.browser.gallery.pages"),
]


@pytest.fixture(autouse=True)
def open_gallery(monkeypatch):
    monkeypatch.setattr(permissions, "PUBLIC", permissions.PUBLIC | {"galeri"})


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_and_fits_by_day_and_by_night(page, pictures, name):
    page.goto(f"/galeri/{name}/")

    assert_shows_well(page)
    pictures(page, name)
    page.emulate_media(color_scheme="dark")
    assert_accessible(page)
    pictures(page, f"{name}-dark")


def test_the_heaviest_page_is_light(page):
    page.goto("/galeri/indikator/")

    assert_light(page)
