"""Checks of a page as a browser shows it."""

import gzip
from functools import cache
from pathlib import Path

import pytest

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
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def page_weight(page):
    """Bytes of this page's first view: everything it loads, compressed, nothing from the cache."""
    seen = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.on("response", seen.append)
    page.reload(wait_until="networkidle")
    page.remove_listener("response", seen.append)
    session.detach()
    return sum(weight(response) for response in seen)


def weight(response):
    """As sent where the server compressed it; else as the server in front of it would."""
    if response.headers.get("content-encoding"):
        return response.request.sizes()["responseBodySize"]
    return len(gzip.compress(response.body(), 6))
