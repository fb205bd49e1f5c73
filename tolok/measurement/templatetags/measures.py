"""How this room prints names: `{% load measures %}`."""

from pathlib import PurePosixPath

from django import template

register = template.Library()


@register.filter
def file_name(path: str) -> str:
    """Without the folders it was imported from, which stand in the title."""
    return PurePosixPath(path).name
