"""Pictures that stand for paper: what an office would lay on its scanner."""

import io
from collections.abc import Sequence
from datetime import date
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from tolok.core.dates import format_date
from tolok.scans.examine import Scan, examine

A5: Final = (583, 827)  # pixels, at 100 a inch
MARGIN: Final = 48
LINE: Final = 28
WHITE, BLACK, INK = 255, 0, 90
WIDEST: Final = 44  # signs in a line


def scanned(title: str, lines: Sequence[str] = (), *, signed: str = "", day: date) -> Scan:
    """A page with a title, some lines and a signature, examined and kept as any upload is."""
    return examine(f"{title}.png", [scan_bytes(title, lines, signed=signed, day=day)])


def scan_bytes(title: str, lines: Sequence[str] = (), *, signed: str = "", day: date) -> bytes:
    file = io.BytesIO()
    drawn(title, lines, signed=signed, day=day).save(file, "PNG")
    return file.getvalue()


def drawn(title: str, lines: Sequence[str], *, signed: str, day: date) -> Image.Image:
    page = Image.new("L", A5, WHITE)
    pen = ImageDraw.Draw(page)
    height = MARGIN
    for text, size in ((title, 22), *((line, 16) for line in lines)):
        for part in _folded(text, WIDEST * 16 // size):
            pen.text((MARGIN, height), part, BLACK, ImageFont.load_default(size))
            height += LINE
        height += LINE // 2
    _sign(pen, signed, day)
    return page


def _sign(pen: ImageDraw.ImageDraw, signed: str, day: date) -> None:
    if not signed:
        return
    left, top = A5[0] // 2, A5[1] - 200
    font = ImageFont.load_default(16)
    pen.text((left, top), format_date(day), BLACK, font)
    stroke = [(left + 12 * step, top + 70 + (25 if step % 2 else -20)) for step in range(12)]
    pen.line(stroke, INK, 3, "curve")
    pen.text((left, top + 120), signed, BLACK, font)


def _folded(text: str, widest: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > widest:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
