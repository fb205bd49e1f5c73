"""SQL for the forms that machines write; every other form is left to the core readers.

Each cast gives NULL for what it does not know. The core readers read the same cells to the same
values, which a test holds them to.
"""

from typing import Final

from tolok.core.dates.refusals import FIRST_YEAR, LAST_YEAR
from tolok.core.numbers import LIMIT
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

_EDGES: Final = " \t\r\n\v\f\u00a0\u2007\u2009\u202f\u200b\ufeff"
"""What `tolok.core.blank.trim` takes off; a test holds them together."""

_PLAIN_NUMBER: Final = r"-?(?:0|[1-9][0-9]{0,14})(?:\.(?:[0-9]{1,2}|[0-9]{4,8}))?"
_CLOCK: Final = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?"
_ISO: Final = rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:[ T]{_CLOCK} ?Z?)?"
_ENGLISH: Final = r"[A-Z][a-z]{2} [0-9]{1,2}, [0-9]{4}, [0-9]{1,2}:[0-9]{2}:[0-9]{2} ?[AP]M"
_ENGLISH_FORMATS: Final = "['%b %-d, %Y, %-I:%M:%S %p', '%b %-d, %Y, %-I:%M:%S%p']"


def text_cast(cell: str) -> str:
    """The text without blanks at its ends; an empty cell is NULL."""
    plain = f"ltrim({cell}, '{TYPED}')"
    broken = f"replace(replace({plain}, '{LINE_FEED}', chr(10)), '{CARRIAGE_RETURN}', chr(13))"
    return f"nullif(trim({broken}, '{_EDGES}'), '')"


def fast_cast(kind: Kind, cell: str) -> str:
    """The value of a cell (already as text, see text_cast; numbers still with their mark)."""
    match kind:
        case Kind.TEXT:
            return text_cast(cell)
        case Kind.CODE:
            return rf"regexp_replace({text_cast(cell)}, '^([0-9]+)\.0+$', '\1')"
        case Kind.MONEY | Kind.DECIMAL:
            return f"{_number(cell)}::{SQL_TYPE[kind]}"
        case Kind.INTEGER:
            number = _number(cell)
            return f"CASE WHEN {number} = trunc({number}) THEN {number}::BIGINT END"
        case Kind.DATE:
            return f"{_moment(cell)}::DATE"
        case Kind.MOMENT:
            return _moment(cell)
        case Kind.FLAG:
            return f"TRY_CAST({_FLAG.format(cell=cell)} AS BOOLEAN)"


_FLAG: Final = (
    "CASE lower({cell}) WHEN 'true' THEN 'true' WHEN '1' THEN 'true' WHEN 'ya' THEN 'true' "
    "WHEN 'false' THEN 'false' WHEN '0' THEN 'false' WHEN 'tidak' THEN 'false' END"
)


def _number(cell: str) -> str:
    """Written as machines write it, or marked as a number by the file itself."""
    digits = f"ltrim({cell}, '{TYPED}')"
    number = f"TRY_CAST({digits} AS DECIMAL(38,10))"
    return (
        f"CASE WHEN (starts_with({cell}, '{TYPED}') OR "
        f"regexp_full_match({cell}, '{_PLAIN_NUMBER}')) AND abs({number}) < {int(LIMIT)} "
        f"THEN {number} END"
    )


def _moment(cell: str) -> str:
    """ISO in its spellings, and English; "Z" labels the local clock, so nothing is shifted."""
    iso = f"TRY_CAST(rtrim({cell}, ' Z') AS TIMESTAMP)"
    english = f"try_strptime({cell}, {_ENGLISH_FORMATS})"
    found = (
        f"CASE WHEN regexp_full_match({cell}, '{_ISO}') THEN {iso} "
        f"WHEN regexp_full_match({cell}, '{_ENGLISH}') THEN {english} END"
    )
    return f"CASE WHEN year({found}) BETWEEN {FIRST_YEAR} AND {LAST_YEAR} THEN {found} END"
