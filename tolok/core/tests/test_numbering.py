from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.numbering import Numbered, gaps, letter_number, pattern_problems, uses

MARCH = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("{kode}/{urut}/{unit}/{bulan_romawi}/{tahun}", "800.1.11.1/7/B.PBJ-III/III/2026"),
        ("{kode}/{urut:4}/{unit}/{tahun}", "800.1.11.1/0007/B.PBJ-III/2026"),
        ("SE-{urut:2}/{bulan}/{tahun}", "SE-07/03/2026"),
        ("{tahun}.{urut}", "2026.7"),
    ],
)
def test_a_number_is_made_by_its_pattern(pattern, number):
    assert pattern_problems(pattern) == ()
    assert letter_number(pattern, Numbered(7, MARCH, "800.1.11.1", "B.PBJ-III")) == number


@pytest.mark.parametrize(
    ("pattern", "rules"),
    [
        ("", {"NS-01"}),
        ("{urut}/{tahun}\n", {"NS-01"}),
        ("x" * 101, {"NS-01"}),
        ("{urut/{tahun}", {"NS-01"}),
        ("{{urut}}/{tahun}", {"NS-01"}),
        ("{urut}/{taun}", {"NS-02"}),
        ("{}/{urut}/{tahun}", {"NS-02"}),
        ("{urut:x}/{tahun}", {"NS-02"}),
        ("{kode:3}/{urut}/{tahun}", {"NS-02"}),
        ("{urut:0}/{tahun}", {"NS-03"}),
        ("{urut:9}/{tahun}", {"NS-03"}),
        ("{kode}/{tahun}", {"NS-04"}),
        ("{urut}/{urut:3}/{tahun}", {"NS-04"}),
        ("{kode}/{urut}", {"NS-05"}),
        ("{bulan}{urut}/{tahun}", {"NS-06"}),
        ("4{urut}/{tahun}", {"NS-06"}),
        ("{urut}{tahun}", {"NS-06"}),
        ("tanpa token", {"NS-04", "NS-05"}),
    ],
)
def test_a_text_that_is_no_pattern_is_refused_by_a_rule(pattern, rules):
    assert {problem.rule for problem in pattern_problems(pattern)} == rules


@given(
    pattern=st.text("{}:urtahnkodei_bl/.-1 ", max_size=40)
    | st.sampled_from(["{kode}/{urut}/{tahun}", "{bulan}-{urut:3}-{tahun}", "{tahun}/{urut}"]),
    first=st.integers(1, 20_000),
    second=st.integers(1, 20_000),
    days=st.tuples(st.integers(1, 12), st.integers(1, 12)),
)
def test_two_letters_of_a_year_never_get_the_same_number(pattern, first, second, days):
    if pattern_problems(pattern) or first == second:
        return

    one, other = (
        letter_number(pattern, Numbered(sequence, date(2026, month, 1), "000.3", "PBJ"))
        for sequence, month in zip((first, second), days, strict=True)
    )

    assert one != other


def test_a_pattern_says_what_it_uses():
    assert uses("{kode}/{urut:3}/{tahun}", "urut")
    assert not uses("{kode}/{urut:3}/{tahun}", "unit")


@pytest.mark.parametrize(
    ("given", "missing"),
    [([], []), ([1, 2], []), ([3], [(1, 2)]), ([5, 1, 2, 9], [(3, 4), (6, 8)])],
)
def test_numbers_that_were_leapt_over_are_named(given, missing):
    assert gaps(given) == missing
