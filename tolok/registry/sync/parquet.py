"""Reading derived Parquet into rows."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tolok.registry.duck import session
from tolok.registry.sql import literal


def rows_of(path: Path, query: str = "SELECT * FROM here") -> Iterator[dict[str, Any]]:
    """The rows of a query over one Parquet file, which it calls `here`."""
    with session() as asked:
        found = asked.execute(f"WITH here AS (FROM read_parquet({literal(path)})) {query}")
        names = [column[0] for column in found.description or ()]
        while batch := found.fetchmany(2000):
            for row in batch:
                yield dict(zip(names, row, strict=True))
