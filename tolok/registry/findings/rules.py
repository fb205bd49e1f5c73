"""All data rules, in the order of their codes."""

from collections.abc import Iterator
from typing import Final

import duckdb

from tolok.registry.findings import dates, money, process, tables
from tolok.registry.findings.rule import Doubt, Rule, doubts_of

RULES: Final[tuple[Rule, ...]] = tuple(
    sorted((*money.RULES, *dates.RULES, *process.RULES, *tables.RULES), key=lambda rule: rule.code)
)
BY_CODE: Final = {rule.code: rule for rule in RULES}


def doubts(session: duckdb.DuckDBPyConnection) -> Iterator[Doubt]:
    """Every doubt every rule has about the derived tables of a workshop."""
    for rule in RULES:
        yield from doubts_of(rule, session)
