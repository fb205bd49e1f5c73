"""The uploaded file as a ZIP archive: looked at before anything in it is unpacked."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from tolok.core.problem import Problem, RefusedError

MIB: Final = 1 << 20
MOST_BYTES: Final = 10 * MIB  # a template with logo and pictures has less than one
MOST_UNPACKED: Final = 60 * MIB
MOST_MEMBERS: Final = 500  # Word writes 15 to 40
MOST_RATIO: Final = 200  # of members above one MiB
_MAGIC: Final = b"PK\x03\x04"
_WORD: Final = "word/document.xml"
_SAVE_AGAIN: Final = "Buka di Word, lalu simpan lagi sebagai “Dokumen Word (*.docx)”."


def need_small(path: Path) -> None:
    """Asked before the file is opened at all (TP-02)."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        message = (
            f"Berkas {size // MIB} MiB, paling besar {MOST_BYTES // MIB} MiB. Kecilkan gambarnya."
        )
        raise RefusedError(Problem("TP-02", "berkas", message))


def members_of(data: bytes) -> dict[str, bytes]:
    """The file's members by name; refused when it is no Word file or a trap."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _refuse(*_not_word(entries), *_traps(entries))
            members = {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        message = f"Berkas ini bukan .docx yang utuh. {_SAVE_AGAIN}"
        raise RefusedError(Problem("TP-01", "berkas", message)) from error
    _refuse(*_nested(members))
    return members


def _refuse(*problems: Problem) -> None:
    if problems:
        raise RefusedError(*problems)


def _not_word(entries: list[zipfile.ZipInfo]) -> Iterator[Problem]:
    """TP-01: only a Word document (.docx) is a template; no workbook, no .doc, no .docm."""
    names = {entry.filename for entry in entries}
    if not {"[Content_Types].xml", _WORD} <= names:
        yield Problem("TP-01", "berkas", f"Berkas ini bukan dokumen Word. {_SAVE_AGAIN}")


def _traps(entries: list[zipfile.ZipInfo]) -> Iterator[Problem]:
    """TP-02: what would fill the memory or mean two things is refused before it is unpacked."""
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_MEMBERS:
        yield _trap(f"berisi {len(entries)} bagian, paling banyak {MOST_MEMBERS}")
    if unpacked > MOST_UNPACKED:
        most = f"{MOST_UNPACKED // MIB} MiB"
        yield _trap(f"menjadi {unpacked // MIB} MiB bila dibuka, paling besar {most}")
    for name, count in Counter(entry.filename for entry in entries).items():
        if count > 1:
            yield _trap(f"memuat bagian {name} {count} kali")
    for entry in entries:
        if entry.file_size > MIB and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
            yield _trap(f"bagian {entry.filename} dimampatkan tidak wajar")
        if _leaves(entry.filename):
            yield _trap(f"bagian {entry.filename!r} menunjuk ke luar berkas")


def _leaves(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in name or "\\" in name


def _nested(members: dict[str, bytes]) -> Iterator[Problem]:
    """An archive in the archive hides what it holds (TP-02)."""
    for name, data in members.items():
        if data.startswith(_MAGIC):
            yield _trap(f"bagian {name} adalah arsip di dalam arsip")


def _trap(what: str) -> Problem:
    return Problem("TP-02", "berkas", f"Berkas ini {what}. {_SAVE_AGAIN}")
