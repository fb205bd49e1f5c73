"""Kept files for tests, and bits that turn over."""

from typing import Any

from tolok.archive.files import keep_chunks, kept_file
from tolok.archive.models import FileCheck, Paper, PaperFile
from tolok.archive.testing import make_paper


def make_file(
    data: bytes = b"naskah bertanda tangan", paper: Paper | None = None, **fields: Any
) -> PaperFile:
    """A signed file of a paper."""
    sha256, size = keep_chunks([data])
    paper = paper or make_paper(status=Paper.Status.SIGNED)
    usual: dict[str, Any] = {
        "kind": PaperFile.Kind.SIGNED,
        "name": "ttd.pdf",
        "content_type": "application/pdf",
    }
    return PaperFile.objects.create(paper=paper, sha256=sha256, size=size, **usual | fields)


def flip_a_bit(file: PaperFile | FileCheck, at: int = 3) -> None:
    """As a disk does in ten years."""
    path = kept_file(file.sha256)
    data = bytearray(path.read_bytes())
    data[at] ^= 0b100
    path.chmod(0o644)
    path.write_bytes(data)
