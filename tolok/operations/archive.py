"""The backup file: a ZIP any tool opens, sealed so that one changed byte is noticed.

Members are the files of TOLOK_HOME under their own names, the database under `database/`, and
at last `manifest.json`, which gives the SHA-256 of each. The ZIP's comment, its last 64 bytes,
is the SHA-256 of everything before it; a file cut anywhere has another one, or none.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tolok.core.problem import Problem, RefusedError

SEAL = 64  # characters of a SHA-256 in hexadecimal
CHUNK = 1 << 20
MANIFEST = "manifest.json"
FORMAT = 1


class DamagedError(RefusedError):
    """Data is not what it was when Tolok wrote it; exit code 4."""


def write(target: Path, members: Iterable[tuple[str, Path]], facts: Mapping[str, object]) -> str:
    """Make the archive beside its place and move it there whole; gives its seal."""
    descriptor, draft = tempfile.mkstemp(dir=target.parent, prefix=".tolok-backup-")  # mode 0600
    try:
        with os.fdopen(descriptor, "w+b") as file:
            with ZipFile(file, "w", ZIP_DEFLATED, strict_timestamps=False) as archive:
                files = dict(added(archive, members))
                manifest = {"format": FORMAT, **facts, "files": files}
                archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
                archive.comment = b"0" * SEAL
            seal = body_hash(file)
            file.seek(-SEAL, os.SEEK_END)
            file.write(seal.encode())
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(target)
    finally:
        Path(draft).unlink(missing_ok=True)
    return seal


def added(archive: ZipFile, members: Iterable[tuple[str, Path]]) -> Iterable[tuple[str, str]]:
    """Each member's name and hash; what was removed since it was listed is left out."""
    for name, path in members:
        try:
            source = path.open("rb")
        except FileNotFoundError:
            continue
        info = ZipInfo.from_file(path, name, strict_timestamps=False)
        info.compress_type = ZIP_DEFLATED
        with source, archive.open(info, "w", force_zip64=True) as member:
            yield name, copy(source, member)


def copy(source: IO[bytes], target: IO[bytes]) -> str:
    """Copy all of it; gives its SHA-256."""
    digest = hashlib.sha256()
    while chunk := source.read(CHUNK):
        digest.update(chunk)
        target.write(chunk)
    return digest.hexdigest()


def body_hash(file: IO[bytes]) -> str:
    """The SHA-256 of all but the seal."""
    left = max(file.seek(0, os.SEEK_END) - SEAL, 0)
    file.seek(0)
    digest = hashlib.sha256()
    while left and (chunk := file.read(min(CHUNK, left))):
        digest.update(chunk)
        left -= len(chunk)
    return digest.hexdigest()


def check_seal(path: Path) -> None:
    """H-02: not one byte of the backup differs from what was written."""
    with path.open("rb") as file:
        expected = body_hash(file)
        if file.read() != expected.encode():
            raise DamagedError(damaged(path))


def damaged(path: Path) -> Problem:
    return Problem(
        "H-02",
        str(path),
        "Berkas ini terpotong, berubah, atau bukan cadangan Tolok. Tidak ada yang dipulihkan. "
        "Salin ulang dari tempat asalnya atau pakai cadangan lain.",
    )


def read_manifest(path: Path) -> dict[str, Any]:
    with ZipFile(path) as archive:
        return dict(json.loads(archive.read(MANIFEST)))


def extract(path: Path, folder: Path) -> None:
    """Lay every member into the folder with the rights it had, checking each hash."""
    with ZipFile(path) as archive:
        for name, sha256 in read_manifest(path)["files"].items():
            place = PurePosixPath(name)
            if place.is_absolute() or ".." in place.parts:
                raise DamagedError(damaged(path).at(f"{path}: {name}"))
            target = folder / place
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(name) as source, target.open("wb") as file:
                if copy(source, file) != sha256:
                    raise DamagedError(damaged(path).at(f"{path}: {name}"))
            target.chmod(archive.getinfo(name).external_attr >> 16 & 0o777)


def remove(folder: Path) -> None:
    """Remove a draft and all in it; there are files in it nobody may write."""
    shutil.rmtree(folder, ignore_errors=True)
