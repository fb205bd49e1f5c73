"""Every shipped indicator against a second, slow computation, to the last digit."""

from collections import defaultdict
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tolok.core.formula.quotient import rounded
from tolok.measurement.catalogue import shipped
from tolok.measurement.testing import make_snapshot
from tolok.measurement.tests.random_rows import random_row
from tolok.measurement.tests.reference import CATALOGUE, ENDLESS, by_hand, by_trying_all
from tolok.measurement.values import measure

AGENCIES = 40


def random_agencies(seed):
    """Agency -> one to four rows."""
    random = Random(seed)
    return {
        f"D{number:03}": [
            random_row(random, f"D{number:03}", row) for row in range(random.randint(1, 4))
        ]
        for number in range(AGENCIES)
    }


def measured(folder, agencies):
    snapshot = make_snapshot(folder, [row for rows in agencies.values() for row in rows])
    by_agency = defaultdict(dict)
    for value in measure(snapshot, shipped(), by=("kd_klpd",)):
        by_agency[value.group["kd_klpd"]][value.code] = value
    return by_agency


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("reference")


def test_every_indicator_with_a_formula_has_a_reference():
    assert {one.code for one in shipped() if one.formula} == set(CATALOGUE)


@settings(max_examples=4, deadline=None, phases=[Phase.generate])
@given(seed=st.integers(0, 10**9))
def test_values_and_intervals_are_those_computed_by_hand(folder, seed):
    agencies = random_agencies(seed)

    by_agency = measured(folder, agencies)

    for agency, rows in agencies.items():
        for code, reference in CATALOGUE.items():
            compare(reference, rows, by_agency[agency].get(code), f"{seed} {agency} {code}")


def compare(reference, rows, value, where):
    exact, above, below, used, left_out = by_hand(reference, rows)
    if value is None:
        assert used + left_out == 0, where
        return
    assert value.value == (None if exact is None else rounded(exact)), where
    assert (value.rows, value.left_out) == (used, left_out), where
    assert (value.numerator, value.denominator) == (above, below), where
    reached = by_trying_all(reference, rows)
    everything = [] if exact is None else [value.value]
    everything = [None] if reached == ENDLESS else everything + list(map(rounded, reached))
    assert value.lowest == min(everything, default=None), where
    assert value.highest == max(everything, default=None), where
    assert bool(value.interval_reason) == (value.lowest is None), where
