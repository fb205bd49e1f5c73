"""The bounds of a ratio over all choices, compared with trying them all."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tolok.core.formula.interval import UnboundedError, Unsettled, interval, sum_interval

AMOUNTS = st.integers(-50, 50)
CONTRIBUTIONS = st.tuples(AMOUNTS, st.integers(0, 20))
ROWS = st.lists(
    st.builds(
        Unsettled,
        st.lists(CONTRIBUTIONS, min_size=1, max_size=4).map(tuple),
        st.integers(1, 2),
    ),
    max_size=4,
)


def every_sum(settled, rows):
    """Numerator and denominator of every choice of every single row."""
    singles = [one.options for one in rows for _ in range(one.count)]
    for choice in product(*singles):
        yield tuple(settled[side] + sum(one[side] for one in choice) for side in (0, 1))


@given(settled=CONTRIBUTIONS, rows=ROWS)
def test_the_bounds_are_those_of_trying_every_choice(settled, rows):
    sums = list(every_sum(settled, rows))
    ratios = [Fraction(above, below) for above, below in sums if below]
    zeros = [above for above, below in sums if below == 0]

    if not ratios:
        assert interval(settled, settled, rows) is None
    elif any(zeros):
        with pytest.raises(UnboundedError):
            interval(settled, settled, rows)
    else:
        assert interval(settled, settled, rows) == (min(ratios), max(ratios))


@given(settled=CONTRIBUTIONS, rows=ROWS)
def test_a_plain_sum_lies_between_its_least_and_its_most(settled, rows):
    sums = [above for above, _ in every_sum(settled, rows)]

    assert sum_interval(settled[0], settled[0], rows) == (min(sums), max(sums))


def test_a_denominator_that_may_be_negative_has_no_bounds():
    with pytest.raises(UnboundedError):
        interval((1, 5), (1, 5), [Unsettled(((1, -6), (1, 1)), 1)])


def test_rows_alike_move_together_only_as_far_as_each_may():
    lowest, highest = interval((10, 10), (10, 10), [Unsettled(((0, 1), (1, 1)), 1000)])

    assert (lowest, highest) == (Fraction(10, 1010), Fraction(1))


def test_rows_with_one_denominator_are_added_at_their_least_and_their_most():
    assert interval((2, 10), (5, 10), []) == (Fraction(2, 10), Fraction(5, 10))
    assert sum_interval(2, 5, [Unsettled(((1, 0), (4, 0)), 2)]) == (Fraction(4), Fraction(13))
