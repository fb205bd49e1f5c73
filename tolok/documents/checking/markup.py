"""What stands in the text of a Word file besides words: objects, fields, addresses."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from tolok.core.problem import Problem
from tolok.documents.checking.xml import Element, local

_OBJECTS: Final = frozenset(
    (
        *("object", "control", "OLEObject", "altChunk", "subDoc", "mailMerge", "movie"),
        *("attachedSchema", "saveThroughXslt"),
    )
)
_FIELDS: Final = frozenset(
    (
        *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "TOC", "TC", "PAGEREF", "REF", "NOTEREF"),
        *("SEQ", "STYLEREF", "HYPERLINK"),
    )
)
_TEMPLATE_SIGNS: Final = "{}%#"
_ADDRESSES: Final = frozenset({"src", "href"})
_WEB: Final = ("http://", "https://", "mailto:", "#")


def markup_problems(name: str, root: Element) -> Iterator[Problem]:
    for element in root.iter():
        if local(element) in _OBJECTS:
            yield _object(name, local(element))
        for attribute, value in element.attrib.items():
            if attribute.rpartition("}")[2] in _ADDRESSES and value:
                yield from _address(name, local(element), value)
    for code in _codes(root):
        if not _is_harmless(code):
            yield _field(name, code)


def _object(name: str, kind: str) -> Problem:
    """Objects of other programs, other files and mail merge are no part of it (TP-03)."""
    message = f"Dokumen memuat “{kind}” (objek atau berkas lain). Hapus dari dokumen."
    return Problem("TP-03", name, message)


def _address(name: str, kind: str, value: str) -> Iterator[Problem]:
    """Drawings may carry addresses as well; only links to pages are harmless (TP-05)."""
    if kind in ("imagedata", "fill", "stroke") or not value.startswith(_WEB):
        yield Problem("TP-05", name, f"Gambar menunjuk ke luar berkas ({value[:80]!r}). Hapus.")


@dataclass
class _Open:
    """A field whose code is being read."""

    words: list[str] = field(default_factory=list)
    in_code: bool = True
    holds_text: bool = False  # words or a field within the code: it is put together when printed


def _codes(root: Element) -> Iterator[str]:
    """The code of each field; a sign of templates in it where it is not all written out."""
    stack: list[_Open] = []
    for element in root.iter():
        match local(element):
            case "fldSimple":
                yield _attribute(element, "instr")
            case "fldChar":
                yield from _mark(stack, _attribute(element, "fldCharType"))
            case "instrText" | "delInstrText":
                _code_of(stack).words.append(element.text or "")
            case "t" if stack and stack[-1].in_code and (element.text or ""):
                stack[-1].holds_text = True
    yield from (_code(one) for one in stack)


def _mark(stack: list[_Open], kind: str) -> Iterator[str]:
    if kind == "begin":
        if stack and stack[-1].in_code:
            stack[-1].holds_text = True
        stack.append(_Open())
    elif stack and kind == "separate":
        stack[-1].in_code = False
    elif stack and kind == "end":
        yield _code(stack.pop())


def _code_of(stack: list[_Open]) -> _Open:
    """Code outside of any field is taken as one of its own: no reader agrees on what it means."""
    if not stack:
        stack.append(_Open())
    return stack[-1]


def _code(one: _Open) -> str:
    return "{" * one.holds_text + "".join(one.words)


def _attribute(element: Element, name: str) -> str:
    return next(
        (str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), ""
    )


def _is_harmless(code: str) -> bool:
    words = code.upper().split()
    if not words or words[0] not in _FIELDS or set(code) & set(_TEMPLATE_SIGNS):
        return False
    if words[0] != "HYPERLINK":
        return True
    target = code.split()[1].strip('"“”') if len(words) > 1 else ""
    return target.startswith((*_WEB, "\\l"))


def _field(name: str, code: str) -> Problem:
    """A field may count pages and headings; those that fetch, run or compute are refused (TP-05).

    DDE starts programs, INCLUDETEXT and INCLUDEPICTURE fetch files. A field's code must be
    written out whole, or a template could put a forbidden one together while it is printed.
    """
    message = (
        f"Bidang (field) Word “{code.strip()[:60]}” tidak diterima. Yang boleh: nomor halaman, "
        "daftar isi dan rujukan di dalam dokumen."
    )
    return Problem("TP-05", name, message)
