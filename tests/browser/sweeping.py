"""One page after another, and all that is wrong with them in one list."""

from dataclasses import dataclass, field
from typing import Any

from tests.browser.checks import (
    MOST_BYTES,
    assert_accessible,
    assert_nothing_sticks_out,
    page_weight,
)
from tests.browser.fixtures import DESK, PHONE

LINKS = "links => links.map(link => new URL(link.getAttribute('href'), location).href)"


@dataclass
class Sweep:
    page: Any
    wrong: list[str] = field(default_factory=list)

    def visit(self, name, address):
        """The page is looked at; what leads on from it is handed back. Downloads lead nowhere."""
        answer = self.page.request.get(address)
        if answer.status != 200:
            self.wrong.append(f"{name} {address}: answered {answer.status}")
            return []
        if not is_page(answer):
            return []
        self.page.goto(address)
        for size in (DESK, PHONE):
            self.page.set_viewport_size(size)
            self.told(name, address, assert_nothing_sticks_out)
            self.told(name, address, assert_accessible)
        if (weight := page_weight(self.page)) > MOST_BYTES:
            self.wrong.append(f"{name} {address}: {weight} bytes")
        return self.page.eval_on_selector_all("a[href]", LINKS)

    def told(self, name, address, check):
        try:
            check(self.page)
        except AssertionError as error:
            width = self.page.viewport_size["width"]
            self.wrong.append(f"{name} {address} at {width} px: {error}")


def is_page(answer):
    is_download = "attachment" in answer.headers.get("content-disposition", "")
    return answer.headers["content-type"].startswith("text/html") and not is_download
