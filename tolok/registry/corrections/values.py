"""A fact as text: how corrections store it, and how what a person typed is read."""

import re
from datetime import date
from decimal import Decimal
from typing import Final

from tolok.core.dates import read_date
from tolok.core.formula.dictionary import Field, FieldType
from tolok.core.numbers import read_number, round_half_up
from tolok.core.problem import Problem, RefusedError
from tolok.registry.dictionary import dictionary

INDICATOR: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,19}")
MOST: Final = 1000  # bidders of one tender; real ones have a few


def plain(value: object) -> str:
    """Plain digits, ISO date or text: one spelling for one value."""
    match value:
        case None:
            return ""
        case bool():
            return "ya" if value else "tidak"
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
    return str(value)


def editable_field(name: str) -> Field:
    """K-01: only facts of the dictionary marked as editable are corrected."""
    field = dictionary().get(name)
    if field is None or not field.editable:
        choices = [one.name for one in dictionary().fields.values() if one.editable]
        message = f"Kolom “{name}” tidak dapat dikoreksi. Yang dapat: {', '.join(choices)}."
        raise RefusedError(Problem("K-01", "kolom", message))
    return field


def read_indicator(code: str) -> str:
    """K-02: the code of an indicator; whether it exists only the measurement knows."""
    if not INDICATOR.fullmatch(code):
        message = f"“{code}” bukan kode indikator. Isi kodenya, misalnya B1."
        raise RefusedError(Problem("K-02", "indikator", message))
    return code


def _read_amount(field: Field, number: Decimal) -> str:
    """K-02: amounts and counts are not negative, counts are whole and of a size that occurs."""
    is_money = field.type == FieldType.MONEY
    if number < 0:
        message = "Nilainya negatif. Isi nilai sebenarnya, nol atau lebih."
        raise RefusedError(Problem("K-02", field.label, message))
    if not is_money and (number != number.to_integral_value() or number > MOST):
        message = f"Isi bilangan bulat, paling banyak {MOST}."
        raise RefusedError(Problem("K-02", field.label, message))
    return plain(round_half_up(number, 2 if is_money else 0))


def read_value(field: Field, text: str) -> str:
    """The typed value in its one spelling; K-02 when it cannot be read or is not a choice."""
    match field.type:
        case FieldType.MONEY | FieldType.NUMBER:
            number = read_number(text)
            if isinstance(number, Problem):
                raise RefusedError(number.at(field.label))
            return "" if number is None else _read_amount(field, number)
        case FieldType.DATE:
            day = read_date(text)
            if isinstance(day, Problem):
                raise RefusedError(day.at(field.label))
            return plain(day)
    if field.choices and text not in field.choices:
        message = f"“{text}” bukan pilihan. Pilih salah satu: {', '.join(field.choices)}."
        raise RefusedError(Problem("K-02", field.label, message))
    return text.strip()
