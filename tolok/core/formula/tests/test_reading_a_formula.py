"""What the formula language lets through, and what it makes of it."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tolok.core.formula import Filter, Formula, read_filter, read_formula
from tolok.core.formula.sql import sql
from tolok.core.formula.testing import make_dictionary

DICTIONARY = make_dictionary()


def terms(found):
    """((count, sum of what), times) as text, so that a test reads like arithmetic."""
    return [
        (str(number), one.how, sql(one.of, "duckdb") if one.of else "*") for one, number in found
    ]


@pytest.mark.parametrize(
    ("text", "factor", "above", "below"),
    [
        ("sum(hps)", 1, [("1", "sum", '"hps"')], None),
        ("count(*)", 1, [("1", "count", "*")], None),
        ("count(1)", 1, [("1", "count", "*")], None),
        ("-sum(hps)", -1, [("1", "sum", '"hps"')], None),
        ("SUM( HPS ) / Count(*)", 1, [("1", "sum", '"hps"')], [("1", "count", "*")]),
        ("100 * (sum(hps) / sum(pagu))", 100, [("1", "sum", '"hps"')], [("1", "sum", '"pagu"')]),
        ("sum(hps) / (3 * sum(pagu))", "1/3", [("1", "sum", '"hps"')], [("1", "sum", '"pagu"')]),
        (
            "100 * (sum(hps) - sum(nilai_kontrak)) / sum(hps)",
            100,
            [("1", "sum", '"hps"'), ("-1", "sum", '"nilai_kontrak"')],
            [("1", "sum", '"hps"')],
        ),
        (
            "1 - sum(nilai_kontrak) / sum(hps)",
            1,
            [("1", "sum", '"hps"'), ("-1", "sum", '"nilai_kontrak"')],
            [("1", "sum", '"hps"')],
        ),
        (
            "2 * sum(hps) + sum(pagu) / 3",
            "1/3",
            [("6", "sum", '"hps"'), ("1", "sum", '"pagu"')],
            None,
        ),
        ("avg(hps)", 1, [("1", "sum", '"hps"')], [("1", "count", "*")]),
        ("count(hps)", 1, [("1", "count", '"hps" IS NOT NULL')], None),
        ("count(distinct npwp_penyedia)", 1, [("1", "distinct", '"npwp_penyedia"')], None),
        (
            "count(case when status = 'gagal' then 1 end)",
            1,
            [("1", "count", "\"status\" = 'gagal'")],
            None,
        ),
        (
            "count(case when status = 'gagal' then 1 else null end)",
            1,
            [("1", "count", "\"status\" = 'gagal'")],
            None,
        ),
        (
            "avg(case when kontrak_selesai then hps end)",
            1,
            [
                (
                    "1",
                    "sum",
                    'CASE WHEN "kontrak_selesai" THEN "hps" WHEN NOT "kontrak_selesai" THEN 0 END',
                )
            ],
            [
                (
                    "1",
                    "count",
                    'CASE WHEN "kontrak_selesai" THEN "hps" IS NOT NULL '
                    'WHEN NOT "kontrak_selesai" THEN FALSE END',
                )
            ],
        ),
        ("sum(hps - hps) / count(*)", 1, [("1", "sum", '"hps" - "hps"')], [("1", "count", "*")]),
    ],
)
def test_a_formula_is_a_factor_times_a_numerator_over_a_denominator(text, factor, above, below):
    formula = read_formula(text, DICTIONARY)

    assert isinstance(formula, Formula), formula
    assert formula.factor == Fraction(factor)
    assert terms(formula.numerator) == above
    assert (formula.denominator and terms(formula.denominator)) == below


@pytest.mark.parametrize(
    ("text", "in_sql"),
    [
        ("kontrak_selesai", '"kontrak_selesai"'),
        ("status = 'selesai'", "\"status\" = 'selesai'"),
        ("'selesai' = status", "'selesai' = \"status\""),
        ("status != 'gagal'", "\"status\" <> 'gagal'"),
        ("nama_satker = 'Dinas ''A'' é --/* ;'", "\"nama_satker\" = 'Dinas ''A'' é --/* ;'"),
        ("mtd_pemilihan in ('Tender', 'Seleksi')", "\"mtd_pemilihan\" IN ('Tender', 'Seleksi')"),
        ("mtd_pemilihan not in ('Tender')", "NOT (\"mtd_pemilihan\" IN ('Tender'))"),
        ("hps between 1 and 2.5", '"hps" >= 1 AND "hps" <= 2.5'),
        ("hps is null or pagu is not null", '"hps" IS NULL OR "pagu" IS NOT NULL'),
        ("tgl_bast <= '2025-03-31'", "\"tgl_bast\" <= CAST('2025-03-31' AS DATE)"),
        ("tgl_bast > date '2025-03-31'", "\"tgl_bast\" > CAST('2025-03-31' AS DATE)"),
        ("hari(tgl_bast, tgl_kontrak) > 7", 'DATE_DIFF(\'DAY\', "tgl_kontrak", "tgl_bast") > 7'),
        ("bulan(tgl_bast) + 1 = 2", '(MONTH("tgl_bast") + 1) = 2'),
        ("triwulan(tgl_bast) = 1 and tahun(tgl_bast) = 2025", None),
        (
            "tgl_bast <= tanggal(tahun_anggaran, 3, 31)",
            '"tgl_bast" <= MAKE_DATE(CAST("tahun_anggaran" AS INT), CAST(3 AS INT), '
            "CAST(31 AS INT))",
        ),
        ("maks(hps, 0) > abs(pagu)", None),
        ("terkecil(hps, pagu) < coalesce(nilai_kontrak, 0)", None),
        ("not (kontrak_selesai = true and hps > 0)", None),
        (
            "hps * 2 > 1",
            '(CAST("hps" AS DECIMAL(38, 2)) * 2) > 1',
        ),
    ],
)
def test_a_filter_is_a_condition_on_one_row(text, in_sql):
    found = read_filter(text, DICTIONARY)

    assert isinstance(found, Filter), found
    assert in_sql is None or sql(found.condition, "duckdb") == in_sql


def test_plain_numbers_are_computed_while_reading():
    formula = read_formula("sum(hps * (2 + 3 - 4.5))", DICTIONARY)

    (aggregate, number) = formula.numerator[0]
    assert number == Decimal(1)
    assert sql(aggregate.of, "duckdb") == 'CAST("hps" AS DECIMAL(38, 2)) * 0.5'


def test_the_facts_a_formula_needs_are_told_once_each_in_reading_order():
    formula = read_formula("(sum(hps) - sum(nilai_kontrak)) / sum(hps)", DICTIONARY)

    assert [field.name for field in formula.fields] == ["hps", "nilai_kontrak"]


@pytest.mark.parametrize("dialect", ["duckdb", "postgres", "spark"])
def test_the_same_formula_is_written_for_each_engine(dialect):
    condition = read_filter(
        "greatest(hari(tgl_bast, tgl_kontrak), 0) > 3"
        " and tgl_bast <= tanggal(tahun_anggaran, 3, 31)"
        " and case when hps > 1 then bulan(tgl_bast) else 0 end < 3",
        DICTIONARY,
    ).condition

    text = sql(condition, dialect)

    assert "MAKE_DATE" in text
    assert ("`tgl_bast`" if dialect == "spark" else '"tgl_bast"') in text
