"""Three-valued logic, tried on DuckDB itself: unknown is NULL, and never zero."""

from decimal import Decimal

import duckdb
import pytest

from tolok.core.formula import read_filter, read_formula
from tolok.core.formula.knowledge import known
from tolok.core.formula.nodes import all_of
from tolok.core.formula.sql import sql
from tolok.core.formula.testing import make_dictionary

DICTIONARY = make_dictionary()
KINDS = {"uang": "DECIMAL(20,2)", "angka": "BIGINT", "tanggal": "DATE", "ya_tidak": "BOOLEAN"}


@pytest.fixture(scope="module")
def session():
    with duckdb.connect() as connection:
        yield connection


def answer(session, text, facts):
    """The expression's value for one row, and whether it is known."""
    row = ", ".join(
        f"CAST({value!r} AS {KINDS.get(DICTIONARY[name].type.value, 'VARCHAR')}) AS {name}"
        if value is not None
        else f"CAST(NULL AS {KINDS.get(DICTIONARY[name].type.value, 'VARCHAR')}) AS {name}"
        for name, value in facts.items()
    )
    node = of(text)
    needs = all_of(*known(node))
    asked = f"SELECT {sql(node, 'duckdb')}, {sql(needs, 'duckdb') if needs else 'TRUE'}"
    return session.execute(f"{asked} FROM (SELECT {row})").fetchone()


def of(text):
    found = read_filter(text, DICTIONARY)
    if not isinstance(found, tuple):
        return found.condition
    return read_formula(f"sum({text})", DICTIONARY).numerator[0][0].of


@pytest.mark.parametrize(
    ("text", "facts", "value"),
    [
        ("greatest(hps, pagu)", {"hps": "1", "pagu": "2"}, Decimal("2.00")),
        ("greatest(hps, pagu)", {"hps": "1", "pagu": None}, None),
        ("least(hps, 0)", {"hps": None}, None),
        ("coalesce(hps, pagu)", {"hps": None, "pagu": "2"}, Decimal("2.00")),
        ("coalesce(hps, pagu)", {"hps": None, "pagu": None}, None),
        ("coalesce(hps, 0)", {"hps": None}, Decimal("0.00")),
        ("hps + pagu", {"hps": "1", "pagu": None}, None),
        ("hps is null", {"hps": None}, True),
        ("hps > 1 and pagu > 1", {"hps": "1", "pagu": None}, False),
        ("hps > 1 and pagu > 1", {"hps": "2", "pagu": None}, None),
        ("hps > 1 or pagu > 1", {"hps": "2", "pagu": None}, True),
        ("not hps > 1", {"hps": None}, None),
        ("status in ('gagal', 'selesai')", {"status": None}, None),
        ("status not in ('gagal')", {"status": None}, None),
        ("case when hps > 1 then pagu else 0 end", {"hps": "1", "pagu": None}, 0),
        ("case when hps > 1 then pagu else 0 end", {"hps": "2", "pagu": None}, None),
        ("case when hps > 1 then pagu else 0 end", {"hps": None, "pagu": "5"}, None),
        (
            "case when hps > 9 then 1 when hps > 1 then 2 else 3 end",
            {"hps": "5"},
            2,
        ),
        ("hari(tgl_bast, tgl_kontrak)", {"tgl_bast": "2025-03-01", "tgl_kontrak": "2025-02-27"}, 2),
        ("hari(tgl_bast, tgl_kontrak)", {"tgl_bast": "2025-02-27", "tgl_kontrak": None}, None),
        ("hps * 0.11 * jumlah_penawar", {"hps": "0.03", "jumlah_penawar": "3"}, Decimal("0.0099")),
        ("-hps", {"hps": "5"}, Decimal("-5.00")),
        (
            "tgl_bast <= tanggal(tahun_anggaran, 3, 31)",
            {"tgl_bast": "2025-03-31", "tahun_anggaran": "2025"},
            True,
        ),
    ],
)
def test_a_value_is_unknown_exactly_when_a_fact_it_needs_is(session, text, facts, value):
    found, is_known = answer(session, text, facts)

    assert found == value
    assert is_known is (value is not None)
