"""What charts are drawn with: SVG as text, turned to a PNG of few colours.

vl-convert reserves much address space, so nothing here may run in the limited child.
"""

import io
from decimal import Decimal
from typing import Final
from xml.sax.saxutils import escape

import vl_convert
from PIL import Image

_COLOURS: Final = 64  # enough for few inks; a tenth of the bytes
_SCALE: Final = 4  # pixels for each unit: 300 dpi and more at the sizes papers use
_FONT: Final = "Arial, Liberation Sans, sans-serif"
_INK: Final = "#14211f"


def rule(width: int, height: Decimal) -> str:
    return f'<path d="M0 {height:.1f}H{width}" stroke="{_INK}" stroke-width="1.2"/>'


def words(x: Decimal, y: Decimal, what: str, *, size: int = 12, anchor: str = "middle") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="{_FONT}" font-size="{size}" '
        f'text-anchor="{anchor}" fill="{_INK}">{escape(what)}</text>'
    )


def png(width: int, height: int, inside: str) -> bytes:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{inside}</svg>'
    )
    drawn = Image.open(io.BytesIO(vl_convert.svg_to_png(svg, scale=_SCALE)))
    white = Image.new("RGB", drawn.size, "white")
    white.paste(drawn, mask=drawn.getchannel("A"))
    out = io.BytesIO()
    white.quantize(_COLOURS).save(out, "png", optimize=True)
    return out.getvalue()
