"""A person without a mouse: Tab, Shift+Tab, Enter, Escape, and typing; nothing is focused for them.

Where the focus lands it must be seen (WCAG 2.4.7).
"""

from dataclasses import dataclass
from typing import Any

FARTHEST = 400  # Tabs; beyond that no person goes on
FOCUSED = "element => element === document.activeElement"
VISIBLE_FOCUS = """() => {
    const shown = (element) => {
        const style = getComputedStyle(element);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    };
    return shown(document.activeElement);
}"""


@dataclass
class Keyboard:
    page: Any

    def tab_to(self, wanted, key="Tab"):
        """Forwards (or back) until the wanted element has the focus."""
        for _ in range(FARTHEST):
            self.page.keyboard.press(key)
            if wanted.evaluate(FOCUSED):
                assert self.page.evaluate(VISIBLE_FOCUS), f"no visible focus on {wanted}"
                return
        raise AssertionError(f"not reached by {key}: {wanted}")

    def follow(self, name):
        """A link is reached and opened; the next page is there."""
        self.tab_to(self.page.get_by_role("link", name=name).first)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def press(self, name, *, leads_on=True):
        self.tab_to(self.page.get_by_role("button", name=name).first)
        if not leads_on:
            self.page.keyboard.press("Enter")
            return
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def fill_in(self, label, words, *, within=None):
        """What stands there is replaced, as by typing."""
        self.tab_to((within or self.page).get_by_label(label, exact=True))
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)
