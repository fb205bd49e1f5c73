from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction

from tolok.trail import witness
from tolok.trail.models import AuditEntry, TrailHead
from tolok.trail.record import record
from tolok.trail.verify import verify

pytestmark = pytest.mark.django_db

SARI = SimpleNamespace(pk=7, name="Sari")
REGENCY = SimpleNamespace(code="X101")


def write(subject="paket 1", **more):
    record("testing.write", **{"actor": SARI, "subject": subject, "agency": REGENCY} | more)
    return AuditEntry.objects.first()


@transaction.atomic
def write_and_fail():
    write("gagal")
    raise ZeroDivisionError


def test_a_row_says_who_did_what_to_what_and_what_changed():
    entry = write(before={"nilai": Decimal("10.50")}, after={"tanggal": date(2025, 3, 1)})

    assert (entry.actor_id, entry.actor_name) == (7, "Sari")
    assert (entry.event, entry.subject, entry.agency) == ("testing.write", "paket 1", "X101")
    assert entry.values_before() == {"nilai": "10.50"}
    assert entry.values_after() == {"tanggal": "2025-03-01"}


def test_what_the_command_line_does_has_no_person_and_what_has_no_values_says_nothing():
    entry = write(actor=None, agency=None)

    assert (entry.actor_id, entry.actor_name, entry.agency) == (None, "", "")
    assert entry.values_before() == entry.values_after() == {}


def test_each_row_is_chained_to_the_one_before():
    first, second = write("satu"), write("dua")

    assert (first.seq, first.previous) == (1, "")
    assert (second.seq, second.previous) == (2, first.hash)


def test_the_key_is_made_once_and_only_its_owner_reads_it(home):
    write()
    key = witness.read_key()
    write()

    assert witness.read_key() == key
    assert len(key) == witness.KEY_BYTES
    assert (home / "audit_key").stat().st_mode & 0o777 == 0o600


def test_two_processes_that_make_a_key_use_the_same(home):
    assert witness.make_key() == witness.make_key()


def test_a_trail_with_rows_is_not_continued_with_another_key(home):
    write()
    (home / "audit_key").unlink()

    with pytest.raises(ImproperlyConfigured, match="audit_key"):
        write()


def test_an_action_that_fails_leaves_no_row():
    write("sebelum")

    with pytest.raises(ZeroDivisionError):
        write_and_fail()

    assert [entry.subject for entry in AuditEntry.objects.all()] == ["sebelum"]
    assert TrailHead.objects.get().seq == 1


def test_the_newest_row_is_noted_in_a_file_once_it_is_kept(
    home, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        newest = write()

    assert witness.read_head() == witness.Head(1, newest.hash)
    assert verify() == []


def test_a_note_that_comes_late_never_takes_the_number_back(home):
    witness.note_head(witness.Head(12, "c" * 64))
    witness.note_head(witness.Head(11, "b" * 64))

    assert witness.read_head() == witness.Head(12, "c" * 64)


@pytest.mark.parametrize("spoiled", ["", "twelve", "12"])
def test_a_spoiled_note_is_replaced(home, spoiled):
    witness.head_file().write_text(spoiled)

    witness.note_head(witness.Head(13, "d" * 64))

    assert witness.read_head() == witness.Head(13, "d" * 64)
