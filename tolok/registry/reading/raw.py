"""The table `mentah` in DuckDB: a sheet's rows as text, columns c0, c1 … and the row number."""

from pathlib import Path
from typing import Final

import duckdb

from tolok.registry.reading.limits import Limits
from tolok.registry.reading.rows import SEPARATOR, TYPED
from tolok.registry.sql import identifier

_EXACT_IN_FLOAT: Final = 10**18
_BLANKS: Final = " \t\r\n\v\f\u00a0\u2007\u2009\u202f"


def connect(work: Path, limits: Limits) -> duckdb.DuckDBPyConnection:
    """A session of one thread that loads nothing from outside and spills into `work`."""
    return duckdb.connect(
        config={
            "threads": 1,
            "memory_limit": f"{limits.memory_bytes // 4 * 3}B",
            "temp_directory": str(work),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "python_enable_replacements": False,
        }
    )


def load_lines(session: duckdb.DuckDBPyConnection, path: Path, columns: int) -> None:
    """The lines that staging wrote; short ones lack columns that came later."""
    names = ["_baris", *(f"c{at}" for at in range(columns))]
    types = ["BIGINT", *["VARCHAR"] * columns]
    struct = ", ".join(f"{name}: '{type_}'" for name, type_ in zip(names, types, strict=True))
    session.execute(
        f"""CREATE OR REPLACE TEMP TABLE mentah AS FROM read_csv(
            $path, columns={{{struct}}}, delim='{SEPARATOR}', quote='', escape='', comment='',
            header=false, auto_detect=false, strict_mode=false, null_padding=true, nullstr='',
            new_line='\\n', parallel=false, max_line_size={8 << 20}, buffer_size={16 << 20})""",
        {"path": str(path)},
    )


def load_parquet(session: duckdb.DuckDBPyConnection, path: Path) -> list[str]:
    """The rows of a Parquet file; gives its header. What it types becomes text for a moment."""
    described = session.execute(
        "SELECT column_name, column_type FROM (DESCRIBE FROM read_parquet($path))",
        {"path": str(path)},
    ).fetchall()
    cells = [f"{_as_text(name, type_)} AS c{at}" for at, (name, type_) in enumerate(described)]
    session.execute(
        f"""CREATE OR REPLACE TEMP TABLE mentah AS
            SELECT file_row_number + 1 AS _baris, {", ".join(cells)}
            FROM read_parquet($path, file_row_number=true)""",
        {"path": str(path)},
    )
    return [name for name, _ in described]


def cells_in_parquet(session: duckdb.DuckDBPyConnection, path: Path) -> int:
    """From the footer, before any row is read."""
    [(rows, columns)] = session.execute(
        """SELECT any_value(num_rows), (SELECT count(*) FROM (DESCRIBE FROM read_parquet($path)))
           FROM parquet_file_metadata($path)""",
        {"path": str(path)},
    ).fetchall()
    return int(rows) * int(columns)


def count_rows(session: duckdb.DuckDBPyConnection) -> int:
    [(rows,)] = session.execute("SELECT count(*) FROM mentah").fetchall()
    return int(rows)


def _as_text(name: str, type_: str) -> str:
    cell = identifier(name)
    if type_ in {"FLOAT", "DOUBLE"} or type_.startswith("DECIMAL"):
        is_whole = f"{cell} = trunc({cell}) AND abs({cell}) < {_EXACT_IN_FLOAT}"
        return (
            f"CASE WHEN {is_whole} THEN {cell}::BIGINT::VARCHAR "
            f"ELSE '{TYPED}' || {cell}::VARCHAR END"
        )
    return f"nullif(trim({cell}::VARCHAR, '{_BLANKS}'), '')"
