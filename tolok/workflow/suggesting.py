"""Which document of the catalogue a requirement means, by the words of the titles."""

from __future__ import annotations

import re

from tolok.documents.catalogue import TITLES


def document_named(name: str) -> str:
    """The document in whose title every word occurs; of several the one with least besides.

    "Perencanaan kinerja" is F3, Dokumen Perencanaan Kinerja Pengadaan. "" where none is meant.
    """
    words = _words(name)
    fitting = [(len(title), code) for code, title in TITLES.items() if words <= _words(title)]
    return min(fitting)[1] if words and fitting else ""


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.casefold()))
