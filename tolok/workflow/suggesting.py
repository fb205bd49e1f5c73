"""Which paper in Tolok most likely meets a requirement, so that nobody looks for it in a list."""

from __future__ import annotations

import re
from typing import Final

from tolok.archive.models import Paper
from tolok.archive.models.papers import PaperRows
from tolok.documents.catalogue import TITLES
from tolok.workflow.models import TaskItem

_LAST_YEAR: Final = "tahun sebelumnya"  # as Kaltim's SOP says it of KT1
_IN_FORCE: Final = (Paper.Status.SIGNED, Paper.Status.ISSUED)


def fitting_paper(item: TaskItem, papers: PaperRows) -> Paper | None:
    """The newest issued paper of the document the requirement names; none where none is named."""
    name = item.name.casefold()
    year = item.task.year - (_LAST_YEAR in name)
    document = document_named(name.replace(_LAST_YEAR, ""))
    found = papers.filter(document=document, year=year, status__in=_IN_FORCE)
    return found.order_by("pk").last()


def document_named(name: str) -> str:
    """The document in whose title every word occurs; of several the one with least besides.

    "Perencanaan kinerja" is F3, Dokumen Perencanaan Kinerja Pengadaan. "" where none is meant.
    """
    words = _words(name)
    fitting = [(len(title), code) for code, title in TITLES.items() if words <= _words(title)]
    return min(fitting)[1] if words and fitting else ""


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.casefold()))
