"""What tests of pages in all rooms share."""

import html
import re

from django.http import HttpResponse

_TAG = re.compile(r"<[^>]+>")


def told(page: HttpResponse | str) -> str:
    """The content of a page, or a piece of it, as one line of text."""
    whole = page if isinstance(page, str) else page.content.decode().partition("<main")[2]
    return " ".join(html.unescape(_TAG.sub(" ", whole)).split())
