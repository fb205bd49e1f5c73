"""PostgreSQL: every table by COPY within one transaction; needs no pg_dump of the same version."""

import json
from collections.abc import Collection
from pathlib import Path

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.db.migrations.executor import MigrationExecutor

TABLES = "tables.json"  # table -> its columns, in the order of the copied rows
CHUNK = 1 << 20
Migration = tuple[str, str]  # app, name


def copy_to(folder: Path) -> None:
    """All tables as they are at one moment: REPEATABLE READ sees no later write."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        columns = {table: columns_of(cursor, table) for table in table_names()}
        for table, names in columns.items():
            rows_out = f"COPY {quoted(table)} ({listed(names)}) TO STDOUT"
            with (folder / f"{table}.rows").open("wb") as file, cursor.copy(rows_out) as rows:
                for chunk in rows:
                    file.write(chunk)
    (folder / TABLES).write_text(json.dumps(columns, indent=1))


def is_empty() -> bool:
    return not table_names()


def load_from(folder: Path, applied: Collection[Migration]) -> None:
    """The tables as they were when the copy was made, and its rows in them.

    The caller's transaction takes all of it back when anything fails.
    """
    make_tables(applied)
    columns: dict[str, list[str]] = json.loads((folder / TABLES).read_text())
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {listed(table_names())}")
        # Tables come in no order of their keys; a migration may have left checks immediate.
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for table, names in columns.items():
            rows_in = f"COPY {quoted(table)} ({listed(names)}) FROM STDIN"
            with (folder / f"{table}.rows").open("rb") as file, cursor.copy(rows_in) as rows:
                while chunk := file.read(CHUNK):
                    rows.write(chunk)
        # Foreign keys are looked at now: with checks pending no later migration could run.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        for table in columns:
            restart_numbers(cursor, table)


def make_tables(applied: Collection[Migration]) -> None:
    """Migrate the empty database to where the copied one stood, which may be long ago."""
    executor = MigrationExecutor(connection)
    nodes = executor.loader.graph.node_map
    executor.migrate(
        [
            migration
            for migration in applied
            if migration in nodes
            and not any(
                child.key[0] == migration[0] and child.key in applied
                for child in nodes[migration].children
            )
        ]
    )


def restart_numbers(cursor: CursorWrapper, table: str) -> None:
    """The next row gets the number after the highest copied one."""
    for sequence in connection.introspection.get_sequences(cursor, table):
        column = quoted(sequence["column"])
        cursor.execute(
            f"SELECT setval(%s, coalesce(max({column}), 1), max({column}) IS NOT NULL)"  # noqa: S608
            f" FROM {quoted(table)}",  # names from the database's own catalogue, quoted
            [quoted(sequence["name"])],
        )


def table_names() -> list[str]:
    return sorted(connection.introspection.table_names())


def columns_of(cursor: CursorWrapper, table: str) -> list[str]:
    description = connection.introspection.get_table_description(cursor, table)
    return [column.name for column in description]


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def listed(names: Collection[str]) -> str:
    return ", ".join(map(quoted, names))
