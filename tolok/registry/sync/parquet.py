"""Reading derived Parquet into rows."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from tolok.registry.sql import literal


def rows_of(path: Path, query: str = "SELECT * FROM here") -> Iterator[dict[str, Any]]:
    """The rows of a query over one Parquet file, which it calls `here`."""
    with duckdb.connect() as session:
        session.execute(f"CREATE VIEW here AS SELECT * FROM read_parquet({literal(path)})")
        found = session.execute(query)
        names = [column[0] for column in found.description or ()]
        while batch := found.fetchmany(2000):
            for row in batch:
                yield dict(zip(names, row, strict=True))
