"""How the completeness matrix says things: `{% load matrix_words %}`."""

from urllib.parse import urlencode

from django import template
from django.http import HttpRequest
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from tolok.archive.batches import makers
from tolok.archive.matrix import expectations
from tolok.archive.matrix.forms import WHOLE_YEAR
from tolok.archive.matrix.rows import Row
from tolok.archive.matrix.tally import State, Tally
from tolok.core.numbers import format_number
from tolok.ui.templatetags.components import status

register = template.Library()
register.filter("period_label", expectations.period_label)


@register.simple_tag(takes_context=True)
def matrix_cell(context: Context, row: Row, period: str, tally: Tally) -> SafeString:
    """A word with a shape; it leads to the paper, or to the cells that were counted together."""
    word = status(_shape(tally), _word(tally))
    href = _href(context["request"], row, period, tally)
    told = format_html('<a href="{}">{}</a>', href, word) if href else word
    rest = (
        "" if tally.state else ", ".join(f"{count} {one.word.lower()}" for one, count in tally.rest)
    )
    return format_html('{}<span class="sub">{}</span>', told, rest) if rest else told


def _shape(tally: Tally) -> str:
    return tally.state.shape if tally.state else "near"


def _word(tally: Tally) -> str:
    if tally.expected == 1 and tally.state:
        return tally.state.word
    if tally.state and tally.state not in (State.ISSUED, State.SIGNED):
        return f"{tally.state.word} ({format_number(tally.expected)})"
    return f"{format_number(tally.complete)} dari {format_number(tally.expected)}"


def _href(request: HttpRequest, row: Row, period: str, tally: Tally) -> str:
    """The paper; else the cells counted together; else the papers; else the way to make them."""
    if tally.paper:
        return reverse("archive:paper", args=[tally.paper])
    document = row.document or request.GET.get("dokumen", "")
    if row.spread:
        query = request.GET.copy()
        query["dokumen"], query["periode"] = document, period or WHOLE_YEAR
        return f"{reverse('archive:matrix')}?{query.urlencode()}"
    if tally.state not in (State.MISSING, State.LATER):
        about = {"dokumen": document, "unit": row.unit or "", "periode": period}
        return f"{reverse('archive:papers')}?{urlencode(about)}"
    if document in makers.known() and request.may_open("archive:start_batch"):  # type: ignore[attr-defined]
        return f"{reverse('archive:batches')}?{urlencode({'dokumen': document})}"
    return ""
