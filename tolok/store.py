"""Where Tolok keeps files under TOLOK_HOME; the database holds only names relative to it."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final
from uuid import uuid4

from django.conf import settings

CHUNK = 1 << 20


def folder(name: str) -> Path:
    """One of "files", "published", "derived", "snapshots"; made when first asked for."""
    path = Path(settings.TOLOK_HOME) / name
    path.mkdir(parents=True, exist_ok=True)
    return path


def kept_file(sha256: str) -> Path:
    """An uploaded file as it came."""
    return folder("files") / sha256[:2] / sha256


def keep_file(source: Path) -> str:
    """Keep the bytes under their SHA-256; a file that is already kept is not written again."""
    sha256 = hash_of(source)
    target = kept_file(sha256)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        half = target.with_suffix(f".{os.getpid()}.half")
        shutil.copyfile(source, half)
        put_in_place(half, target)
    return sha256


def keep_chunks(chunks: Iterable[bytes]) -> tuple[str, int]:
    """Keep bytes as they arrive, without ever holding them all; their SHA-256 and how many."""
    half = folder("files") / f".{uuid4().hex}.half"
    size, digest = 0, hashlib.sha256()
    try:
        with half.open("wb") as file:
            for chunk in chunks:
                size += file.write(chunk)
                digest.update(chunk)
    except BaseException:
        half.unlink()  # whoever sends the bytes may stop in the middle
        raise
    target = kept_file(digest.hexdigest())
    target.parent.mkdir(parents=True, exist_ok=True)
    put_in_place(half, target)
    return digest.hexdigest(), size


def put_in_place(half: Path, target: Path) -> None:
    """Make a finished file read-only and give it its name in one step."""
    half.chmod(0o444)
    with half.open("rb") as file:
        os.fsync(file.fileno())
    half.replace(target)


def hash_of(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


# --- Who still needs a kept file

_NAMES: Final[dict[str, Callable[[], Iterable[str]]]] = {}  # room -> the hashes it names


def register_names(room: str, names: Callable[[], Iterable[str]]) -> None:
    """A room above says which kept files its rows name: two rooms may name the same bytes, and
    what one throws away the other may need."""
    _NAMES[room] = names


def named() -> set[str]:
    """The hashes that registered rooms name; these files must be there."""
    return {sha256 for names in _NAMES.values() for sha256 in names() if sha256}
