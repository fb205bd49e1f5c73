"""The gate before anything packed is opened, and taking the members of a ZIP out."""

import hashlib
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from tolok.core.file_names import printable
from tolok.core.problem import Problem
from tolok.registry.reading import refusals
from tolok.registry.reading.limits import MIB, Limits
from tolok.registry.reading.names import left_out_reason
from tolok.registry.reading.results import Member

_CHUNK: Final = MIB
_ENCRYPTED: Final = 0x1


def refused_archive(path: Path, shown: str, limits: Limits) -> Problem | None:
    """R-07, R-03: too many or too large members, or members that lie about one another.

    Only the directory of the archive is read; what it says is checked again while unpacking.
    """
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
    if len(members) > limits.members:
        return refusals.too_big(shown, f"isinya lebih dari {limits.members} berkas")
    if sum(member.file_size for member in members) > limits.unpacked_bytes:
        return refusals.unpacks_too_big(shown, limits)
    if any(_is_bomb(member, limits) for member in members):
        return refusals.too_big(shown, f"isinya mengembang lebih dari {limits.ratio} kali")
    return _contradiction(members, shown)


def _contradiction(members: list[zipfile.ZipInfo], shown: str) -> Problem | None:
    if len({member.filename for member in members}) < len(members):
        return refusals.damaged(shown, "dua bagian bernama sama")
    if len({member.header_offset for member in members}) < len(members):
        return refusals.damaged(shown, "bagian-bagiannya saling menimpa")
    if any(member.flag_bits & _ENCRYPTED for member in members):
        remedy = "Simpan tanpa kata sandi, lalu unggah kembali."
        return refusals.wrong_type(shown, "dilindungi kata sandi", remedy)
    return None


def take_out(path: Path, shown: str, *, folder: Path, limits: Limits) -> Iterator[Member | Problem]:
    """Every member of a ZIP as a file of its own, or why it stays where it is."""
    left = limits.unpacked_bytes
    with zipfile.ZipFile(path) as archive:
        for number, member in enumerate(archive.infolist()):
            name = printable(f"{shown}/{member.filename}")
            if member.is_dir():
                continue
            if reason := left_out_reason(member.filename):
                yield refusals.left_out(name, reason)
            elif reason := _unsafe(member):
                yield refusals.bad_member(name, reason)
            else:
                target = folder / f"{number:04d}"
                left -= _copy(archive, member, target, left)
                if left < 0:
                    yield refusals.unpacks_too_big(shown, limits)
                    return
                yield Member(target, name)


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_bomb(member: zipfile.ZipInfo, limits: Limits) -> bool:
    return member.file_size > max(MIB, member.compress_size * limits.ratio)


def _unsafe(member: zipfile.ZipInfo) -> str:
    """A member may not name a place outside its archive, nor be a link to one."""
    name = PurePosixPath(member.filename.replace("\\", "/"))
    if name.is_absolute() or ".." in name.parts or ":" in name.parts[0]:
        return "namanya menunjuk ke luar arsip"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "berupa tautan"
    return ""


def _copy(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, most: int) -> int:
    """The bytes written; one chunk more than allowed at most, whatever the directory promised."""
    written = 0
    with archive.open(member) as packed, target.open("wb") as file:
        while written <= most and (chunk := packed.read(_CHUNK)):
            written += file.write(chunk)
    return written
