"""Kept files as answers: to be saved, never run; only pictures we drew are shown."""

from typing import Final

from django.http import FileResponse, Http404
from django.utils.http import content_disposition_header

from tolok.store import kept_file

_NOTHING_RUNS: Final = "default-src 'none'; frame-ancestors 'none'; sandbox"


def as_download(
    sha256: str, name: str, content_type: str = "application/octet-stream"
) -> FileResponse:
    """The bytes as they came. Whatever a browser takes them for, it saves them, guesses no other
    type, and lets nothing in them run or load."""
    response = _answer(sha256, content_type)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


def drawn_picture(sha256: str, content_type: str = "image/jpeg") -> FileResponse:
    """A picture Tolok has drawn itself, to stand in a page."""
    response = _answer(sha256, content_type)
    response["Content-Disposition"] = "inline"
    return response


def _answer(sha256: str, content_type: str) -> FileResponse:
    path = kept_file(sha256)
    if not path.is_file():
        raise Http404
    response = FileResponse(path.open("rb"), content_type=content_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = _NOTHING_RUNS
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
