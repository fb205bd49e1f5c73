"""Checks of a page as a browser shows it."""

import gzip
from functools import cache
from pathlib import Path

import pytest

from tests.browser.fixtures import DESK, PHONE

MOST_BYTES = 150_000  # of a first view
AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"


@cache
def axe():
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm ci --ignore-scripts")
    return AXE.read_text(encoding="utf-8")


def assert_accessible(page):
    """axe finds no violation of any of its rules."""
    page.evaluate(axe())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    told = [
        f"{violation['id']}: {violation['help']}: {node['html'][:160]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
    assert not told, "\n".join(told)


def assert_nothing_sticks_out(page):
    """No page scrolls sideways; only tables do, in their own box."""
    wide = page.evaluate(
        """() => [...document.querySelectorAll("main *, header *")]
            .filter((e) => !e.closest(".scroll, .tabs, .vh, thead, svg, [popover]"))
            .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
            .map((e) => e.outerHTML.slice(0, 120))"""
    )
    assert not wide, f"sticks out at {page.viewport_size['width']} px: {wide}"
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.viewport_size["width"], f"scrolls sideways: {width} px wide"


def assert_shows_well(page):
    """At a desk and on a phone: nothing sticks out, and axe finds nothing."""
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        assert_nothing_sticks_out(page)
        assert_accessible(page)


def assert_light(page):
    """The first view is loaded over a slow line in a bearable time."""
    assert page_weight(page) < MOST_BYTES


def mostly_slow(names, *telling):
    """For `parametrize`: a few pages are looked at in every run, all the others in the slow one."""
    return [one if one in telling else pytest.param(one, marks=pytest.mark.slow) for one in names]


def page_weight(page):
    """Bytes of this page's first view: everything it loads, compressed, nothing from the cache."""
    loaded = []

    def passed_on(route):
        response = route.fetch()
        loaded.append(response.body())
        route.fulfill(response=response)

    page.route("**/*", passed_on)  # while requests are routed, the browser's cache is off
    page.reload(wait_until="networkidle")
    page.unroute("**/*")
    return sum(len(gzip.compress(body, 6)) for body in loaded)
