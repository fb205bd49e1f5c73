"""Help with targets: by hand-checked tables, and what must hold for any past."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tolok.core.achievement import Direction, Target
from tolok.core.planning.proposals import Past, how_often_met, is_met, proposals, spread

NUMBERS = st.decimals(min_value=0, max_value=1000, places=2)
DIRECTIONS = st.sampled_from(list(Direction))


def past(*texts):
    """ "-" is a quarter without a value."""
    return [
        Past(f"TW {at}", None if text == "-" else Decimal(text), "tidak ada paket")
        for at, text in enumerate(texts, 1)
    ]


def test_the_spread_is_the_one_of_spreadsheets():
    found = spread([Decimal(n) for n in (1, 2, 3, 4)])

    assert (found.lower, found.median, found.upper) == (
        Decimal("1.75"),
        Decimal("2.5"),
        Decimal("3.25"),
    )


def test_safe_is_the_middle_and_stretch_the_better_quarter():
    course = past("70", "75", "80", "85", "90")

    more = proposals(course, Direction.MAXIMISE)
    less = proposals(course, Direction.MINIMISE)
    kept = proposals(course, Direction.RANGE)

    assert (more.safe.low, more.stretch.low) == (80, 85)
    assert (less.safe.low, less.stretch.low) == (80, 75)
    assert (kept.safe, kept.stretch) == (
        Target(Decimal(70), Decimal(90)),
        Target(Decimal(75), Decimal(85)),
    )


def test_two_values_propose_nothing():
    assert proposals(past("70", "-", "80"), Direction.MAXIMISE) is None


def test_how_often_a_target_was_met_counts_known_quarters_and_names_the_others():
    course = past("80", "85", "-", "90")

    told = how_often_met(course, Target.of(Decimal(85)), Direction.MAXIMISE)

    assert told == "Target ini tercapai pada 2 dari 3 triwulan terakhir; tanpa nilai: TW 3."


def test_without_a_past_nothing_is_claimed():
    told = how_often_met(past("-"), Target.of(Decimal(85)), Direction.MAXIMISE)

    assert told == "Belum ada triwulan sebelumnya yang dapat dibandingkan dengan target ini."


@given(values=st.lists(NUMBERS, min_size=3, max_size=12), direction=DIRECTIONS)
def test_a_safe_target_was_met_by_at_least_as_many_as_a_stretching_one(values, direction):
    course = [Past("", value) for value in values]

    found = proposals(course, direction)

    safe = sum(is_met(value, found.safe, direction) for value in values)
    stretch = sum(is_met(value, found.stretch, direction) for value in values)
    assert safe >= stretch


@given(values=st.lists(NUMBERS, min_size=3, max_size=12))
def test_the_order_of_the_past_does_not_matter(values):
    assert spread(values) == spread(sorted(values, reverse=True))
