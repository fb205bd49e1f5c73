"""The parts of a Word file and what they point to: nothing that runs, nothing from outside."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from docx.exceptions import PythonDocxError
from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.image.image import Image

from tolok.core.problem import Problem
from tolok.documents.checking.xml import Element, local

_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PICTURES: Final = (".png", ".jpg", ".jpeg", ".gif")
_KINDS: Final = (*_PICTURES, ".xml", ".rels", "/")
_MOST_DOTS: Final = 40_000_000  # of a picture, unpacked 160 MB
_WEB: Final = frozenset({"http", "https", "mailto"})
_RELATIONS: Final = frozenset(
    (
        *("officeDocument", "core-properties", "extended-properties", "custom-properties"),
        *("thumbnail", "styles", "stylesWithEffects", "settings", "webSettings", "fontTable"),
        *("theme", "numbering", "header", "footer", "footnotes", "endnotes", "image", "hyperlink"),
        *("customXml", "customXmlProps", "glossaryDocument", "comments", "commentsExtended"),
        *("commentsIds", "commentsExtensible", "people"),
    )
)
_ADVICE: Final = {
    "attachedTemplate": "Di Word: Pengembang, Templat Dokumen, kosongkan alamat templatnya.",
    "image": "Sisipkan gambarnya ke dalam dokumen, jangan ditautkan.",
    "hyperlink": "Tautan hanya boleh ke alamat https://, http:// atau mailto:.",
}


def part_problems(members: dict[str, bytes]) -> Iterator[Problem]:
    """TP-03: a template holds text, styles and pictures; no macro, object, font or add-in."""
    for name, data in members.items():
        if not name.lower().endswith(_KINDS):
            message = (
                f"Berkas memuat {name}: makro, objek tertanam, huruf tertanam atau gambar selain "
                "PNG, JPEG dan GIF tidak diterima. Hapus dari dokumen."
            )
            yield Problem("TP-03", name, message)
        if name.lower().endswith(_PICTURES):
            yield from _picture_problems(name, data)


def _picture_problems(name: str, data: bytes) -> Iterator[Problem]:
    """TP-04: a picture is what its name says, and can be unpacked."""
    try:
        image = Image.from_blob(data)
        dots = image.px_width * image.px_height
    except (
        *(InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError),
        *(ValueError, LookupError, ArithmeticError, PythonDocxError),
    ):
        message = "Gambar ini tidak dapat dibaca. Simpan sebagai PNG atau JPEG, lalu sisipkan lagi."
        yield Problem("TP-04", name, message)
        return
    if dots > _MOST_DOTS:
        message = f"Gambar {image.px_width} × {image.px_height} titik terlalu besar. Kecilkan."
        yield Problem("TP-04", name, message)


def type_problems(types: Element) -> Iterator[Problem]:
    """The file itself says what it is; a document with macros says so too (TP-03, TP-01)."""
    main = ""
    for one in types:
        content = one.get("ContentType", "")
        if one.get("PartName") == "/word/document.xml":
            main = content
        if any(word in content.lower() for word in ("macro", "vba", "activex", "oleobject")):
            yield Problem("TP-03", "[Content_Types].xml", f"Berkas memuat makro ({content}).")
    if main != _MAIN:
        message = f"Berkas ini bukan dokumen Word biasa ({main or 'tanpa jenis'}). Simpan sebagai "
        yield Problem("TP-01", "[Content_Types].xml", f"{message}“Dokumen Word (*.docx)”.")


def relation_problems(name: str, relations: Element) -> Iterator[Problem]:
    for one in relations:
        if local(one) != "Relationship":
            continue
        kind = one.get("Type", "").rpartition("/")[2]
        target = one.get("Target", "")
        if kind not in _RELATIONS and kind not in _ADVICE:
            yield _foreign(name, kind)
        elif _is_outside(one.get("TargetMode", ""), target) and not _is_link(kind, target):
            yield _outside(name, kind, target)


def _foreign(name: str, kind: str) -> Problem:
    """Parts of other kinds (OLE, ActiveX, other documents, add-ins) are refused (TP-03)."""
    message = f"Berkas memuat bagian berjenis “{kind}”, yang tidak diterima. Hapus dari dokumen."
    return Problem("TP-03", name, message)


def _outside(name: str, kind: str, target: str) -> Problem:
    """TP-05: nothing is fetched from outside; a link that only somebody who clicks follows stays.

    A linked picture or template would be fetched from whoever opens the paper, telling where.
    """
    advice = _ADVICE.get(kind, "Hapus tautannya.")
    return Problem("TP-05", name, f"Tautan keluar ({kind}) ke {target[:80]!r}. {advice}")


def _is_outside(mode: str, target: str) -> bool:
    path = target.replace("\\", "/")
    return mode.lower() == "external" or ":" in path or path.startswith("//")


def _is_link(kind: str, target: str) -> bool:
    return kind == "hyperlink" and (urlsplit(target).scheme.lower() in _WEB or target[:1] == "#")
