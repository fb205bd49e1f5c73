"""One archive of everything Tolok keeps, made while people work."""

import platform
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.operations import archive, databases

DATABASE = "database"  # the folder of the archive that holds the database
LAST_BACKUP = "last_backup"  # the file of TOLOK_HOME that says when the last one was made
TRAIL_FIRST = ("audit_key", "audit_head")  # the trail in the copy may be longer, never shorter
MADE_AGAIN = ("static", LAST_BACKUP, "db.sqlite3", "db.sqlite3-wal", "db.sqlite3-shm")


@dataclass(frozen=True)
class Backup:
    file: Path
    sha256: str  # of all but the file's last 64 bytes, which repeat it
    bytes: int


def backup(target: Path) -> Backup:
    """Write the archive; an existing file is never written over: it may be the only good one."""
    target = target.resolve()
    refuse_bad_target(target)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".tolok-backup-") as scratch:
        sha256 = archive.write(target, members(Path(scratch)), facts())
    (settings.TOLOK_HOME / LAST_BACKUP).write_text(f"{timezone.now().isoformat()} {target}\n")
    return Backup(target, sha256, target.stat().st_size)


def refuse_bad_target(target: Path) -> None:
    """H-03: the backup's place is free, and its folder exists."""
    if target.exists():
        remedy = "sudah ada. Pilih nama lain, misalnya dengan tanggal hari ini."
    elif not target.parent.is_dir():
        remedy = "tidak dapat ditulis karena foldernya tidak ada. Buat dahulu foldernya."
    else:
        return
    raise RefusedError(Problem("H-03", str(target), f"Berkas cadangan {remedy}"))


def members(scratch: Path) -> Iterator[tuple[str, Path]]:
    """Name and file, in an order that keeps them consistent.

    The database is copied before the files it names: those are only ever added.
    """
    home: Path = settings.TOLOK_HOME
    for name in TRAIL_FIRST:
        yield name, home / name
    databases.current().copy_to(scratch)
    for path in files_of(scratch):
        yield f"{DATABASE}/{path.name}", path
    for entry in sorted(home.iterdir()):
        if entry.name in (*TRAIL_FIRST, *MADE_AGAIN) or entry.name.startswith("."):
            continue
        for path in files_of(entry):
            yield path.relative_to(home).as_posix(), path


def files_of(entry: Path) -> list[Path]:
    found = sorted(entry.rglob("*")) if entry.is_dir() else [entry]
    return [path for path in found if path.is_file()]


def facts() -> dict[str, object]:
    """What the manifest says besides the files."""
    return {
        "made_at": timezone.now().isoformat(),
        "database": connection.vendor,
        "versions": {name: version(name) for name in ("tolok", "django", "duckdb")}
        | {"python": platform.python_version()},
        "migrations": sorted(MigrationRecorder(connection).applied_migrations()),
    }
