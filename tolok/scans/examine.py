"""From the bytes somebody brings to a scan that is kept: examined in a child, then stored."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from django.core.files.uploadedfile import UploadedFile

from tolok.core.file_names import printable
from tolok.core.problem import RefusedError
from tolok.scans import refusals
from tolok.scans.child import SHOWN
from tolok.scans.content import Content
from tolok.scans.in_child import look
from tolok.scans.limits import DEFAULT
from tolok.scans.names import safe_name
from tolok.store import keep_file


@dataclass(frozen=True)
class Scan:
    """A file in the store that has been looked at.

    The bytes as they came are kept and prove what was signed; of a picture only the one drawn
    anew is ever shown, the original is a download.
    """

    name: str
    sha256: str
    size: int
    content_type: str
    shown_sha256: str = ""  # of a picture


def examine_upload(upload: UploadedFile[Any]) -> Scan:
    """A file as a form gives it."""
    return examine(upload.name or "", upload.chunks())


def examine(name: str, chunks: Iterable[bytes]) -> Scan:
    """Keep a PDF, JPEG or PNG that is nothing but paper; refused with the reason otherwise."""
    shown = printable(name)
    with tempfile.TemporaryDirectory(prefix="tolok-pindai-") as folder:
        path = Path(folder) / "berkas"
        with path.open("wb") as file:
            size = write_bounded(file, chunks, shown, DEFAULT.scan_bytes)
        found = look(path, Path(folder), shown=shown, most_pages=DEFAULT.scan_pages)
        content = Content(found["content"])
        drawn = Path(folder) / SHOWN
        return Scan(
            name=safe_name(name, content),
            sha256=keep_file(path),
            size=size,
            content_type=content.value,
            shown_sha256=keep_file(drawn) if drawn.exists() else "",
        )


def write_bounded(file: IO[bytes], chunks: Iterable[bytes], shown: str, most: int) -> int:
    """SC-02 as soon as it is too much; gives how many bytes they were."""
    size = 0
    for chunk in chunks:
        size += file.write(chunk)
        if size > most:
            raise RefusedError(refusals.too_big(shown, size, most))
    return size
