"""What a value is made of, in a few words: rows, rupiah, or a share of rows."""

from decimal import Decimal

from tolok.core.formula.dictionary import FieldType
from tolok.core.formula.formula import Formula
from tolok.core.formula.shape import Terms
from tolok.core.indicator import Indicator
from tolok.core.numbers import format_number, format_rupiah
from tolok.measurement.values import Value
from tolok.ui.templatetags.formats import rupiah_ringkas


def made_of(value: Value, indicator: Indicator) -> str:
    """What was divided by what: "26 dari 67 paket", "Rp7,7 miliar dari Rp123,9 miliar"."""
    formula = indicator.formula
    if formula is None or value.numerator is None or not value.rows:
        return ""
    if value.denominator is not None and value.denominator > 0:
        above = sum_text(value.numerator, formula.numerator)
        below = sum_text(value.denominator, formula.denominator)
        if is_money(formula.numerator) and is_money(formula.denominator):
            return f"{above} dari {below}"
        if counts_only(formula):
            return f"{above} dari {below} {row_word(indicator)}"
    return f"{format_number(value.rows)} {row_word(indicator)}"


def short_note(value: Value, indicator: Indicator) -> str:
    """The same where there is little room: "26 dari 67", else how many rows."""
    formula = indicator.formula
    if formula is not None and counts_only(formula) and value.denominator:
        above = sum_text(value.numerator, formula.numerator)
        return f"{above} dari {sum_text(value.denominator, formula.denominator)}"
    return f"{format_number(value.rows)} {row_word(indicator)}" if value.rows else ""


def row_word(indicator: Indicator) -> str:
    return "paket" if indicator.rows == ("paket",) else "baris"


def sum_text(number: Decimal | None, terms: Terms | None, *, short: bool = True) -> str:
    """A numerator or denominator: rupiah or a plain number; "" when there is none."""
    if number is None:
        return ""
    if not is_money(terms):
        return format_number(number)
    return rupiah_ringkas(number) if short else format_rupiah(number)


def is_money(terms: Terms | None) -> bool:
    return any(aggregate.kind is FieldType.MONEY for aggregate, _ in terms or ())


def counts_only(formula: Formula) -> bool:
    """A share of the rows: those that meet a condition, of all that are used."""
    return _counts(formula.numerator) and _counts(formula.denominator)


def _counts(terms: Terms | None) -> bool:
    return terms is not None and all(aggregate.how == "count" for aggregate, _ in terms)
