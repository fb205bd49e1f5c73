"""Which incoming row is which standing one, and what differs between the two.

Our own marks lie in tables of their own (`incoming`, `standing`, `matched`), tied to the rows by
row id: columns of uploaded files may be called anything.
"""

from collections.abc import Sequence
from typing import Final

import duckdb

from tolok.registry.importing.incoming import SHEET, Part, columns_of
from tolok.registry.importing.report import Change
from tolok.registry.importing.sameness import says_the_same
from tolok.registry.sql import identifier
from tolok.registry.tables import Table, pull_columns

MATCH: Final = """
CREATE TEMP TABLE matched AS
WITH n AS (
  SELECT *, row_number() OVER (PARTITION BY key, digest ORDER BY id) AS same FROM incoming),
o AS (
  SELECT *, row_number() OVER (PARTITION BY key, digest ORDER BY id) AS same FROM standing),
equal AS (SELECT n.id AS n, o.id AS o FROM n JOIN o USING (key, digest, same)),
n2 AS (
  SELECT id, key, row_number() OVER (PARTITION BY key ORDER BY digest, id) AS place
  FROM incoming WHERE id NOT IN (SELECT n FROM equal)),
o2 AS (
  SELECT id, key, row_number() OVER (PARTITION BY key ORDER BY digest, id) AS place
  FROM standing WHERE id NOT IN (SELECT o FROM equal))
SELECT 'unchanged' AS kind, n, o FROM equal
UNION ALL
SELECT CASE WHEN o2.id IS NULL THEN 'new' WHEN n2.id IS NULL THEN 'vanished' ELSE 'changed' END,
  n2.id, o2.id
FROM n2 FULL JOIN o2 USING (key, place)
"""

ALL_NEW: Final = f"""
CREATE TEMP TABLE incoming AS
SELECT rowid AS id, NULL AS key, _berkas AS file, {SHEET} AS sheet FROM raw_incoming;
CREATE TEMP TABLE standing AS SELECT * FROM incoming LIMIT 0;
CREATE TEMP TABLE matched AS SELECT 'new' AS kind, id AS n, NULL AS o FROM incoming
"""


def match_rows(session: duckdb.DuckDBPyConnection, table: Table) -> dict[Part | None, list[Change]]:
    """Make `matched`: each row as new, changed, unchanged or vanished.

    Returns the cells that changed in each part, and the rows that vanished (under None). Two rows
    are the same when their key is; several rows of one key are matched as a multiset.
    """
    if not count_rows(session, "raw_standing"):
        session.execute(ALL_NEW)
        return {None: []}
    compared = _comparable_columns(session, table)
    for name in ("incoming", "standing"):
        _mark(session, name, table=table, compared=compared)
    session.execute(MATCH)
    if not table.complete:
        session.execute("DELETE FROM matched WHERE kind = 'vanished'")
    return _changes(session, compared) | {None: _vanished(session)}


def tally(session: duckdb.DuckDBPyConnection) -> dict[tuple[Part, str], int]:
    """(part, kind) -> rows."""
    counted = session.execute(
        "SELECT file, sheet, kind, count(*) FROM matched m JOIN incoming i ON i.id = m.n"
        " GROUP BY ALL"
    ).fetchall()
    return {((file, sheet), kind): count for file, sheet, kind, count in counted}


def count_rows(session: duckdb.DuckDBPyConnection, rows: str) -> int:
    [(count,)] = session.execute(f"SELECT count(*) FROM {rows}").fetchall()
    return int(count)


def _comparable_columns(session: duckdb.DuckDBPyConnection, table: Table) -> list[str]:
    """Columns both pulls have, except those that a pull changes by itself."""
    both = set(columns_of(session, "raw_standing"))
    apart = {"_baris", "_lembar", "_berkas", *pull_columns()}
    shared = [name for name in columns_of(session, "raw_incoming") if name in both - apart]
    return shared or list(table.key)


def _mark(
    session: duckdb.DuckDBPyConnection, name: str, *, table: Table, compared: Sequence[str]
) -> None:
    present = columns_of(session, f"raw_{name}")
    key = [column for column in table.key if column in present] or compared
    session.execute(
        f"CREATE TEMP TABLE {name} AS SELECT rowid AS id, {_joined(key)} AS key,"
        f" md5({_joined(compared)}) AS digest, _berkas AS file, {SHEET} AS sheet FROM raw_{name}"
    )


def _changes(
    session: duckdb.DuckDBPyConnection, compared: Sequence[str]
) -> dict[Part | None, list[Change]]:
    """A pair of rows that differs in spelling alone becomes unchanged."""
    cells = ", ".join(_text(column, of=f"{side}.") for column in compared for side in "on")
    rows = session.execute(
        f"SELECT i.id, i.file, i.sheet, i.key, {cells}"
        " FROM matched m JOIN incoming i ON i.id = m.n JOIN raw_incoming n ON n.rowid = m.n"
        " JOIN raw_standing o ON o.rowid = m.o WHERE m.kind = 'changed' ORDER BY i.key, i.id"
    ).fetchall()
    found: dict[Part | None, list[Change]] = {}
    alike: list[int] = []
    for number, file, sheet, key, *values in rows:
        pairs = zip(compared, values[0::2], values[1::2], strict=True)
        changes = [Change(_spoken(key), *pair) for pair in pairs if not says_the_same(*pair[1:])]
        found.setdefault((file, sheet), []).extend(changes)
        if not changes:
            alike.append(number)
    session.execute(
        "UPDATE matched SET kind = 'unchanged' WHERE n IN (SELECT unnest($alike))",
        {"alike": alike},
    )
    return found


def _vanished(session: duckdb.DuckDBPyConnection) -> list[Change]:
    gone = session.execute(
        "SELECT key FROM matched m JOIN standing s ON s.id = m.o WHERE kind = 'vanished' ORDER BY 1"
    ).fetchall()
    return [Change(_spoken(key)) for (key,) in gone]


def _joined(columns: Sequence[str]) -> str:
    return f"concat_ws(chr(31), {', '.join(_text(column) for column in columns)})"


def _text(column: str, *, of: str = "") -> str:
    """A cell as compared: blank and missing are the same."""
    return f"coalesce(trim({of}{identifier(column)}::VARCHAR), '')"


def _spoken(key: str) -> str:
    return key.replace("\x1f", " · ")
