"""Where Tolok keeps files under TOLOK_HOME; the database holds only names relative to it."""

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from django.apps import apps
from django.conf import settings
from django.db.models import Model, Q

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


@dataclass(frozen=True)
class KeptFiles:
    """Stands in a model as `kept_files`: the fields with hashes of files that must be there.

    Two rooms may name the same bytes: what one throws away the other may need, so nobody removes
    a file that is `named`, and checks and backups miss it when it is gone.
    """

    fields: tuple[str, ...]
    called: str = ""  # as pages name such a file: "berkas impor"
    agency_at: str = "agency"  # by which field its rows lead to their agency
    where: Q = field(default_factory=Q)  # of which rows; all, if it says nothing


@dataclass(frozen=True)
class NamedFile:
    """A file that a row needs; of several rows any one."""

    sha256: str
    called: str
    agency: int | None


def named_files() -> Iterator[NamedFile]:
    """The files that rows of all rooms name; these must be there. One may come several times."""
    for model in apps.get_models():
        if kept := kept_files_of(model):
            rows = model._default_manager.filter(kept.where).order_by()
            for name in kept.fields:
                for sha256, agency in rows.values_list(name, kept.agency_at).distinct():
                    if sha256:
                        yield NamedFile(sha256, kept.called, agency)


def named() -> set[str]:
    """Their hashes."""
    return {one.sha256 for one in named_files()}


def kept_files_of(model: type[Model]) -> KeptFiles | None:
    return getattr(model, "kept_files", None)
