"""The indicators that ship, and what a wrong file says."""

import pytest

from tolok.core.indicator import Frequency
from tolok.core.problem import RefusedError
from tolok.measurement.catalogue import FOLDER, read_folder, shipped
from tolok.registry.dictionary import dictionary

CODES = "B1 B2 B3 D1 D2 G1 G2 G3 K1 K2 K3 K4 K5 K6 K7 K8 L1 L2 L3 L4 P1 P2 W1 W2 W3 W4 W5 W6"
NOT_COMPUTED_HERE = {"G1", "G2", "G3", "K5", "K6", "K8", "L1", "L2", "L3", "L4", "W5"}


def test_the_28_indicators_of_the_catalogue_ship():
    assert [one.code for one in shipped()] == CODES.split()


def test_those_that_need_scores_surveys_or_typed_values_say_so():
    without = {one.code for one in shipped() if one.formula is None}

    assert without == NOT_COMPUTED_HERE
    assert all(one.needs for one in shipped() if one.code in without)


def test_every_indicator_is_complete_enough_to_be_printed():
    for one in shipped():
        texts = (one.name, one.goal, one.area, one.definition, one.unit, one.source)
        assert all((*texts, one.collection, one.legal_basis)), one.code
        assert one.monitoring in Frequency
        assert one.valid_in(2025)


def folder_with(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def problems_of(folder):
    with pytest.raises(RefusedError) as refusal:
        read_folder(folder, dictionary())
    return [(problem.rule, problem.where) for problem in refusal.value.problems]


def test_a_file_that_is_no_toml_is_named(tmp_path):
    assert problems_of(folder_with(tmp_path, "B1.toml", "code = ")) == [("IK-06", "B1.toml")]


def test_a_file_is_named_after_its_code(tmp_path):
    text = (FOLDER / "B1.toml").read_text(encoding="utf-8")

    assert problems_of(folder_with(tmp_path, "B9.toml", text)) == [("IK-07", "B9.toml")]


def test_the_problems_of_all_files_are_told_with_file_and_key(tmp_path):
    text = (FOLDER / "B1.toml").read_text(encoding="utf-8")
    folder_with(tmp_path, "B1.toml", text.replace("sum(hps)", "sum(hpss)"))
    folder_with(tmp_path, "B2.toml", text.replace('"B1"', '"B2"').replace('"maximize"', '"up"'))

    assert problems_of(tmp_path) == [
        ("F-09", "B1.toml, formula"),
        ("IK-04", "B2.toml, direction"),
    ]
