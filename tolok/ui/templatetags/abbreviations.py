"""Abbreviations that explain themselves: `{% load abbreviations %}`, then `{% abbr "HPS" %}`."""

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from tolok.ui.glossary import abbreviations

register = template.Library()


@register.simple_tag(takes_context=True)
def abbr(context: Context, short: str) -> SafeString:
    """Written out where it is first used on a page: "harga perkiraan sendiri (HPS)", then HPS.

    What was told is kept with the page that is being rendered, through all its partials.
    """
    meaning = abbreviations()[short]
    page = context.render_context.dicts[0]
    if f"told:{short}" in page:
        return format_html('<abbr title="{}">{}</abbr>', meaning, short)
    page[f"told:{short}"] = meaning
    return format_html("{} ({})", meaning, short)
