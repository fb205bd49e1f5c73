"""What a file holds, told by its bytes; its name and extension are never asked."""

import codecs
import re
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from tolok.core.problem import Problem
from tolok.registry.reading import refusals

_HEAD: Final = 4096
_FORGIVEN: Final = 8
_CONTROLS: Final = frozenset(range(32)) - frozenset(b"\t\n\r\f\v")
_CHUNK: Final = 1 << 20
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAVE_AS: Final = "Buka dengan aplikasi lembar kerja, simpan sebagai XLSX atau CSV, lalu unggah."
_ASK_DATA: Final = "Unggah berkas data yang diunduh dari sistem asal."
_OTHER_KINDS: Final = (
    (b"%PDF", "dokumen PDF", _ASK_DATA),
    (b"\x89PNG", "gambar", _ASK_DATA),
    (b"\xff\xd8\xff", "gambar", _ASK_DATA),
    (b"GIF8", "gambar", _ASK_DATA),
    (b"MZ", "program", _ASK_DATA),
    (b"\x7fELF", "program", _ASK_DATA),
    (b"Rar!", "arsip RAR", "Buka arsipnya dan kemas ulang sebagai ZIP."),
    (b"7z\xbc\xaf", "arsip 7z", "Buka arsipnya dan kemas ulang sebagai ZIP."),
    (b"\x1f\x8b", "arsip GZIP", "Buka arsipnya dan kemas ulang sebagai ZIP."),
    (b"BZh", "arsip BZIP2", "Buka arsipnya dan kemas ulang sebagai ZIP."),
    (
        b"\xd0\xcf\x11\xe0",
        "buku kerja Excel lama (.xls) atau berkas Office yang dilindungi kata sandi",
        _SAVE_AS,
    ),
)
_SERVICE_MESSAGE: Final = re.compile(r"\s*<invalid_response>(?P<text>.*?)(?:</|$)", re.DOTALL)
_MEMBERS_OF_OTHERS: Final = (
    ("word/", "dokumen Word"),
    ("ppt/", "salindia PowerPoint"),
    ("content.xml", "berkas OpenDocument"),
)


class Content(StrEnum):
    """The kinds of content that are read, and the one that says there is none."""

    EMPTY = "kosong"
    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"
    WORKBOOK = "xlsx"
    ARCHIVE = "zip"


def content_of(path: Path, shown: str) -> Content | Problem:
    """The kind of content, or why it is none that is read."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(b"PAR1"):
        return Content.PARQUET
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_content(path, shown)
    for magic, found, remedy in _OTHER_KINDS:
        if head.startswith(magic):
            return refusals.wrong_type(shown, found, remedy)
    return _text_content(head, shown)


@dataclass(frozen=True)
class TextForm:
    """How the characters of a text file are written."""

    encoding: str
    has_nul: bool


def text_form(path: Path) -> TextForm:
    """By the byte order mark, else UTF-8 if every byte agrees, else Windows-1252."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    has_nul = False
    with path.open("rb") as file:
        for mark, encoding in _BYTE_ORDER_MARKS:
            if file.read(len(mark)) == mark and encoding != "utf-8-sig":
                return TextForm(encoding, has_nul=False)
            file.seek(0)
        try:
            while chunk := file.read(_CHUNK):
                has_nul = has_nul or b"\0" in chunk
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return TextForm("cp1252", has_nul)
    return TextForm("utf-8-sig", has_nul)


def _text_content(head: bytes, shown: str) -> Content | Problem:
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if head.startswith(mark)), "cp1252")
    text = head.decode(encoding, errors="replace").lstrip()
    if not text:
        return Content.EMPTY
    if message := _SERVICE_MESSAGE.match(text):
        return _service_content(message["text"].strip(), shown)
    if text.startswith("<"):
        return refusals.wrong_type(shown, "halaman web (HTML) atau XML", _SAVE_AS)
    if text.startswith(("[", "{")):
        return Content.JSON
    if _looks_binary(head, encoding):
        return refusals.wrong_type(shown, "data biner yang tidak dikenal", _ASK_DATA)
    return Content.CSV


def _service_content(message: str, shown: str) -> Content | Problem:
    """ISB answers "Data Kosong" in its own tag even where JSON or CSV was asked for."""
    if "kosong" in message.casefold():
        return Content.EMPTY
    found = f"pesan dari layanan: “{message}”"
    return refusals.wrong_type(shown, found, "Periksa alamat dan kunci layanannya.")


def _looks_binary(head: bytes, encoding: str) -> bool:
    """Text has no control characters but blanks; a stray NUL or two is forgiven."""
    if encoding in {"utf-16", "utf-32"}:
        return False
    controls = sum(byte in _CONTROLS for byte in head)
    return controls > _FORGIVEN and controls * 20 > len(head)


def _zip_content(path: Path, shown: str) -> Content | Problem:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        return refusals.damaged(shown, "susunan ZIP-nya tidak terbaca")
    if any(name.startswith("xl/") for name in names):
        return Content.WORKBOOK
    for start, found in _MEMBERS_OF_OTHERS:
        if any(name.startswith(start) for name in names):
            return refusals.wrong_type(shown, found, _ASK_DATA)
    return Content.ARCHIVE
