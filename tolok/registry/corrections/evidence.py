"""Evidence as it is uploaded: a file that shows a fact."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from tolok.registry.corrections.actions import Evidence
from tolok.registry.reading.names import printable


@contextmanager
def evidence_in(upload: UploadedFile[Any] | None) -> Iterator[Evidence | None]:
    """The uploaded bytes as a file for as long as the action needs them.

    The name is only shown, never a path; what would steer a page or header is taken out of it.
    """
    if upload is None:
        yield None
        return
    with tempfile.NamedTemporaryFile(prefix="tolok-") as file:
        for chunk in upload.chunks():
            file.write(chunk)
        file.flush()
        yield Evidence(Path(file.name), printable(upload.name or "bukti"))
