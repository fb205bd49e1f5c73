"""What a workbook of persons and offices says, and each fault with its cell."""

from datetime import date

import pytest

from tolok.enrolment.columns import COLUMNS, OFFICES, PERSONS
from tolok.enrolment.rows import MOST_ROWS, read_roster
from tolok.enrolment.testing import COORDINATES, SARI
from tolok.people.models import Role


def sheets(persons=(SARI,), offices=(COORDINATES,)):
    rows = {PERSONS: persons, OFFICES: offices}
    heads = {name: [column.label for column in columns] for name, columns in COLUMNS.items()}
    return {
        name: list(enumerate([heads[name], *(list(row) for row in rows[name])], 1)) for name in rows
    }


def faults(found):
    return [(problem.rule, problem.where) for problem in read_roster(found).problems]


def test_persons_and_offices_are_read():
    roster = read_roster(sheets())

    [person], [office] = roster.persons, roster.offices
    assert roster.problems == []
    assert (person.email, person.name, person.nip) == SARI[:3]
    assert (office.role, office.starts, office.ends) == (Role.COORDINATOR, date(2026, 1, 2), None)


def test_headings_may_stand_lower_in_another_order_and_with_a_star():
    found = sheets()
    found[PERSONS] = [
        (1, ["DAFTAR ORANG"]),
        (3, ["nama *", "SUREL *"]),
        (4, ["Sari Wulan", "sari@contoh.id"]),
    ]

    [person] = read_roster(found).persons

    assert (person.email, person.name, person.place.row) == ("sari@contoh.id", "Sari Wulan", 4)


@pytest.mark.parametrize(
    ("found", "fault"),
    [
        ({}, ("OJ-01", "Lembar Orang")),
        (sheets() | {PERSONS: [(1, ["Nama"])]}, ("OJ-02", "Lembar Orang")),
        (sheets(persons=[SARI] * (MOST_ROWS + 1)), ("OJ-03", "Lembar Orang")),
        (sheets(persons=[SARI, ("x@y.id", "")]), ("OJ-04", "Lembar Orang, baris 3, kolom Nama")),
        (
            sheets(offices=[(SARI[0], "Boss", "", "", "", "2/1/2026")]),
            ("OJ-05", "Lembar Jabatan, baris 2, kolom Peran"),
        ),
        (
            sheets(offices=[(SARI[0], "PPK", "", "", "", "2/1/2026", "kapan-kapan")]),
            ("OJ-06", "Lembar Jabatan, baris 2, kolom Sampai dengan"),
        ),
        (sheets(persons=[SARI, SARI]), ("OJ-07", "Lembar Orang, baris 3, kolom Surel")),
        (
            sheets(offices=[("lain@contoh.id", "PPK", "", "", "", "2/1/2026")]),
            ("OJ-08", "Lembar Jabatan, baris 2, kolom Surel"),
        ),
    ],
)
def test_a_fault_names_its_cell(found, fault):
    assert fault in faults(found)


def test_every_fault_is_told_at_once():
    found = sheets(
        persons=[SARI, ("", "Tanpa Alamat")], offices=[(SARI[0], "Boss", "", "", "", "nanti")]
    )

    assert [rule for rule, _ in faults(found)] == ["OJ-04", "OJ-05", "OJ-06"]
