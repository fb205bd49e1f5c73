"""Whether a PDF is only paper: pages, and nothing that acts. Runs in the child process only."""

import mmap
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pypdfium2
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from tolok.core.problem import Problem
from tolok.scans import refusals

_SCRIPT: Final = "skrip (JavaScript)"
_ATTACHED: Final = "berkas lain sebagai lampiran di dalamnya"
_MEDIA: Final = "media yang dapat diputar"
_SENDS: Final = "perintah mengirim atau mengambil data"
_ACTIVE: Final = {
    "/JS": _SCRIPT,
    "/JavaScript": _SCRIPT,
    "/Launch": "perintah menjalankan program",
    "/EmbeddedFile": _ATTACHED,
    "/EmbeddedFiles": _ATTACHED,
    "/FileAttachment": _ATTACHED,
    "/GoToE": _ATTACHED,
    "/RichMedia": _MEDIA,
    "/Rendition": _MEDIA,
    "/Movie": _MEDIA,
    "/Sound": _MEDIA,
    "/3D": _MEDIA,
    "/XFA": "formulir XFA",
    "/SubmitForm": _SENDS,
    "/ImportData": _SENDS,
}
"""Names that make a PDF more than paper, as keys and as values (`/S /JavaScript`), in whatever
place: actions on opening, on a page, on a field are told by what they do, not by where they are."""

_STREAM: Final = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
_NAME: Final = re.compile(rb"/[^\x00\t\n\f\r ()<>\[\]{}/%]+")
_WRITTEN_AS_CODE: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_BROKEN: Final = (
    *(PyPdfError, pypdfium2.PdfiumError, ValueError, TypeError, LookupError, AttributeError),
    *(RecursionError, NotImplementedError, AssertionError),
)


def look_at_pdf(path: Path, shown: str, most_pages: int) -> Problem | None:
    """SC-02 to SC-06, in the order in which a person would want to know."""
    try:
        with path.open("rb") as file:
            return _look(file, path, shown, most_pages)
    except _BROKEN as error:
        return refusals.damaged(shown, error.__class__.__name__)


def _look(file: Any, path: Path, shown: str, most_pages: int) -> Problem | None:
    reader = PdfReader(file)
    if reader.is_encrypted:
        return refusals.encrypted(shown)
    if zipfile.is_zipfile(path):
        return refusals.two_kinds(shown, "arsip ZIP")
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        if not _ends_as_pdf(data):
            return refusals.two_kinds(shown, "sesuatu yang lain di belakang akhir PDF")
        names = (*_names_outside_streams(data), *_names_of_objects(reader))
    found = next((_ACTIVE[name] for name in names if name in _ACTIVE), "")
    if found:
        return refusals.not_passive(shown, found)
    return _count_pages(path, shown, most_pages)


def _count_pages(path: Path, shown: str, most: int) -> Problem | None:
    pages = pages_of(path)
    if not pages:
        return refusals.damaged(shown, "tidak ada halamannya")
    return refusals.too_many_pages(shown, pages, most) if pages > most else None


def pages_of(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def _ends_as_pdf(data: mmap.mmap) -> bool:
    """Nothing stands behind the last `%%EOF` but blanks."""
    at = data.rfind(b"%%EOF")
    return at >= 0 and not data[at + len(b"%%EOF") :].strip(b"\0\t\n\f\r \x1a")


def _names_outside_streams(data: mmap.mmap) -> Iterator[str]:
    """Every name a lenient reader could come across, also in objects that no table lists."""
    at = 0
    for stream in _STREAM.finditer(data):
        yield from _names_in(data[at : stream.start()])
        at = stream.end()
    yield from _names_in(data[at:])


def _names_in(data: bytes) -> Iterator[str]:
    for name in set(_NAME.findall(data)):
        plain = _WRITTEN_AS_CODE.sub(lambda code: bytes([int(code[1], 16)]), name)
        yield plain.decode("latin-1")


def _names_of_objects(reader: PdfReader) -> Iterator[str]:
    """The names of all objects, those in object streams too."""
    for number, generation in _listed(reader):
        found = reader.get_object(IndirectObject(number, generation, reader))
        yield from _names_of(found)
        if isinstance(found, StreamObject) and found.get("/Type") == "/ObjStm":
            yield from _names_in(found.get_data())


def _listed(reader: PdfReader) -> Iterator[tuple[int, int]]:
    for generation, places in reader.xref.items():
        yield from ((number, generation) for number in places)
    yield from ((number, 0) for number in reader.xref_objStm)


def _names_of(found: Any) -> Iterator[str]:
    """Without following references: every object is looked at by itself."""
    waiting = [found]
    while waiting:
        match waiting.pop():
            case DictionaryObject() as dictionary:
                yield from (str(key) for key in dictionary)
                waiting += [dictionary.raw_get(key) for key in dictionary]
            case ArrayObject() as array:
                waiting += list.__iter__(array)
            case NameObject() as name:
                yield str(name)
