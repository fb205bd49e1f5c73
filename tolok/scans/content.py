"""What a file is, told by its first bytes; its name and extension are never asked."""

from enum import StrEnum
from pathlib import Path
from typing import Final

from tolok.core.problem import Problem
from tolok.scans import refusals

_HEAD: Final = 16
_OTHERS: Final = (
    (b"PK", "dokumen Office atau arsip ZIP"),
    (b"GIF8", "gambar GIF"),
    (b"II*\0", "gambar TIFF"),
    (b"MM\0*", "gambar TIFF"),
    (b"BM", "gambar BMP"),
    (b"RIFF", "gambar WebP atau suara"),
    (b"<", "halaman web, SVG, atau XML"),
    (b"\xef\xbb\xbf<", "halaman web, SVG, atau XML"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xd0\xcf\x11\xe0", "dokumen Office lama"),
    (b"%!PS", "PostScript"),
)


class Content(StrEnum):
    """The kinds that are taken, by the type they are served with."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"

    @property
    def extension(self) -> str:
        return {"PDF": ".pdf", "JPEG": ".jpg", "PNG": ".png"}[self.name]


_MAGIC: Final = (
    (b"%PDF-", Content.PDF),
    (b"\xff\xd8\xff", Content.JPEG),
    (b"\x89PNG\r\n\x1a\n", Content.PNG),
)


def content_of(path: Path, shown: str) -> Content | Problem:
    """The kind, or why it is none that is taken. The magic stands at the very first byte:
    programs that look for it further in are what polyglots live on."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    for magic, content in _MAGIC:
        if head.startswith(magic):
            return content
    if not head:
        return refusals.wrong_type(shown, "kosong")
    found = next((name for magic, name in _OTHERS if head.startswith(magic)), "tidak dikenal")
    return refusals.wrong_type(shown, found)
