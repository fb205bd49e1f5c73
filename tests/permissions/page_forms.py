"""The forms of a page, as a browser would send them back untouched."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class PageForm:
    """One form that is posted: where to, and what its fields hold."""

    action: str
    fields: dict[str, list[str]] = field(default_factory=dict)


def forms_in(page: str, address: str) -> list[PageForm]:
    parser = _Parser(address)
    parser.feed(page)
    return parser.found


class _Parser(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.found: list[PageForm] = []
        self._address, self._open = address, False
        self._select = self._area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = told.get("method", "").lower() == "post"
            if self._open:
                self.found.append(PageForm(told.get("action") or self._address))
        elif self._open and tag in ("input", "textarea", "select", "option"):
            self._take(tag, told)

    def _take(self, tag: str, told: dict[str, str]) -> None:
        name = told.get("name", "")
        if tag == "option":
            if self._select and "selected" in told:
                self._add(self._select, told.get("value", ""))
        elif tag == "select":
            self._select = name
        elif tag == "textarea":
            self._area = name
            self._add(name, "")
        elif told.get("type") not in ("file", "submit") and not _unticked(told):
            self._add(name, told.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._open and self._area:
            held = self.found[-1].fields[self._area]
            held[-1] += data.removeprefix("\n") if not held[-1] else data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = False
        if tag in ("textarea", "select"):
            self._area = self._select = ""

    def _add(self, name: str, value: str) -> None:
        if name:
            self.found[-1].fields.setdefault(name, []).append(value)


def _unticked(told: dict[str, str]) -> bool:
    return told.get("type") in ("checkbox", "radio") and "checked" not in told
