"""Draws konsep.png, the pale word behind a draft: `python -m tolok.documents.building.konsep`."""

from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

FILE: Final = Path(__file__).with_name("konsep.png")
_SIZE: Final = (1500, 1000)
_PALE: Final = 237  # 7 % black: seen on paper, and everything over it stays legible
_FONT: Final = "LiberationSans-Bold.ttf"


def draw() -> Image.Image:
    """The word upwards from left to right, on white."""
    word = Image.new("L", (1600, 400), 255)
    font = ImageFont.truetype(_FONT, 330)
    ImageDraw.Draw(word).text((800, 200), "KONSEP", _PALE, font, "mm")
    turned = word.rotate(30, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    turned.thumbnail((_SIZE[0] - 20, _SIZE[1] - 20))
    page = Image.new("L", _SIZE, 255)
    page.paste(turned, ((_SIZE[0] - turned.width) // 2, (_SIZE[1] - turned.height) // 2))
    return page


if __name__ == "__main__":
    draw().save(FILE, optimize=True)
