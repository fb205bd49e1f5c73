"""The same cell as a picture, for programs that draw no groups: 600 dpi, black on white."""

import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

from PIL import Image, ImageDraw, ImageFont

_SCALE: Final = 2.36  # dots in 0.01 cm
_PEN: Final = 7
_LETTERS: Final = 67  # dots: 8 points
_HEAD: Final = (22, 9)  # of an arrow: long, half as wide


def cell_picture(parts: Sequence[Mapping[str, Any]], size: tuple[int, int]) -> bytes:
    """A PNG of so many 0.01 cm."""
    image = Image.new("1", (round(size[0] * _SCALE), round(size[1] * _SCALE)), 1)
    draw = ImageDraw.Draw(image)
    for part in parts:
        _draw(draw, part["kind"], (part["x"], part["y"], part["to_x"], part["to_y"]))
        if part["text"]:
            x, y = _dots((part["x"] + part["to_x"]) / 2, (part["y"] + part["to_y"]) / 2)
            draw.text((x, y), part["text"], 0, ImageFont.load_default(_LETTERS), "mm")
    out = io.BytesIO()
    image.save(out, "PNG", dpi=(600, 600), optimize=True)
    return out.getvalue()


def _draw(draw: ImageDraw.ImageDraw, kind: str, ends: tuple[int, int, int, int]) -> None:
    x, y, to_x, to_y = ends
    middle, low = (x + to_x) / 2, y + (to_y - y) * 0.6
    match kind:
        case "line":
            draw.line(_dots(*ends), 0, _PEN)
        case "arrow":
            draw.line(_dots(*ends), 0, _PEN)
            draw.polygon(_dots(*_head(ends)), 0)
        case "capsule":
            radius = round((to_y - y) / 2 * _SCALE)
            draw.rounded_rectangle(_dots(*ends), radius, outline=0, width=_PEN)
        case "box":
            _outline(draw, (x, y, to_x, y, to_x, to_y, x, to_y))
        case "diamond":
            half = (y + to_y) / 2
            _outline(draw, (middle, y, to_x, half, middle, to_y, x, half))
        case "pentagon":
            _outline(draw, (x, y, to_x, y, to_x, low, middle, to_y, x, low))


def _outline(draw: ImageDraw.ImageDraw, corners: tuple[float, ...]) -> None:
    draw.line(_dots(*corners, *corners[:2]), 0, _PEN, joint="curve")


def _head(ends: tuple[int, int, int, int]) -> tuple[float, ...]:
    """The triangle at the end of an arrow that runs straight along one axis."""
    x, y, to_x, to_y = ends
    along, across = ((to_x > x) - (to_x < x), (to_y > y) - (to_y < y)), _HEAD[1]
    back = (to_x - _HEAD[0] * along[0], to_y - _HEAD[0] * along[1])
    side = (across * along[1], across * along[0])
    return (to_x, to_y, back[0] + side[0], back[1] + side[1], back[0] - side[0], back[1] - side[1])


def _dots(*lengths: float) -> list[int]:
    return [round(length * _SCALE) for length in lengths]
