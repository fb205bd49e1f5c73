"""Worlds that many tests begin in are built once, then put back row by row and file by file.

Importing two tenders takes as long as thirty other tests. What comes of it is the same each
time, so the second test that asks for it gets a copy (the fixture `remembered`).
"""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection, models

Rows = Mapping[str, Sequence[tuple[Any, ...]]]  # table -> its rows, as the database holds them


@dataclass(frozen=True)
class World:
    """What a builder left behind."""

    made: models.Model
    rows: Rows
    files: Path


def remember(made: models.Model, home: Path, files: Path) -> World:
    """What stands now, with the home's files copied into a folder that is not there yet."""
    shutil.copytree(home, files)
    return World(made, standing(), files)


def put_back(world: World, home: Path) -> models.Model:
    """The same rows and files once more, and what the builder returned."""
    with connection.cursor() as cursor:
        for table, rows in world.rows.items():
            holes = ", ".join("%s" for _ in rows[0])
            cursor.executemany(f"INSERT INTO {table} VALUES ({holes})", rows)  # noqa: S608
    shutil.copytree(world.files, home, dirs_exist_ok=True)
    return type(world.made)._base_manager.get(pk=world.made.pk)


def standing() -> Rows:
    """The rows of every table of Tolok that has any."""
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            if model.__module__.startswith("tolok."):
                table = connection.ops.quote_name(model._meta.db_table)
                cursor.execute(f"SELECT * FROM {table}")  # noqa: S608
                found[table] = cursor.fetchall()
    return {table: rows for table, rows in found.items() if rows}
