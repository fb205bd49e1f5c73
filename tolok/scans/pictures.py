"""Pictures as they are shown: drawn anew from their pixels. Runs in the child process only."""

from pathlib import Path

from PIL import Image, ImageOps

from tolok.core.problem import Problem
from tolok.scans import refusals
from tolok.scans.content import Content
from tolok.scans.limits import Limits

_QUALITY = 85
_BROKEN = (OSError, ValueError, SyntaxError, TypeError, EOFError, Image.DecompressionBombError)


def redraw(
    path: Path, content: Content, out: Path, *, shown: str, limits: Limits
) -> Problem | None:
    """SC-02, SC-05. Only pixels cross over: no EXIF (place, camera), no profile, no comments, and
    nothing that was hidden behind the picture. It stands upright as the EXIF said it should."""
    Image.MAX_IMAGE_PIXELS = None  # asked below, before a pixel is read
    try:
        with Image.open(path, formats=[content.name]) as picture:
            if picture.width * picture.height > limits.pixels:
                return refusals.too_many_pixels(shown, picture.width, picture.height)
            picture.load()
            upright = ImageOps.exif_transpose(picture)
            plain = upright.convert("L" if upright.mode in ("1", "L") else "RGB")
    except _BROKEN as error:
        return refusals.damaged(shown, error.__class__.__name__)
    plain.thumbnail((limits.shown_side, limits.shown_side))
    plain.info.clear()
    plain.save(out, format=content.name, quality=_QUALITY)
    return None
