"""DuckDB sessions for questions about Parquet files.

Making a database costs more than most questions asked of it, so a process has one, in memory.
It works in one thread, so that the same rows are written as the same bytes.
"""

import os
from functools import cache

import duckdb


def session() -> duckdb.DuckDBPyConnection:
    """A connection to be closed by the caller; its temporary tables are nobody else's."""
    return _database(os.getpid()).cursor()


@cache
def _database(process: int) -> duckdb.DuckDBPyConnection:
    """By process, because a forked one must not use its parent's."""
    return duckdb.connect(config={"threads": "1", "autoinstall_known_extensions": "false"})
