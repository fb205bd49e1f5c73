"""What a bundle of papers holds: the files of each, and an index that says what they are."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

from django.db.models import Prefetch
from django.template.loader import render_to_string

from tolok.archive.bundles.names import safe_name, suffix_of
from tolok.archive.bundles.zipping import Member, member
from tolok.archive.matrix.expectations import period_label
from tolok.archive.models import Paper, PaperFile
from tolok.archive.models.papers import PaperRows
from tolok.core.dates import format_date
from tolok.documents.catalogue import TITLES
from tolok.registry.store import kept_file

_LOOKS: Final = Path(__file__).with_name("index.css")
_ORDER: Final = {code: at for at, code in enumerate(TITLES)}
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would compute


@dataclass(frozen=True)
class Listed:
    """One paper in the index, with its files in the bundle."""

    paper: Paper
    members: tuple[Member, ...]

    @property
    def no_file(self) -> str:
        """Why it has none here."""
        if self.paper.status == Paper.Status.DRAFT:
            return "Belum ada berkas: masih draf."
        return "Berkasnya tidak ada: dimusnahkan menurut jadwal retensi, atau hilang."

    @property
    def cells(self) -> tuple[str, ...]:
        """What the index says of it."""
        paper = self.paper
        return (
            paper.document,
            paper.document_title,
            paper.title,
            paper.unit.name if paper.unit else "Instansi",
            period_label(paper.period),
            paper.number_text,
            format_date(paper.dated) if paper.dated else "",
            paper.get_status_display(),
            paper.code,
        )


COLUMNS: Final = (
    *("Kode", "Dokumen", "Judul", "Satuan kerja", "Periode", "Nomor", "Tanggal", "Status"),
    *("Kode verifikasi", "Berkas", "SHA-256"),
)


def listed(papers: PaperRows, folder: str = "") -> list[Listed]:
    """The papers in the order of the catalogue, then of satker, period and subject."""
    files = PaperFile.objects.kept().order_by("kind", "pk")
    read = papers.select_related("unit", "number").prefetch_related(Prefetch("files", files))
    return [Listed(one, tuple(_members(one, folder))) for one in sorted(read, key=_place)]


def _place(paper: Paper) -> tuple[int, str, str, str, str]:
    unit = paper.unit.code if paper.unit else ""
    return (_ORDER[paper.document], unit, paper.period, paper.subject, paper.code)


def _members(paper: Paper, folder: str) -> Iterator[Member]:
    """F5/F5-1-01-tw1-pembangunan-gedung-7k3m-9qxd-terbit.docx, one for each of its files."""
    about = (paper.unit.code if paper.unit else "instansi", paper.period, paper.title)
    stem = "-".join(safe_name(part) for part in about if part)
    place = folder or paper.document
    for kind, files in groupby(paper.files.all(), key=lambda file: file.kind):
        there = (file for file in files if kept_file(file.sha256).is_file())
        for at, file in enumerate(there, 1):
            more = f"-{at}" if at > 1 else ""
            name = f"{paper.document}-{stem}-{paper.code}-{_WORDS[kind]}{more}"
            yield Member(
                f"{place}/{name}{suffix_of(file.name)}", kept_file(file.sha256), file.sha256
            )


_WORDS: Final = {
    PaperFile.Kind.MADE: "naskah",
    PaperFile.Kind.PDF: "naskah-pdf",
    PaperFile.Kind.SIGNED: "bertanda-tangan",
    PaperFile.Kind.EVIDENCE: "lampiran",
}


def bundle_of(title: str, found: Sequence[Listed]) -> Iterator[Member]:
    """The index first, then the files; a file that is in twice is there once."""
    yield from index("archive/bundle_index.html", {"title": title, "papers": found}, found)
    yield from once(one for paper in found for one in paper.members)


def index(
    template: str, context: Mapping[str, object], papers: Sequence[Listed]
) -> Iterator[Member]:
    """A page to read, its looks, and the same as a table."""
    yield member("index.html", render_to_string(template, {"columns": COLUMNS[:-2], **context}))
    yield member("index.css", _LOOKS.read_text(encoding="utf-8"))
    yield member("daftar.csv", "\ufeff" + as_csv(papers))


def once(members: Iterable[Member]) -> Iterator[Member]:
    seen: set[str] = set()
    for one in members:
        if one.name not in seen:
            seen.add(one.name)
            yield one


def as_csv(found: Iterable[Listed]) -> str:
    """A line for each file, and one for a paper that has none yet."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerow(COLUMNS)
    for paper in found:
        for one in paper.members or (None,):
            file = (one.name, one.sha256) if one else ("", "")
            lines.writerow(map(_harmless, (*paper.cells, *file)))
    return out.getvalue()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
