"""SQL for the forms that machines write; every other form is left to the core readers.

Each cast gives NULL for what it does not know. The core readers read the same cells to the same
values, and leave the same ones out; a test holds both together.
"""

from collections.abc import Callable, Mapping
from typing import Final

from tolok.registry.reading.rows import CARRIAGE_RETURN, LINE_FEED, TYPED
from tolok.registry.tables import Kind

SQL_TYPE: Final = {
    Kind.TEXT: "VARCHAR",
    Kind.CODE: "VARCHAR",
    Kind.MONEY: "DECIMAL(20,2)",
    Kind.DECIMAL: "DECIMAL(20,4)",
    Kind.INTEGER: "BIGINT",
    Kind.DATE: "DATE",
    Kind.MOMENT: "TIMESTAMP",
    Kind.FLAG: "BOOLEAN",
}

# What the core reads without asking its column, below its limit; or marked as a number by the file.
_WHOLE: Final = "(?:0|[1-9][0-9]{0,14})"
_NUMBER: Final = rf"-?{_WHOLE}(?:\.(?:[0-9]{{1,2}}|[0-9]{{4,8}}))?|{TYPED}-?[0-9]{{1,16}}\.[0-9]+"
_INTEGER: Final = rf"{TYPED}?-?{_WHOLE}(?:\.0+)?"

# ISO in its spellings, and English; "Z" labels the local clock, so nothing is shifted.
_YEAR: Final = "(?:19[0-9]{2}|20[0-9]{2}|2100)"
_CLOCK: Final = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?"
_ISO: Final = rf"{_YEAR}-[0-9]{{2}}-[0-9]{{2}}(?:[ T]{_CLOCK} ?Z?)?"
_ENGLISH: Final = (
    rf"[A-Z][a-z]{{2}} [0-9]{{1,2}}, {_YEAR}, (?:0?[1-9]|1[0-2]):[0-5][0-9]:[0-5][0-9] ?[AP]M"
)
_ENGLISH_FORMATS: Final = "['%b %-d, %Y, %-I:%M:%S %p', '%b %-d, %Y, %-I:%M:%S%p']"


def fast_cast(kind: Kind, cell: str, *, marked: bool = True) -> str:
    """SQL for the value of a cell of text, or NULL where the core readers must look.

    `marked` says that some cell of the table carries a mark (see rows.py); without it a text
    is itself.
    """
    text = _unmarked(cell) if marked else cell
    if kind is Kind.TEXT:
        return text
    if kind is Kind.CODE:
        return rf"CASE WHEN ends_with({cell}, '.0') THEN {_whole_code(text)} ELSE {text} END"
    return _CASTS[kind](cell)


def _unmarked(cell: str) -> str:
    """The text of a cell with its line breaks and without the mark of a number."""
    broken = f"replace(replace({cell}, '{LINE_FEED}', chr(10)), '{CARRIAGE_RETURN}', chr(13))"
    return f"ltrim({broken}, '{TYPED}')"


def _whole_code(text: str) -> str:
    """A code that a spreadsheet or data frame took for a number: "124062.0"."""
    return rf"regexp_replace({text}, '^([0-9]+)\.0+$', '\1')"


def _money(cell: str) -> str:
    return _when(cell, _NUMBER, f"TRY_CAST(ltrim({cell}, '{TYPED}') AS DECIMAL(18,2))")


def _decimal(cell: str) -> str:
    return _when(cell, _NUMBER, f"TRY_CAST(ltrim({cell}, '{TYPED}') AS DECIMAL(20,4))")


def _integer(cell: str) -> str:
    return _when(cell, _INTEGER, f"TRY_CAST(ltrim({cell}, '{TYPED}') AS DECIMAL(18,2))::BIGINT")


def _moment(cell: str) -> str:
    """R-21: "Aug 21, 2024, 12:00:00 AM" and "…12:00:00AM" stand in one column of work orders.

    R-22: a "Z" labels the local clock: a midnight is a day, and no hours are added to it.
    """
    iso = f"TRY_CAST(rtrim({cell}, ' Z') AS TIMESTAMP)"
    english = f"try_strptime({cell}, {_ENGLISH_FORMATS})"
    return (
        f"CASE WHEN {_matches(cell, _ISO)} THEN {iso} "
        f"WHEN {_matches(cell, _ENGLISH)} THEN {english} END"
    )


def _date(cell: str) -> str:
    return f"({_moment(cell)})::DATE"


def _flag(cell: str) -> str:
    return (
        f"CASE WHEN lower({cell}) IN ('true', '1', 'ya') THEN true "
        f"WHEN lower({cell}) IN ('false', '0', 'tidak') THEN false END"
    )


def _when(cell: str, pattern: str, value: str) -> str:
    return f"CASE WHEN {_matches(cell, pattern)} THEN {value} END"


def _matches(cell: str, pattern: str) -> str:
    return f"regexp_full_match({cell}, '{pattern}')"


_CASTS: Final[Mapping[Kind, Callable[[str], str]]] = {
    Kind.MONEY: _money,
    Kind.DECIMAL: _decimal,
    Kind.INTEGER: _integer,
    Kind.DATE: _date,
    Kind.MOMENT: _moment,
    Kind.FLAG: _flag,
}
