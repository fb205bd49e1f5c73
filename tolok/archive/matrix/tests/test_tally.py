"""Counting expected papers: the best count first, more than expected do not count."""

import pytest

from tolok.archive.matrix.expectations import expected_of, in_order
from tolok.archive.matrix.tally import State, tally, together
from tolok.documents.catalogue import TITLES

D, W, I, S, M = State.DRAFT, State.WAITING, State.ISSUED, State.SIGNED, State.MISSING  # noqa: E741


@pytest.mark.parametrize(
    ("expected", "found", "counted"),
    [
        (1, {}, {M: 1}),
        (1, {D: 1}, {D: 1}),
        (1, {D: 1, I: 1}, {I: 1}),  # a correction is being drafted
        (1, {I: 3}, {I: 1}),
        (4, {S: 1, D: 2}, {S: 1, D: 2, M: 1}),
        (2, {S: 1, I: 1, W: 5}, {S: 1, I: 1}),
        (0, {D: 1}, {}),
    ],
)
def test_the_most_advanced_papers_count_first(expected, found, counted):
    assert tally(expected, found).counts == counted


def test_before_the_period_is_over_nothing_is_missing():
    assert tally(2, {D: 1}, later=True).counts == {D: 1, State.LATER: 1}


def test_several_cells_are_counted_together():
    found = together([tally(1, {S: 1}), tally(3, {I: 1})])

    assert (found.expected, found.complete) == (4, 2)
    assert found.rest == ((M, 2),)
    assert found.state is None


@pytest.mark.parametrize("sop", ["kaltim-2024", "jayawijaya-2020"])
def test_only_papers_of_the_catalogue_are_expected_and_each_once(sop):
    codes = [one.document for one in expected_of(sop).papers]

    assert set(codes) <= set(TITLES)
    assert len(codes) == len(set(codes))


def test_every_format_of_the_kaltim_sop_is_expected():
    codes = {one.document for one in expected_of("kaltim-2024").papers}

    assert {f"F{number}" for number in range(1, 17)} <= codes


def test_quarters_come_first_and_the_whole_year_last():
    assert in_order({"", "B03", "TW2", "S1", "TW1"}) == ["TW1", "TW2", "S1", "B03", ""]
