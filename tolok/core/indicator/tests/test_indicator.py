"""The attributes of an indicator, read and checked."""

from datetime import date
from decimal import Decimal

import pytest

from tolok.core.achievement import Direction
from tolok.core.formula.testing import make_dictionary
from tolok.core.indicator import (
    SOP_METHODS,
    Consolidation,
    Frequency,
    Indicator,
    Kind,
    Thresholds,
    read_indicator,
)

DICTIONARY = make_dictionary(
    mtd_pemilihan={"label": "Metode", "type": "teks", "choices": [*SOP_METHODS, "E-Purchasing"]}
)


def attributes(**changed):
    usual = {
        "code": "B1",
        "name": "Efisiensi terhadap HPS",
        "goal": "Tujuan",
        "area": "Penghematan Biaya",
        "definition": "Selisih HPS dan nilai kontrak.",
        "formula": "100 * (sum(hps) - sum(nilai_kontrak)) / sum(hps)",
        "filter": "status = 'selesai'",
        "reference_date": "tgl_kontrak",
        "unit": "%",
        "direction": "maximize",
        "source": "SPSE",
        "valid_from": date(2024, 1, 1),
    }
    return {key: value for key, value in (usual | changed).items() if value is not None}


def read(**changed):
    return read_indicator(attributes(**changed), DICTIONARY, where="B1.toml")


def test_what_is_not_said_is_as_usual():
    indicator = read()

    assert isinstance(indicator, Indicator), indicator
    assert (indicator.rows, indicator.scope) == (("paket",), SOP_METHODS)
    assert (indicator.kind, indicator.direction) == (Kind.PROCESS, Direction.MAXIMISE)
    assert indicator.consolidation is Consolidation.RATIO
    assert (indicator.monitoring, indicator.reporting) == (Frequency.QUARTERLY, Frequency.QUARTERLY)
    assert indicator.thresholds == Thresholds(Decimal(100), Decimal(80))
    assert (indicator.decimals, indicator.valid_to, indicator.needs) == (2, None, "")


@pytest.mark.parametrize(
    ("changed", "rule", "where"),
    [
        ({"formulla": "x"}, "IK-01", "formulla"),
        ({"name": None}, "IK-02", "name"),
        ({"name": "  "}, "IK-02", "name"),
        ({"direction": None}, "IK-02", "direction"),
        ({"name": 5}, "IK-03", "name"),
        ({"code": "b 1"}, "IK-03", "code"),
        ({"decimals": 5}, "IK-03", "decimals"),
        ({"decimals": True}, "IK-03", "decimals"),
        ({"threshold_met": 70}, "IK-03", "threshold_met"),
        ({"valid_from": "2024-01-01"}, "IK-03", "valid_from"),
        ({"reference_date": "hps"}, "IK-03", "reference_date"),
        ({"must_exist": "status = 'gagal'"}, "IK-03", "must_exist"),
        ({"direction": "up"}, "IK-04", "direction"),
        ({"scope": ["Lelang"]}, "IK-04", "scope"),
        ({"rows": "paket"}, "IK-04", "rows"),
        ({"data_needed": ["x"]}, "IK-04", "data_needed"),
        ({"formula": None}, "IK-05", "formula"),
        ({"needs": "survei"}, "IK-05", "formula"),
        ({"formula": "sum(hpss)"}, "F-09", "formula"),
        ({"filter": "hps"}, "F-20", "filter"),
        ({"must_exist": ["hps"]}, "F-20", "must_exist"),
    ],
)
def test_a_wrong_attribute_is_refused_with_file_and_key(changed, rule, where):
    problems = read(**changed)

    assert isinstance(problems, tuple), problems
    assert [(one.rule, one.where) for one in problems] == [(rule, f"B1.toml, {where}")]


def test_all_that_is_wrong_is_told_at_once():
    problems = read(name=None, unit=None, direction="up")

    assert [one.rule for one in problems] == ["IK-02", "IK-02", "IK-04"]


@pytest.mark.parametrize(
    ("valid_to", "year", "valid"),
    [
        (None, 2023, False),
        (None, 2024, True),
        (None, 2030, True),
        (date(2025, 6, 30), 2025, True),
        (date(2025, 6, 30), 2026, False),
    ],
)
def test_an_indicator_is_valid_in_the_years_it_says(valid_to, year, valid):
    assert read(valid_to=valid_to).valid_in(year) is valid


def test_the_version_names_what_the_value_depends_on_and_nothing_else():
    assert read().version == read(name="Nama lain", unit="persen").version
    assert read().version != read(filter="status = 'gagal'").version
    assert read().version != read(scope=["Tender"]).version


def test_an_indicator_without_a_formula_measures_nothing():
    assert read(formula=None, filter=None, needs="survei").measure(DICTIONARY) is None
