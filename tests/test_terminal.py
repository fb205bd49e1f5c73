import json
from argparse import Namespace
from datetime import date
from decimal import Decimal

import pytest

from tolok.core.problem import Problem
from tolok.terminal import as_json, print_result, say_problems, table


def test_a_decimal_is_printed_with_exactly_its_own_digits():
    exact = Decimal("123456789012345678.90")

    text = as_json({"value": exact, "tiny": Decimal("1E-7"), "negative": Decimal(-3)})

    assert '"value": 123456789012345678.90' in text
    assert json.loads(text, parse_float=Decimal)["value"] == exact
    assert '"tiny": 0.0000001' in text
    assert '"negative": -3' in text


def test_dates_and_missing_values_keep_their_meaning():
    assert json.loads(as_json({"on": date(2025, 3, 1), "none": None})) == {
        "on": "2025-03-01",
        "none": None,
    }


def test_what_has_no_json_form_is_a_bug_and_rises():
    with pytest.raises(TypeError):
        as_json({"value": object()})


def test_text_and_json_are_two_forms_of_one_result(capsys):
    print_result(Namespace(format="text"), {"packages": 79}, ["79 paket"])
    print_result(Namespace(format="json"), {"packages": 79}, ["79 paket"])

    assert capsys.readouterr().out == '79 paket\n{\n  "packages": 79\n}\n'


def test_problems_go_to_stderr_with_rule_and_place(capsys):
    say_problems([Problem("X-01", "baris 7", "Terlalu besar."), Problem("X-02", "", "Kosong.")])

    assert capsys.readouterr().err == "X-01 baris 7: Terlalu besar.\nX-02 Kosong.\n"


def test_a_table_is_aligned():
    assert table([["KODE", "NAMA"], ["B1", "Efisiensi"]]) == ["KODE  NAMA", "B1    Efisiensi"]
