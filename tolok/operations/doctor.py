"""Whether this installation is fit to work, and what to do where it is not."""

import platform
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from importlib.metadata import version
from pathlib import Path

import duckdb
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from tolok.archive.models import PaperFile
from tolok.messages.models import Delivery
from tolok.operations.backup import LAST_BACKUP

LEAST_FREE = 2 * 1024**3  # bytes: a year's import and its backup, twice
OLDEST_BACKUP = timedelta(days=7)
LONGEST_IN_OUTBOX = timedelta(hours=1)  # the worker empties it every five minutes


@dataclass(frozen=True)
class Check:
    """One thing looked at; `remedy` is empty when all is well."""

    name: str
    found: str
    remedy: str = ""


def examine() -> list[Check]:
    checks: list[Callable[[], Check]] = [
        versions,
        folder,
        disk,
        database,
        tables,
        engine,
        kept,
        outbox,
        backups,
    ]
    return [check() for check in checks]


def versions() -> Check:
    found = f"Tolok {version('tolok')}, Python {platform.python_version()}"
    return Check("versi", f"{found}, Django {version('django')}, DuckDB {version('duckdb')}")


def folder() -> Check:
    home: Path = settings.TOLOK_HOME
    if not (home / "secret_key").is_file():
        return Check("folder data", str(home), "Belum disiapkan: jalankan `tolok init`.")
    if (home / "secret_key").stat().st_mode & 0o077:
        remedy = f"Kunci rahasia dapat dibaca orang lain: chmod 600 {home / 'secret_key'}"
        return Check("folder data", str(home), remedy)
    return Check("folder data", str(home))


def disk() -> Check:
    home: Path = settings.TOLOK_HOME
    place = next(path for path in (home, *home.parents) if path.exists())
    free = shutil.disk_usage(place).free
    remedy = "" if free >= LEAST_FREE else "Ruang hampir habis: kosongkan atau perbesar."
    return Check("ruang kosong", f"{free // 1024**2} MiB", remedy)


def database() -> Check:
    try:
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                return Check("basis data", f"SQLite {sqlite3.sqlite_version}")
            cursor.execute("SHOW server_version")
            return Check("basis data", f"PostgreSQL {cursor.fetchone()[0]}")
    except DatabaseError as error:
        remedy = "Periksa DATABASE_URL dan apakah basis datanya berjalan."
        return Check("basis data", str(error).strip(), remedy)


def tables() -> Check:
    try:
        waiting = len(pending_migrations())
    except DatabaseError:
        return Check("tabel", "tidak dapat dibaca", "Perbaiki basis data dahulu.")
    remedy = "Jalankan `tolok migrate`." if waiting else ""
    return Check("tabel", f"{waiting} perubahan menunggu", remedy)


def pending_migrations() -> list[str]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [str(migration) for migration, _ in plan]


def engine() -> Check:
    try:
        with duckdb.connect() as session:
            session.execute("SELECT sum(x::DECIMAL(20,2)) FROM range(10) t(x)").fetchall()
    except duckdb.Error as error:
        return Check("mesin hitung", str(error), "Pasang ulang: hapus .venv, lalu `make setup`.")
    return Check("mesin hitung", "DuckDB menghitung")


def kept() -> Check:
    """Files of papers whose bytes were found changed or gone by the worker's last look."""
    try:
        damaged = PaperFile.objects.kept().filter(is_damaged=True).count()
        checked = PaperFile.objects.kept().exclude(checked_at=None).count()
    except DatabaseError:
        return Check("berkas naskah", "tidak dapat dibaca", "Perbaiki basis data dahulu.")
    remedy = "Pulihkan berkas itu dari cadangan; `tolok verify` menyebutkannya." if damaged else ""
    return Check("berkas naskah", f"{damaged} rusak dari {checked} yang diperiksa", remedy)


def outbox() -> Check:
    """E-mails and webhook calls that nobody sends, or that no server takes."""
    try:
        stuck = Delivery.objects.due(timezone.now() - LONGEST_IN_OUTBOX).count()
        given_up = Delivery.objects.filter(status=Delivery.Status.GIVEN_UP).count()
    except DatabaseError:
        return Check("pengiriman", "tidak dapat dibaca", "Perbaiki basis data dahulu.")
    found = f"{stuck} tertahan, {given_up} gagal"
    if stuck:
        return Check("pengiriman", found, "Jalankan `tolok worker` (atau `tolok serve --worker`).")
    return Check("pengiriman", found)


def backups() -> Check:
    """When `tolok backup` last succeeded here; where the file went, nobody can know."""
    remedy = "Jalankan `tolok backup BERKAS` dan simpan berkasnya di komputer lain."
    try:
        noted = (settings.TOLOK_HOME / LAST_BACKUP).read_text().split()[0]
    except FileNotFoundError:
        return Check("cadangan", "belum pernah", remedy)
    made = parse_datetime(noted)
    age = timezone.now() - made if made else timedelta.max
    return Check("cadangan", f"{age.days} hari yang lalu", remedy if age > OLDEST_BACKUP else "")
