"""What all published tables share: headings of rows, money, and the seven forms of dates."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final, TypeVar

from tolok.demo.generator.agencies import Agency, Body, Person, Supplier, WorkUnit
from tolok.demo.generator.facts import YearFacts
from tolok.demo.generator.names import long_tax_number, printed_tax_number

Cell = str | int | float | bool | None
Row = dict[str, Cell]
Tables = dict[str, list[Row]]

T = TypeVar("T")

MONTHS: Final = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
SPELLINGS: Final = ("12:00:00 AM", "12:00:00AM")


def amount(value: Decimal) -> int | float:
    """Rupiah as JSON has them: whole ones as integers, the rest with their cents."""
    whole = int(value)
    return whole if whole == value else float(value)


def of_body(facts: YearFacts, body: Body) -> Row:
    return {
        "tahun_anggaran": facts.year,
        "kd_klpd": body.code,
        "nama_klpd": body.name,
        "jenis_klpd": body.kind,
    }


def of_unit(unit: WorkUnit) -> Row:
    """A work unit in SPSE: `kd_satker` is SPSE's own number."""
    return {
        "kd_satker": unit.process_id,
        "kd_satker_str": unit.code,
        "nama_satker": unit.name,
    }


def of_lpse(agency: Agency) -> Row:
    return {"kd_lpse": agency.lpse, "nama_lpse": f"LPSE {agency.full_name}"}


def tax_numbers(supplier: Supplier) -> tuple[str, str]:
    """The printed form of fifteen digits, and the sixteen digits."""
    digits = supplier.tax_number
    return printed_tax_number(digits), long_tax_number(digits)


def pair(person: Person) -> str:
    return f"{person.number} - {person.name}"


def moment(when: datetime) -> str:
    return when.isoformat(" ")


def moment_z(when: datetime) -> str:
    """With a blank and a Z that means nothing: the time is local."""
    return f"{when.isoformat(' ')}.000000Z"


def stamp(when: datetime) -> str:
    """With a T, milliseconds and a Z."""
    return f"{when.isoformat()}.{when.day * 31 % 1000:03}000Z"


def midnight_z(day: date | None) -> str | None:
    """A calendar date that looks like a moment in UTC."""
    return f"{day}T00:00:00.000000Z" if day else None


def midnight(day: date) -> str:
    return f"{day} 00:00:00"


def english(day: date | None, code: int) -> str | None:
    """ "Aug 21, 2024, 12:00:00 AM", in two spellings inside one file."""
    if day is None:
        return None
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}, {pick(SPELLINGS, code)}"


def first_of_month(day: date) -> str:
    return f"{day.year}-{day.month:02}-01"


def months_later(day: date, months: int, *, year: int) -> str:
    """The first of a later month, December at the latest."""
    month = min(day.month + months, 12) if day.year == year else 1
    return f"{year}-{month:02}-01"


def before(when: datetime, days: int, seconds: int = 0) -> datetime:
    return when - timedelta(days=days, seconds=seconds)


def serial(code: int) -> int:
    """The running part of an SPSE code."""
    return code // 1000 % 10_000_000


def pick(options: Sequence[T], code: int) -> T:
    """One of the options, the same for the same code; no chance involved."""
    return options[serial(code) * 7 // 3 % len(options)]
