"""From the texts of two sheets to persons and offices; every fault with its cell. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from tolok.core.blank import quoted
from tolok.core.dates import read_date
from tolok.core.problem import Problem
from tolok.enrolment.columns import COLUMNS, OFFICES, PERSONS, SheetColumn
from tolok.people.models import Role

MOST_ROWS: Final = 2_000
_HEAD_WITHIN: Final = 20  # rows; a letterhead may stand above

Rows = Sequence[tuple[int, Sequence[str]]]


@dataclass(frozen=True)
class Place:
    """Where a value stands, as its user finds it."""

    sheet: str
    row: int
    column: str = ""

    def __str__(self) -> str:
        column = f", kolom {self.column}" if self.column else ""
        return f"Lembar {self.sheet}, baris {self.row}{column}"


@dataclass(frozen=True)
class PersonRow:
    place: Place
    email: str
    name: str
    nip: str
    rank: str


@dataclass(frozen=True)
class OfficeRow:
    place: Place
    email: str
    role: Role
    title: str
    unit: str  # its code; "" for the whole agency
    decree: str
    starts: date
    ends: date | None


@dataclass
class Roster:
    """What the workbook says, and what is wrong with it."""

    persons: list[PersonRow] = field(default_factory=list)
    offices: list[OfficeRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_roster(sheets: Mapping[str, Rows]) -> Roster:
    """OJ-01 to OJ-08; rows with a fault are left out of the roster."""
    roster = Roster()
    for told in _records(sheets, PERSONS, roster):
        if not _lacking(told, roster):
            roster.persons.append(_person(told))
    for told in _records(sheets, OFFICES, roster):
        if not _lacking(told, roster) and (office := _office(told, roster)):
            roster.offices.append(office)
    _note_doubles(roster)
    return roster


@dataclass(frozen=True)
class _Record:
    """A row by its columns' keys."""

    place: Place
    values: Mapping[str, str]

    def at(self, key: str) -> Place:
        column = next(one for one in COLUMNS[self.place.sheet] if one.key == key)
        return Place(self.place.sheet, self.place.row, column.label)


def _records(sheets: Mapping[str, Rows], sheet: str, roster: Roster) -> Iterator[_Record]:
    rows = sheets.get(sheet)
    if rows is None:
        roster.problems.append(
            Problem(
                "OJ-01",
                f"Lembar {sheet}",
                "Lembar ini tidak ada. Pakailah templat dari halaman ini.",
            )
        )
        return
    head = _head(rows, COLUMNS[sheet])
    if isinstance(head, Problem):
        roster.problems.append(head.at(f"Lembar {sheet}"))
        return
    at, places = head
    body = rows[at + 1 :]
    if len(body) > MOST_ROWS:
        message = (
            f"Berisi {len(body)} baris, paling banyak {MOST_ROWS}. Bagi menjadi beberapa berkas."
        )
        roster.problems.append(Problem("OJ-03", f"Lembar {sheet}", message))
        return
    for number, cells in body:
        values = {key: cells[i].strip() if i < len(cells) else "" for key, i in places.items()}
        if any(values.values()):
            yield _Record(Place(sheet, number), values)


def _head(rows: Rows, columns: Sequence[SheetColumn]) -> tuple[int, dict[str, int]] | Problem:
    """OJ-02: the row of headings, found by its required columns."""
    best: list[str] = [column.label for column in columns if column.required]
    for at, (_, cells) in enumerate(rows[:_HEAD_WITHIN]):
        seen = {cell.strip().rstrip("*").strip().casefold(): i for i, cell in enumerate(cells)}
        places = {
            one.key: seen[one.label.casefold()] for one in columns if one.label.casefold() in seen
        }
        missing = [one.label for one in columns if one.required and one.key not in places]
        if not missing:
            return at, places
        best = min(best, missing, key=len)
    names = ", ".join(best)
    return Problem(
        "OJ-02", "", f"Kolom {names} tidak ditemukan. Pakailah judul kolom dari templat."
    )


def _lacking(told: _Record, roster: Roster) -> bool:
    """OJ-04: a required cell is empty."""
    empty = [
        one for one in COLUMNS[told.place.sheet] if one.required and not told.values.get(one.key)
    ]
    for column in empty:
        roster.problems.append(
            Problem("OJ-04", str(told.at(column.key)), f"Masih kosong. {column.why}")
        )
    return bool(empty)


def _person(told: _Record) -> PersonRow:
    value = told.values.get
    return PersonRow(
        told.place,
        value("email", "").lower(),
        value("name", ""),
        value("nip", ""),
        value("rank", ""),
    )


def _office(told: _Record, roster: Roster) -> OfficeRow | None:
    value = told.values.get
    role, starts = _role(told, roster), _day(told, "starts", roster)
    ends = _day(told, "ends", roster)
    if role is None or not isinstance(starts, date) or isinstance(ends, Problem):
        return None
    return OfficeRow(
        told.place,
        value("email", "").lower(),
        role,
        title=value("title", ""),
        unit=value("unit", ""),
        decree=value("decree", ""),
        starts=starts,
        ends=ends,
    )


def _role(told: _Record, roster: Roster) -> Role | None:
    """OJ-05: the role is one of those Tolok knows, by its name on the pages."""
    typed = told.values["role"]
    named = {role.label.casefold(): role for role in Role}
    if (role := named.get(" ".join(typed.split()).casefold())) is None:
        names = ", ".join(one.label for one in Role)
        message = f"{quoted(typed)} bukan peran. Pilih salah satu: {names}."
        roster.problems.append(Problem("OJ-05", str(told.at("role")), message))
    return role


def _day(told: _Record, key: str, roster: Roster) -> date | Problem | None:
    """OJ-06: what is no day, in the words of the rule that reads days."""
    day = read_date(told.values.get(key, ""))
    if isinstance(day, Problem):
        roster.problems.append(Problem("OJ-06", str(told.at(key)), day.message))
    return day


def _note_doubles(roster: Roster) -> None:
    """OJ-07 one address for two persons, OJ-08 an office of somebody who is not in the file."""
    first: dict[str, PersonRow] = {}
    for row in roster.persons:
        known = first.setdefault(row.email, row)
        if known is not row:
            where = str(Place(PERSONS, row.place.row, "Surel"))
            message = (
                f"{row.email} sudah dipakai pada baris {known.place.row}. Satu alamat, satu orang."
            )
            roster.problems.append(Problem("OJ-07", where, message))
    for office in roster.offices:
        if office.email not in first:
            where = str(Place(OFFICES, office.place.row, "Surel"))
            message = f"{office.email} tidak ada pada lembar Orang. Tambahkan di sana."
            roster.problems.append(Problem("OJ-08", where, message))
