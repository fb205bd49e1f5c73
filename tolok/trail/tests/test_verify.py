import random

import pytest
from django.db import connection

from tolok.trail import witness
from tolok.trail.record import record
from tolok.trail.testing import make_trail
from tolok.trail.verify import verify

pytestmark = pytest.mark.django_db

ROWS = 20
TEXTS = ["actor_name", "event", "subject", "agency", "before", "after", "previous", "hash"]


def run(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def first_problem():
    return next(iter(verify()), None)


@pytest.mark.both_databases
def test_a_sound_trail_has_no_problems():
    make_trail(ROWS)

    assert verify() == []


def test_an_empty_trail_has_no_problems():
    assert verify() == []


@pytest.mark.both_databases
@pytest.mark.parametrize("column", TEXTS)
def test_an_edited_row_is_named(column):
    make_trail(ROWS)

    run(f"UPDATE trail_auditentry SET {column} = 'x' WHERE seq = 7")  # noqa: S608  our own names

    assert (first_problem().rule, first_problem().where) == ("J-03", "jejak, baris 7")


@pytest.mark.both_databases
def test_a_moment_moved_by_a_second_is_found():
    make_trail(ROWS)

    run("UPDATE trail_auditentry SET at = '2020-01-01 00:00:00' WHERE seq = 7")

    assert (first_problem().rule, first_problem().where) == ("J-03", "jejak, baris 7")


@pytest.mark.parametrize("column", [*TEXTS, "at", "actor_id"])
def test_a_value_of_another_kind_is_found_and_does_not_stop_the_reading(column):
    make_trail(ROWS)

    run(f"UPDATE trail_auditentry SET {column} = x'ff00' WHERE seq = 7")  # noqa: S608

    assert first_problem().rule in ("J-03", "J-08")


@pytest.mark.both_databases
def test_a_removed_row_is_missed_where_it_was():
    make_trail(ROWS)

    run("DELETE FROM trail_auditentry WHERE seq = 7")

    assert (first_problem().rule, first_problem().where) == ("J-02", "jejak, baris 8")
    assert "seharusnya baris 7" in first_problem().message


@pytest.mark.both_databases
@pytest.mark.parametrize("seq", [-1, 0, ROWS + 1, ROWS + 5])
def test_an_inserted_row_is_found(seq):
    make_trail(ROWS)

    insert_copy_of(7, seq)

    assert first_problem().where == f"jejak, baris {seq}"


@pytest.mark.both_databases
def test_two_rows_that_changed_places_are_found():
    make_trail(ROWS)

    for was, becomes in [(7, 99), (8, 7), (99, 8)]:
        run("UPDATE trail_auditentry SET seq = %s WHERE seq = %s", becomes, was)

    assert (first_problem().rule, first_problem().where) == ("J-03", "jejak, baris 7")


def test_a_row_sealed_in_a_copy_of_the_database_does_not_fit_in():
    make_trail(3)
    run("CREATE TABLE here AS SELECT * FROM trail_auditentry")
    run("DELETE FROM trail_auditentry WHERE seq > 1")
    run("UPDATE trail_trailhead SET seq = 1, hash = (SELECT hash FROM here WHERE seq = 1)")
    record("testing.write", actor=None, subject="paket lain")
    run("DELETE FROM trail_auditentry WHERE seq = 3")

    run("INSERT INTO trail_auditentry SELECT * FROM here WHERE seq = 3")

    assert (first_problem().rule, first_problem().where) == ("J-04", "jejak, baris 3")


def test_a_row_that_is_not_the_one_noted_is_found(home):
    make_trail(3)
    witness.head_file().write_text(f"{3:020d} {'f' * 64}\n")

    assert (first_problem().rule, first_problem().where) == ("J-05", "jejak, baris 3")


@pytest.mark.both_databases
@pytest.mark.parametrize("left", [ROWS - 1, 3, 0])
def test_rows_cut_off_at_the_end_are_missed_even_when_the_head_row_is_set_back(left):
    entries = make_trail(ROWS)

    run("DELETE FROM trail_auditentry WHERE seq > %s", left)
    newest = entries[left - 1].hash if left else ""
    run("UPDATE trail_trailhead SET seq = %s, hash = %s", left, newest)

    assert (first_problem().rule, first_problem().where) == ("J-06", f"jejak, baris {left + 1}")
    assert "audit_head" in first_problem().message


@pytest.mark.both_databases
@pytest.mark.parametrize(
    "sql", ["DELETE FROM trail_trailhead", "UPDATE trail_trailhead SET seq = 5, hash = ''"]
)
def test_a_spoiled_head_row_is_found(sql):
    make_trail(ROWS)

    run(sql)

    assert verify() != []


def test_a_missing_note_of_the_newest_row_is_told(home):
    make_trail(ROWS)
    witness.head_file().unlink()

    assert [problem.rule for problem in verify()] == ["J-07"]


def test_a_missing_key_is_told_and_not_replaced(home):
    make_trail(ROWS)
    witness.key_file().unlink()

    assert first_problem().rule == "J-01"
    assert not witness.key_file().exists()


@pytest.mark.both_databases
def test_200_random_tamperings_are_all_found():
    make_trail(ROWS)
    chance = random.Random(20251003)  # the same 200 every time
    missed = []

    for number in range(200):
        run("SAVEPOINT sound")
        done = tamper(chance)
        if not verify():
            missed.append((number, done))
        run("ROLLBACK TO SAVEPOINT sound")

    assert missed == []
    assert verify() == []


def tamper(chance):
    """One thing a person with the database, but without the key, might do."""
    row = chance.randint(1, ROWS)
    match chance.choice(["edit", "remove", "cut", "insert", "swap"]):
        case "edit":
            column = chance.choice([*TEXTS, "at", "actor_id"])
            value = "2024-05-05 05:05:05" if column == "at" else chance.randint(1, 10**9)
            run(f"UPDATE trail_auditentry SET {column} = %s WHERE seq = %s", value, row)  # noqa: S608
            return column, row
        case "remove":
            run("DELETE FROM trail_auditentry WHERE seq = %s", row)
            return "remove", row
        case "cut":
            run("DELETE FROM trail_auditentry WHERE seq >= %s", row)
            run(
                "UPDATE trail_trailhead SET seq = %s, hash = COALESCE("
                "(SELECT hash FROM trail_auditentry WHERE seq = %s), '')",
                row - 1,
                row - 1,
            )
            return "cut", row
        case "insert":
            run("UPDATE trail_auditentry SET seq = -seq - 1 WHERE seq >= %s", row)
            run("UPDATE trail_auditentry SET seq = -seq WHERE seq < 0")
            insert_copy_of(chance.choice([n for n in range(1, ROWS + 1) if n != row]), row)
            return "insert", row
        case _:
            other = chance.choice([n for n in range(1, ROWS + 1) if n != row])
            for was, becomes in [(row, 999), (other, row), (999, other)]:
                run("UPDATE trail_auditentry SET seq = %s WHERE seq = %s", becomes, was)
            return "swap", row, other


def insert_copy_of(row, seq):
    columns = "previous, hash, at, actor_id, actor_name, event, subject, agency, before, after"
    run(
        f"INSERT INTO trail_auditentry (seq, {columns}) "  # noqa: S608  our own names
        f"SELECT %s, {columns} FROM trail_auditentry WHERE seq = %s",
        seq,
        row,
    )
