"""Scanned sheets of a PDF: their codes and pictures, new PDFs of them. Only in the child."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pypdfium2
import zxingcpp
from PIL import Image, ImageFilter, ImageOps

_CODE: Final = re.compile(r"(?:^|/)([0-9A-Z]{4}-[0-9A-Z]{4})$")
_POINTS: Final = 72  # of a PDF, per inch
_ONLY_QR: Final = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_FIRST_DPI: Final = 200
_SECOND_DPI: Final = 300
_CORNER: Final = 0.3  # of the short side of a sheet
_PICTURE_DPI: Final = 100
_PICTURE_QUALITY: Final = 70
_MOST_PIXELS: Final = 30_000_000  # a page that says it is a poster is drawn smaller
_BLANK_SHADE: Final = 200  # of 255; paper shines through, pens are darker
_BLANK_SHARE: Final = 0.0005  # of the inner part of the sheet: a page number, a speck
_INNER: Final = 0.06  # of each side is left out: edges and shadows of the scanner


@dataclass(frozen=True)
class Sheet:
    """What one sheet says of itself."""

    number: int  # in the pile, from 1
    codes: tuple[str, ...]
    is_blank: bool
    picture: str  # the file it was written into


def read_sheets(path: Path, numbers: Sequence[int], out: Path) -> Iterator[Sheet]:
    """One after the other, so that a sheet that breaks the reader leaves the others read."""
    document = pypdfium2.PdfDocument(path)
    for number in numbers:
        page = document[number - 1]
        small = _drawn(page, _PICTURE_DPI)
        picture = out / f"{number}.jpg"
        small.save(picture, "JPEG", quality=_PICTURE_QUALITY)
        yield Sheet(number, _codes_on(page), _is_blank(small), picture.name)
        page.close()
    document.close()


def write_parts(path: Path, parts: Sequence[Sequence[int]], out: Path) -> None:
    """A PDF of each group of sheets; their pictures are copied as they are."""
    document = pypdfium2.PdfDocument(path)
    for at, numbers in enumerate(parts):
        part = pypdfium2.PdfDocument.new()
        part.import_pages(document, [number - 1 for number in numbers])
        part.save(out / f"{at}.pdf")
        part.close()
    document.close()


def _drawn(page: pypdfium2.PdfPage, dpi: int) -> Image.Image:
    width, height = page.get_size()
    scale = min(dpi / _POINTS, (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
    drawn: Image.Image = page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil()
    return drawn


def _codes_on(page: pypdfium2.PdfPage) -> tuple[str, ...]:
    """Codes in the form of ours, each once; other QR codes on a sheet are none of our business."""
    drawn = _drawn(page, _FIRST_DPI)
    if codes := _codes_in(drawn):
        return codes
    for picture in _clearer(drawn, _drawn(page, _SECOND_DPI)):
        if codes := _codes_in(picture):
            return codes
    return ()


def _clearer(small: Image.Image, large: Image.Image) -> Iterator[Image.Image]:
    """The corners, with black made black and less and less of the grain of paper and scanner.

    Tried on 56 bad sheets (half the contrast, grain of 20 of 255): all were read by one of these.
    """
    for drawn, blur in ((small, 0.0), (large, 0.0), (large, 0.8), (large, 1.2), (large, 1.6)):
        for corner in _corners(drawn):
            smooth = corner.filter(ImageFilter.GaussianBlur(blur)) if blur else corner
            yield ImageOps.autocontrast(smooth, cutoff=1)


def _corners(drawn: Image.Image) -> Iterator[Image.Image]:
    """Where the code of a form stands, whichever way round the sheet lies."""
    width, height = drawn.size
    side = int(min(width, height) * _CORNER)
    for left in (0, width - side):
        for top in (height - side, 0):
            yield drawn.crop((left, top, left + side, top + side))


def _codes_in(picture: Image.Image) -> tuple[str, ...]:
    found = zxingcpp.read_barcodes(picture, formats=_ONLY_QR)
    matches = (_CODE.search(one.text) for one in found)
    return tuple(sorted({match[1] for match in matches if match}))


def _is_blank(picture: Image.Image) -> bool:
    """Whether hardly anything stands on it, as on the back of a form."""
    width, height = picture.size
    edges = (int(width * _INNER), int(height * _INNER))
    inner = picture.crop((*edges, width - edges[0], height - edges[1]))
    shades = inner.convert("L").histogram()
    return sum(shades[:_BLANK_SHADE]) < _BLANK_SHARE * inner.width * inner.height
