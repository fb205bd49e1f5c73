"""How this room prints names: `{% load measures %}`."""

from pathlib import PurePosixPath

from django import template

from tolok.core.indicator import Indicator
from tolok.measurement.showing import BETTER

register = template.Library()


@register.filter
def better(indicator: Indicator) -> str:
    """Which way is better, in two words."""
    return BETTER[indicator.direction]


@register.filter
def file_name(path: str) -> str:
    """Without the folders it was imported from, which stand in the title."""
    return PurePosixPath(path).name
