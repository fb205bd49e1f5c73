"""From a cell to a `Decimal`, or to the reason why not."""

import re
from decimal import Decimal
from typing import Final

from tolok.core.blank import is_blank, trim
from tolok.core.numbers import refusals
from tolok.core.numbers.forms import Ambiguous, Digits, NumberForm, split
from tolok.core.problem import Problem

LIMIT: Final = Decimal(10) ** 16
"""Rupiah; more than twice what the State spends in a year, and what DECIMAL(18,2) holds."""

_MOST_DIGITS: Final = 28
_LONGEST: Final = 60
_LARGEST_POWER: Final = 20

_UNITS: Final = {
    **dict.fromkeys(("ribu", "rb"), Decimal(10) ** 3),
    **dict.fromkeys(("juta", "jt"), Decimal(10) ** 6),
    **dict.fromkeys(("miliar", "milyar", "mlr", "m"), Decimal(10) ** 9),
    **dict.fromkeys(("triliun", "trilyun", "t"), Decimal(10) ** 12),
}
_CELL: Final = re.compile(
    rf"""
    (?P<open>\()? \ ? (?P<before>[-+])? \ ?
    (?P<currency>rp\.?|idr)? \ ? (?P<between>[-+])?
    (?P<run> [0-9.,]+ (?:\ [0-9.,]+)* (?<=[0-9]) )
    (?P<power>e[-+]?[0-9]{{1,3}})?
    (?P<no_sen>,--?|,=|\.-)? \ ?
    (?:(?P<unit>{"|".join(_UNITS)})\.?)? \ ?
    (?P<rupiah>rupiah|idr)?
    (?P<percent>%|persen)? \ ?
    (?P<after>-)? \ ? (?P<close>\))?
    """,
    re.VERBOSE | re.ASCII,
)
_EMPTY_AMOUNT: Final = re.compile(r"(rp\.?|idr) ?[-\u2013\u2014]*")
_LIKE_ASCII: Final = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u2009\u202f\t", " ")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-")
)
_PLAIN: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.(?:[0-9]{1,2}|[0-9]{4,8}))?")
_CODE: Final = re.compile(r"0[0-9]+")
_SPREADSHEET_POWER: Final = re.compile(r"e\+[0-9]{2}")
_SPREADSHEET_DECIMALS: Final = 5


def read_number(value: object, form: NumberForm = NumberForm.UNDECIDED) -> Decimal | Problem | None:
    """The number in a cell, None for an empty one, or why it is refused.

    "1.234" needs the form of its column; whatever proves its own form is read by it. Money
    without a multiplier has at most two decimals, so "Rp 5.000" is five thousand.
    """
    if isinstance(value, str):
        return _read_text(value, form, percent=False)
    return _read_typed(value)


def read_percent(
    value: object, form: NumberForm = NumberForm.UNDECIDED
) -> Decimal | Problem | None:
    """A percentage in hundredths, with or without its sign: "85,5 %" and "85,5" are 85.5.

    A bare 0,855 stays 0.855 percent: whether a source writes shares is for the source to say.
    """
    if isinstance(value, str):
        return _read_text(value, form, percent=True)
    return _read_typed(value)


def form_proved_by(text: str) -> NumberForm:
    """The form this cell could only have been written in, or UNDECIDED."""
    text = trim(text)
    if _PLAIN.fullmatch(text):
        return NumberForm.DECIMAL_POINT if "." in text else NumberForm.UNDECIDED
    cell = _match(text)
    digits = _digits(cell) if cell else None
    return digits.proves if isinstance(digits, Digits) else NumberForm.UNDECIDED


def _read_typed(value: object) -> Decimal | Problem | None:
    """A number a file gives as a number; a float by its shortest text, without binary noise."""
    if value is None:
        return None
    if isinstance(value, float):
        value = Decimal(int(value)) if value.is_integer() else Decimal(repr(value))
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return refusals.not_a_number(str(value))
    number = Decimal(value)
    if not number.is_finite():
        return refusals.error_value(str(value))
    return _within_limit(number, str(value))


def _read_text(text: str, form: NumberForm, *, percent: bool) -> Decimal | Problem | None:
    text = trim(text)
    if _PLAIN.fullmatch(text):
        return +Decimal(text)  # plus turns -0 into 0
    if is_blank(text):
        return None
    cell = _match(text)
    if cell is None:
        return None if _EMPTY_AMOUNT.fullmatch(_like_ascii(text)) else refusals.unreadable(text)
    if cell["percent"] and not percent:
        return refusals.percent_sign(text)
    return _read_cell(text, cell, form)


def _read_cell(text: str, cell: re.Match[str], form: NumberForm) -> Decimal | Problem:
    digits = _digits(cell)
    if isinstance(digits, Ambiguous):
        if form in {NumberForm.UNDECIDED, NumberForm.MIXED}:
            return refusals.ambiguous(text, digits, form)
        digits = digits.read_as(form)
    if digits is None:
        is_code = _CODE.fullmatch(cell["run"])
        return refusals.leading_zeros(text) if is_code else refusals.bad_marks(text)
    if _was_rounded(cell["power"], digits):
        return refusals.rounded_by_spreadsheet(text)
    return _value(text, cell, digits)


def _value(text: str, cell: re.Match[str], digits: Digits) -> Decimal | Problem:
    power = int(cell["power"][1:]) if cell["power"] else 0
    if abs(power) > _LARGEST_POWER or len(digits.whole + digits.fraction) > _MOST_DIGITS:
        return refusals.too_large(text)
    number = Decimal(f"{digits.whole}.{digits.fraction}").scaleb(power)
    if cell["unit"]:
        number *= _UNITS[cell["unit"]]
    minus = "-" in (cell["before"], cell["between"], cell["after"]) or cell["open"]
    return _within_limit(-number if minus else number, text)


def _within_limit(number: Decimal, text: str) -> Decimal | Problem:
    if abs(number) >= LIMIT:
        return refusals.too_large(text)
    return number + 0  # 5E+3 becomes 5000, and -0 becomes 0


def _match(text: str) -> re.Match[str] | None:
    """The parts of a cell, or None; one sign at most, and brackets in pairs."""
    if len(text) > _LONGEST:
        return None
    cell = _CELL.fullmatch(_like_ascii(text))
    if cell is None or bool(cell["open"]) != bool(cell["close"]):
        return None
    signs = [cell["before"], cell["between"], cell["after"], cell["open"]]
    return cell if sum(map(bool, signs)) <= 1 else None


def _digits(cell: re.Match[str]) -> Digits | Ambiguous | None:
    digits = split(cell["run"])
    if isinstance(digits, Ambiguous):
        if cell["power"]:
            return digits.decimal  # 1.234E+09: the mantissa has one digit before the mark
        is_money = cell["currency"] or cell["rupiah"] or cell["no_sen"]
        if is_money and not cell["unit"]:
            return digits.grouped
    return digits


def _was_rounded(power: str | None, digits: Digits) -> bool:
    """A spreadsheet shows "1.23457E+11" for a longer number and drops the rest."""
    is_spreadsheet = bool(power and _SPREADSHEET_POWER.fullmatch(power))
    full = len(digits.fraction) == _SPREADSHEET_DECIMALS
    return is_spreadsheet and full and int((power or "e0")[1:]) > _SPREADSHEET_DECIMALS


def _like_ascii(text: str) -> str:
    """No-break blanks and typographic minus signs count as the plain ones; case is nothing."""
    return text.translate(_LIKE_ASCII).lower()
