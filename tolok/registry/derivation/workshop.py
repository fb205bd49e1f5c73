"""The DuckDB session in which packages are derived from published tables."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, TypeAlias

import duckdb

from tolok.registry.dictionary import snapshot_columns

SQL: Final = Path(__file__).with_name("sql")

Workshop: TypeAlias = duckdb.DuckDBPyConnection


def workshop() -> Workshop:
    """A fresh session in memory, closed by the caller.

    It works in one thread, so that the same facts give the same bytes.
    """
    session = duckdb.connect(config={"threads": "1", "autoinstall_known_extensions": "false"})
    session.execute("SET preserve_insertion_order = true")
    session.execute("SET disabled_optimizers = 'join_order'")  # written in a good order
    return session


def run(session: Workshop, step: str) -> None:
    """Run one numbered SQL file."""
    session.execute((SQL / f"{step}.sql").read_text(encoding="utf-8"))


def make_rows_table(session: Workshop) -> None:
    """The empty table the derivation fills: the fields of fields.toml."""
    columns = ", ".join(f'"{name}" {kind}' for name, kind in snapshot_columns().items())
    session.execute(f"CREATE TABLE hasil ({columns})")


def lay_out(session: Workshop, published: Mapping[str, Path]) -> None:
    """Put the published tables where the SQL expects them.

    Columns the derivation does not need are left in the Parquet; tables it does not know too.
    """
    run(session, "1_inputs")
    known = {row[0] for row in session.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    for table in sorted(published.keys() & known):
        wanted = _columns(session, f'SELECT * FROM "{table}"')
        found = _columns(session, "SELECT * FROM read_parquet($path)", path=str(published[table]))
        columns = ", ".join(f'"{name}"' for name in wanted if name in found)
        session.execute(
            f'INSERT INTO "{table}" ({columns}) SELECT {columns} FROM read_parquet($path)',
            {"path": str(published[table])},
        )


def _columns(session: Workshop, query: str, **parameters: str) -> list[str]:
    return [row[0] for row in session.execute(f"DESCRIBE {query}", parameters).fetchall()]
