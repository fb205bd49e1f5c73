"""Whether all of Tolok's data is still what Tolok wrote."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from tolok import store
from tolok.core.problem import Problem
from tolok.cycle import trail
from tolok.registry.models import PublishedTable, Snapshot
from tolok.trail.models import AuditEntry

SHA256_LENGTH = 64  # characters, in hexadecimal
REMEDY = "Pulihkan dari cadangan dan laporkan kepada administrator."


@dataclass(frozen=True)
class Verification:
    entries: int  # rows of the audit trail
    files: int  # files in TOLOK_HOME that are named by their hash
    problems: tuple[Problem, ...]


def verify() -> Verification:
    """The trail's chain, every stored file's hash, and every file the database names."""
    home: Path = settings.TOLOK_HOME
    files = named_by_hash(home)
    problems = [*trail.verify(), *altered(files), *missing(home)]
    return Verification(AuditEntry.objects.count(), len(files), tuple(problems))


def named_by_hash(home: Path) -> list[Path]:
    return [
        path
        for folder in ("files", "snapshots")
        for path in sorted((home / folder).rglob("*"))
        if path.is_file() and len(path.stem) == SHA256_LENGTH
    ]


def altered(files: list[Path]) -> Iterator[Problem]:
    """H-07: a file's content no longer gives the SHA-256 that is its name."""
    for path in files:
        if store.hash_of(path) != path.stem:
            yield Problem("H-07", str(path), f"Isi berkas ini telah berubah. {REMEDY}")


def missing(home: Path) -> Iterator[Problem]:
    """H-08: the database names a file that is not there."""
    for path in sorted(expected(home)):
        if not path.is_file():
            yield Problem("H-08", str(path), f"Berkas ini hilang. {REMEDY}")


def expected(home: Path) -> set[Path]:
    snapshots = Snapshot.objects.all()
    published = PublishedTable.objects.values_list("path", flat=True)
    return (
        {store.kept_file(sha256) for sha256 in store.named()}
        | {snapshot.path for snapshot in snapshots}
        | {home / "published" / path for path in published}
    )
