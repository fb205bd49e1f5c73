"""XML from a stranger: python-docx's parser resolves no entities and knows no network."""

from typing import Any

from docx.oxml import parse_xml

from tolok.core.problem import Problem, RefusedError

Element = Any  # lxml has no types


def parsed(name: str, data: bytes) -> Element:
    """TP-06: well-formed, and without a document type, which can only do harm in Word files."""
    try:
        root = parse_xml(data)
    except (SyntaxError, ValueError) as error:
        message = "Isi bagian ini rusak. Buka di Word, lalu simpan lagi sebagai .docx."
        raise RefusedError(Problem("TP-06", name, message)) from error
    if root.getroottree().docinfo.doctype:
        message = "Bagian ini memuat DOCTYPE atau entitas, yang tidak ada di dalam dokumen Word."
        raise RefusedError(Problem("TP-06", name, message))
    return root


def local(element: Element) -> str:
    """The name without its namespace; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
