"""A fact as text: how corrections store it, and how what a person typed is read."""

from datetime import date
from decimal import Decimal

from tolok.core.dates import read_date
from tolok.core.formula.dictionary import Field, FieldType
from tolok.core.numbers import read_number, round_half_up
from tolok.core.problem import Problem, RefusedError
from tolok.registry.dictionary import dictionary


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


def read_value(field: Field, text: str) -> str:
    """The typed value in its one spelling; K-02 when it cannot be read or is not a choice."""
    match field.type:
        case FieldType.MONEY | FieldType.NUMBER:
            number = read_number(text)
            if isinstance(number, Problem):
                raise RefusedError(number.at(field.label))
            places = 2 if field.type == FieldType.MONEY else 0
            return "" if number is None else plain(round_half_up(number, places))
        case FieldType.DATE:
            day = read_date(text)
            if isinstance(day, Problem):
                raise RefusedError(day.at(field.label))
            return plain(day)
    if field.choices and text not in field.choices:
        message = f"“{text}” bukan pilihan. Pilih salah satu: {', '.join(field.choices)}."
        raise RefusedError(Problem("K-02", field.label, message))
    return text.strip()
