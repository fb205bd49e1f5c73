"""Laying a backup into an empty TOLOK_HOME: everything or nothing."""

import shutil
import tempfile
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader

from tolok.core.problem import Problem, RefusedError
from tolok.operations import archive, databases
from tolok.operations.backup import DATABASE
from tolok.operations.verify import verify

Migrations = frozenset[tuple[str, str]]  # app, name


def restore(source: Path, *, verified: bool) -> dict[str, Any]:
    """The manifest of what was restored. Until the last step all happens in a draft beside it."""
    home: Path = settings.TOLOK_HOME
    refuse_missing(source)
    refuse_occupied(home)
    archive.check_seal(source)
    manifest = archive.read_manifest(source)
    refuse_foreign(source, manifest)
    home.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=home.parent, prefix=".tolok-restore-"))  # mode 0700
    try:
        archive.extract(source, draft)
        take_over(draft, home, applied_in(manifest), verified=verified)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return manifest


def take_over(draft: Path, home: Path, applied: Migrations, *, verified: bool) -> None:
    """Load, bring up to this version, look at all of it, and only then take the place."""
    settings.TOLOK_HOME = draft
    # PostgreSQL takes back even the tables; SQLite is a file of the draft, and goes with it.
    with transaction.atomic() if connection.vendor == "postgresql" else nullcontext():
        databases.current().load_from(draft / DATABASE, applied)
        call_command("migrate", verbosity=0)
        if verified and (problems := verify().problems):
            raise archive.DamagedError(*problems)
        shutil.rmtree(draft / DATABASE)
        if connection.vendor == "sqlite":
            connection.close()  # which folds the write-ahead log into the file
        home.mkdir(exist_ok=True)
        draft.replace(home)
    settings.TOLOK_HOME = home


def applied_in(manifest: dict[str, Any]) -> Migrations:
    return frozenset((app, name) for app, name in manifest["migrations"])


def refuse_missing(source: Path) -> None:
    """H-04: there is a file to restore."""
    if not source.is_file():
        message = "Berkas cadangan tidak ditemukan. Periksa nama dan foldernya."
        raise RefusedError(Problem("H-04", str(source), message))


def refuse_occupied(home: Path) -> None:
    """H-05: a restore never mixes with, or replaces, what is there."""
    if home.exists() and any(home.iterdir()):
        place, kind = str(home), "Folder data"
    elif not databases.current().is_empty():
        place, kind = "DATABASE_URL", "Basis data"
    else:
        return
    raise RefusedError(
        Problem(
            "H-05",
            place,
            f"{kind} tujuan tidak kosong. Pemulihan hanya ke tempat yang kosong: pindahkan isinya "
            "dahulu atau arahkan TOLOK_HOME dan DATABASE_URL ke tempat lain.",
        )
    )


def refuse_foreign(source: Path, manifest: dict[str, Any]) -> None:
    """H-06: made for this kind of database, by this version of Tolok or an older one."""
    if manifest["format"] != archive.FORMAT or applied_in(manifest) - set(
        MigrationLoader(None).disk_migrations or ()
    ):
        remedy = "dibuat oleh Tolok yang lebih baru. Perbarui Tolok dahulu."
    elif manifest["database"] != connection.vendor:
        remedy = (
            f"berisi basis data {manifest['database']}, sedangkan Tolok ini memakai "
            f"{connection.vendor}. Sesuaikan DATABASE_URL."
        )
    else:
        return
    raise RefusedError(Problem("H-06", str(source), f"Cadangan ini {remedy}"))
