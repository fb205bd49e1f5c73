"""Numbers in words."""

from decimal import Decimal

import pytest

from tolok.core.words import LIMIT, number_in_words, rupiah_in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (101, "seratus satu"),
        (111, "seratus sebelas"),
        (200, "dua ratus"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1_000, "seribu"),
        (1_001, "seribu satu"),
        (1_100, "seribu seratus"),
        (2_000, "dua ribu"),
        (11_000, "sebelas ribu"),
        (21_000, "dua puluh satu ribu"),
        (101_000, "seratus satu ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (1_000_000_000, "satu miliar"),
        (1_874_500_000, "satu miliar delapan ratus tujuh puluh empat juta lima ratus ribu"),
        (1_000_000_000_000, "satu triliun"),
        (999_000_000_000_000, "sembilan ratus sembilan puluh sembilan triliun"),
        (-5, "minus lima"),
        (Decimal("2.50"), "dua koma lima nol"),
        (Decimal("-0.07"), "minus nol koma nol tujuh"),
        (Decimal("1E+3"), "seribu"),
    ],
)
def test_a_number_in_words(number, words):
    assert number_in_words(number) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "nol rupiah"),
        (Decimal("1500.00"), "seribu lima ratus rupiah"),
        (Decimal("1500.50"), "seribu lima ratus rupiah lima puluh sen"),
        (Decimal("0.995"), "satu rupiah"),
        (Decimal("-2"), "minus dua rupiah"),
    ],
)
def test_an_amount_in_words(amount, words):
    assert rupiah_in_words(amount) == words


def test_a_number_without_a_name_is_refused():
    with pytest.raises(ValueError, match="beyond"):
        number_in_words(LIMIT)


def test_words_read_back_give_the_number():
    """Every thousandth number of the first million, and all below 2,000."""
    numbers = [*range(2_000), *range(0, 1_000_000, 1_000)]

    assert [read_back(number_in_words(number)) for number in numbers] == numbers


def read_back(words):
    """A second, different way: left to right with a running group."""
    units = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
    total = group = last = 0
    for word in tokens(words):
        if word in units:
            last = units.index(word)
            group += last
        elif word == "belas":
            group += 10
        elif word in ("puluh", "ratus"):
            group += last * ({"puluh": 10, "ratus": 100}[word] - 1)
        elif word == "ribu":
            total, group = total + group * 1_000, 0
    return total + group


def tokens(words):
    for word in words.split():
        if word in ("sepuluh", "sebelas", "seratus", "seribu"):
            yield from ("satu", word[2:])
        else:
            yield word
