"""The same compiled queries on PostgreSQL: what a national installation may measure with."""

from decimal import Decimal
from random import Random

import pytest
from django.db import connection

from tolok.core.formula.cases import cases_query
from tolok.core.formula.corners import uncertain_fields
from tolok.core.formula.listing import listing_query
from tolok.core.formula.totals import totals_query
from tolok.measurement.catalogue import shipped
from tolok.measurement.engine import opened
from tolok.measurement.sums import with_one_grouping
from tolok.measurement.testing import make_indicator, make_snapshot
from tolok.measurement.tests.random_rows import random_row
from tolok.registry.dictionary import dictionary, snapshot_columns

BY = ("kd_satker", "triwulan")


def measures():
    different = make_indicator("X1", formula="count(distinct npwp_penyedia)")
    found = (one.measure(dictionary()) for one in (*shipped(), different))
    return [one for one in found if one is not None]


def queries(dialect):
    """Totals by group, unsettled rows by group, and the rows behind, of every indicator."""
    for group in with_one_grouping(measures(), BY):
        yield totals_query(group, dictionary(), by=BY, dialect=dialect).text
    for one in measures():
        yield listing_query(one, dictionary(), dialect=dialect).text
        if uncertain_fields(one) and one.code != "X1":
            yield cases_query(one, dictionary(), by=BY, dialect=dialect).text


def comparable(rows):
    """Engines give sums of nothing, counts and numbers of periods each their own type."""
    return sorted(
        [
            tuple(str(Decimal(cell).normalize()) if _is_number(cell) else str(cell) for cell in row)
            for row in rows
        ]
    )


def _is_number(cell):
    return isinstance(cell, int | Decimal) and not isinstance(cell, bool)


@pytest.mark.both_databases
@pytest.mark.django_db
def test_postgresql_answers_what_duckdb_answers(tmp_path):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite measures with DuckDB, which the others are compared with")
    random = Random(11)
    rows = [random_row(random, "D900", number) for number in range(80)]
    columns = snapshot_columns()
    described = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
    marks = ", ".join(["%s"] * len(columns))

    with connection.cursor() as cursor, opened(make_snapshot(tmp_path, rows)) as session:
        cursor.execute(f"CREATE TEMPORARY TABLE snapshot ({described})")
        facts = [[row.get(name) for name in columns] for row in rows]
        cursor.executemany(f"INSERT INTO snapshot VALUES ({marks})", facts)  # noqa: S608
        for ours, theirs in zip(queries("duckdb"), queries("postgres"), strict=True):
            cursor.execute(theirs)
            assert comparable(cursor.fetchall()) == comparable(session.rows(ours)), theirs
