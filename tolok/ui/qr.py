"""A QR code in a page."""

import segno
from django.utils.safestring import SafeString, mark_safe


def qr_of(text: str) -> SafeString:
    """Black on white in dark mode too: cameras need it."""
    drawn = segno.make(text, micro=False).svg_inline(scale=5, light="#fff", border=4)
    return mark_safe(drawn)  # noqa: S308  drawn by the library, its text is only dots
