"""Scans made for tests: sheets as a scanner delivers them, and PDFs that are more than paper."""

import io
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import segno
from PIL import Image, ImageChops, ImageDraw, ImageFilter

_CM: Final = 2.54  # per inch
A4: Final = (21.0, 29.7)  # cm
_A6: Final = (10.5, 14.8)
_CODE: Final = (0.6, 2.0, 1.2)  # cm: from the left, from below, side; as forms print it


@dataclass(frozen=True)
class Scan:
    """How a sheet went through the scanner."""

    code: str = "7K3M-9QXF"  # "" for a sheet without one
    dpi: int = 150
    angle: float = 0.0  # degrees; 180 is upside down
    contrast: float = 1.0
    noise: float = 12.0  # standard deviation, of 255
    blur: float = 0.0
    is_written_on: bool = True
    size: tuple[float, float] = _A6  # cm; small sheets are quickly made and read


def scanned(scan: Scan) -> Image.Image:
    """Lines of writing, the code in its corner, and what the scanner made of them."""
    drawn = _sheet(scan)
    drawn = drawn.rotate(
        scan.angle, Image.Resampling.BICUBIC, expand=scan.angle % 90 == 0, fillcolor=255
    )
    if scan.blur:
        drawn = drawn.filter(ImageFilter.GaussianBlur(scan.blur))
    dark = round(255 * (1 - scan.contrast) * 0.6)
    drawn = drawn.point([round(dark + shade * scan.contrast) for shade in range(256)])
    grain = Image.effect_noise(drawn.size, scan.noise)
    return ImageChops.add(drawn, grain, 1, -128)


def pile_of(scans: Sequence[Scan]) -> bytes:
    """One PDF, as the feeder of an office scanner writes it."""
    first, *others = [scanned(scan) for scan in scans]
    out = io.BytesIO()
    first.save(out, "PDF", save_all=True, append_images=others, resolution=scans[0].dpi, quality=60)
    return out.getvalue()


def picture(kind: str = "PNG", size: tuple[int, int] = (60, 40), **more: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "navy").save(out, kind, **more)
    return out.getvalue()


def pdf(*objects: str, catalog: str = "", tail: bytes = b"") -> bytes:
    """A PDF of one empty page by hand; `objects` come after the page as objects 4, 5 …"""
    bodies = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
        *objects,
    ]
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode() + tail


def _sheet(scan: Scan) -> Image.Image:
    width, height = (round(side / _CM * scan.dpi) for side in scan.size)
    drawn = Image.new("L", (width, height), 255)
    if scan.is_written_on:
        pen, dice = ImageDraw.Draw(drawn), random.Random(scan.code)  # noqa: S311 - strokes of a pen
        for top in range(height // 10, height * 9 // 10, scan.dpi // 5):
            right = width * dice.uniform(0.4, 0.9)
            pen.line((width * 0.1, top, right, top), fill=30, width=max(1, scan.dpi // 60))
    if scan.code:
        left, below, side = (round(length / _CM * scan.dpi) for length in _CODE)
        drawn.paste(_qr(scan.code, side), (left, height - below))
    return drawn


def _qr(code: str, side: int) -> Image.Image:
    out = io.BytesIO()
    segno.make_qr(code, error="m").save(out, kind="png", scale=8, border=2)
    return Image.open(out).convert("L").resize((side, side), Image.Resampling.LANCZOS)
