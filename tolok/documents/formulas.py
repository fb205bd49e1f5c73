"""Pieces of workbook formulas: texts in quotes, reasons in place of a division, column letters."""

from typing import Final

from xlsxwriter.utility import xl_col_to_name

from tolok.documents.facts import Missing

_LONGEST: Final = 120  # signs; Excel holds a text in a formula to 255, doubled quotes included


def quoted(text: str) -> str:
    """A text inside a formula."""
    doubled = text[:_LONGEST].replace('"', '""')
    return f'"{doubled}"'


def reason_of(value: object, otherwise: str = "belum dapat dihitung") -> str:
    """What a formula says where it cannot compute: the reason of the facts, if they have one."""
    return quoted(value.reason if isinstance(value, Missing) else otherwise)


def letter(number: int) -> str:
    """F for column 6."""
    name: str = xl_col_to_name(number - 1)
    return name
