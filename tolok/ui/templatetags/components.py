"""The parts of a page that are too small for a file: `{% load components %}`.

Larger parts are partials under templates/ui/, each with its use at its top.
"""

from typing import Final

from django import template
from django.core.paginator import Page
from django.http import HttpRequest
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

STATUS_KINDS: Final = frozenset({"ok", "near", "not", "none", "go"})


@register.simple_tag
def status(kind: str, word: str) -> SafeString:
    """A word with a shape: ok ● near ▲ not ■ none ○ go ◐. Colour only in addition.

    `{% status "ok" "Tercapai" %}`
    """
    if kind not in STATUS_KINDS:
        raise ValueError(f"no such status: {kind}")
    shape = format_html('<svg aria-hidden="true"><use href="#{}"/></svg>', kind)
    return format_html('<span class="st {}">{}{}</span>', kind, shape, word)


@register.simple_tag
def crumbs(*pairs: str) -> SafeString:
    """The way here: labels and URL names in turn, without the page itself.

    `{% crumbs "Data" "registry:imports" %}`
    """
    steps = zip(pairs[::2], pairs[1::2], strict=True)
    links = ((reverse(page), label) for label, page in steps)
    items = format_html_join("", '<li><a href="{}">{}</a></li>', links)
    return format_html('<nav class="crumbs" aria-label="Jejak"><ol>{}</ol></nav>', items)


@register.simple_block_tag
def table(content: SafeString, caption: str, css: str = "") -> SafeString:
    """A data table that scrolls in its box, keeps its head, and becomes cards on a phone.

    `{% table "Berkas yang dibaca" %}<thead>…</thead><tbody>…</tbody>{% endtable %}`, its rows
    made of `<tr><th scope="row">…</th>{% cell "Baris" "num" %}12{% endcell %}</tr>`.
    The caption names the table for readers who do not see the heading above it.
    """
    return format_html(
        '<div class="scroll" role="region" aria-label="{0}" tabindex="0">'
        '<table{1}><caption class="vh">{0}</caption>{2}</table></div>',
        caption,
        _class(css),
        content,
    )


@register.simple_block_tag
def cell(content: SafeString, label: str, css: str = "") -> SafeString:
    """A cell that carries its column's label, shown above it on a phone.

    Classes: `num` right-aligned; on a phone `c2`, `c4`, `c6` sixths of the card's width
    (three without any), `o1` to `o6` the order.
    """
    return format_html(
        '<td data-l="{}"{}><span>{}</span></td>', label, _class(css), SafeString(content.strip())
    )


@register.simple_tag(takes_context=True)
def sort_head(context: Context, label: str, key: str, css: str = "") -> SafeString:
    """A column head that sorts by `?urut=key`, and the other way round by `?urut=-key`.

    `{% sort_head "Nilai kontrak" "nilai_kontrak" "num" %}`
    """
    request: HttpRequest = context["request"]
    sorted_by = request.GET.get("urut", "")
    query = request.GET.copy()
    query["urut"] = f"-{key}" if sorted_by == key else key
    query.pop("halaman", None)
    direction = {key: "ascending", f"-{key}": "descending"}.get(sorted_by)
    return format_html(
        '<th scope="col"{}{}><a class="sort" href="?{}">{}</a></th>',
        _class(css),
        format_html(' aria-sort="{}"', direction) if direction else "",
        query.urlencode(),
        label,
    )


@register.filter
def words(listed: str) -> list[str]:
    """ "Unggah,Baca" as its words."""
    return [word.strip() for word in listed.split(",")]


@register.filter
def near_pages(page: Page[object]) -> list[int | None]:
    """The pages worth a link: the first, the last and those around this one; None is a gap."""
    pages = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return [number if isinstance(number, int) else None for number in pages]


def _class(css: str) -> SafeString:
    return format_html(' class="{}"', css) if css else SafeString("")
