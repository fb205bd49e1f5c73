"""SQLite: one file, copied by its own online backup while others read and write."""

import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from django.db import connection

FILE = "db.sqlite3"


def copy_to(folder: Path) -> None:
    """The database as it is at one moment; writers are not kept waiting (WAL)."""
    connection.ensure_connection()
    with closing(sqlite3.connect(folder / FILE)) as copy:
        connection.connection.backup(copy)


def is_empty() -> bool:
    """Always: the file lies in TOLOK_HOME, which is looked at as a whole."""
    return True


def load_from(folder: Path, applied: Collection[tuple[str, str]]) -> None:
    """Work on the copy from now on; it lies in the draft where a home has its database."""
    del applied  # the file has its tables
    connection.close()
    connection.settings_dict["NAME"] = (folder / FILE).rename(folder.parent / FILE)
