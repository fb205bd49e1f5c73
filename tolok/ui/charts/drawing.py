"""From a specification to an SVG that holds under the strict content policy.

What vl-convert answers is rebuilt from an allow-list: shapes, texts and links, nothing else. No
style attribute, no script, no address but the ones given with the bars. Inks become classes.
vl-convert must not run in a process whose address space is limited: its engine reserves 65 GB.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from xml.etree import ElementTree as Xml

import vl_convert
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from tolok.ui.charts.layers import LINK
from tolok.ui.charts.theme import CLASSES, Spec

_SVG: Final = "{http://www.w3.org/2000/svg}"
_XLINK_HREF: Final = "{http://www.w3.org/1999/xlink}href"
_KEPT: Final = {
    "g": ("transform",),
    "path": ("d", "transform"),
    "line": ("transform", "x2", "y2"),
    "text": ("text-anchor", "transform"),
    "tspan": ("x", "dy"),
}
_BIG: Final = "14px"
_LONG_NUMBER: Final = re.compile(r"-?\d+\.\d{2,}")


@dataclass(frozen=True)
class Link:
    """Where a bar leads, and what it is called."""

    href: str
    label: str


def drawn(spec: Spec, title: str, links: tuple[Link, ...]) -> SafeString:
    """The chart as inline SVG; equal charts are drawn once."""
    return _drawn(json.dumps(spec, sort_keys=True), title, links)


@lru_cache(maxsize=512)
def _drawn(spec: str, title: str, links: tuple[Link, ...]) -> SafeString:
    made = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])
    root = Xml.fromstring(made)  # noqa: S314 (made by our own renderer from our own specification)
    body = "".join(_rebuilt(child, links) for child in root)
    role = "group" if any(link.href for link in links) else "img"
    return mark_safe(  # noqa: S308 (every text and attribute is escaped where it is written)
        f'<svg class="chart" width="{root.get("width")}" viewBox="{root.get("viewBox")}"'
        f' role="{role}" aria-label="{escape(title)}">{body}</svg>'
    )


def _rebuilt(node: Xml.Element, links: tuple[Link, ...]) -> str:
    tag = node.tag.removeprefix(_SVG)
    inside = escape(node.text or "") + "".join(_rebuilt(child, links) for child in node)
    if tag == "a":
        return _link(node, inside, links)
    if tag not in _KEPT or _is_empty(node, tag, inside):
        return ""
    written = "".join(f' {name}="{escape(value)}"' for name, value in _attributes(node, tag))
    if tag == "g" and not written:
        return inside
    return f"<{tag}{written}>{inside}</{tag}>" if inside else f"<{tag}{written}/>"


def _link(node: Xml.Element, inside: str, links: tuple[Link, ...]) -> str:
    """The bar's own address; the renderer only ever saw its number."""
    link = links[int(node.get(_XLINK_HREF, "").removeprefix(LINK))]
    if not link.href:
        return inside
    return f'<a href="{escape(link.href)}" aria-label="{escape(link.label)}">{inside}</a>'


def _attributes(node: Xml.Element, tag: str) -> Iterator[tuple[str, str]]:
    for name in _KEPT[tag]:
        value = _LONG_NUMBER.sub(_tenth, node.get(name, ""))
        if value and value != "translate(0,0)":
            yield name, value
    if tag in ("path", "line", "text") and (ink := _class(node, tag)):
        yield "class", ink


def _is_empty(node: Xml.Element, tag: str, inside: str) -> bool:
    """Frames and grids that are not seen."""
    if tag == "path":
        return node.get("class") in ("background", "foreground") or not node.get("d")
    return tag in ("g", "text") and not inside


def _class(node: Xml.Element, tag: str) -> str:
    """The ink as a class; one that tolok.css does not know is a bug and rises."""
    ink = node.get("stroke" if tag == "line" else "fill", "")
    big = " big2" if node.get("font-size") == _BIG else ""
    return CLASSES[tag, ink] + big


def _tenth(number: re.Match[str]) -> str:
    """A tenth of a pixel is enough."""
    return f"{float(number[0]):.1f}".removesuffix(".0")
