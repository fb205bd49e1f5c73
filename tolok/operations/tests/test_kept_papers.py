"""What the tools of an installation say of the archive's files."""

import pytest
from django_q.models import Schedule

from tolok.archive.files import kept_file
from tolok.archive.soundness.jobs import recheck_files
from tolok.archive.soundness.testing import flip_a_bit, make_file
from tolok.operations.doctor import kept
from tolok.operations.schedules import EVERY, ensure_schedules
from tolok.operations.verify import verify

pytestmark = pytest.mark.django_db


def rules_about(file):
    return [one.rule for one in verify().problems if file.sha256 in one.where]


def test_doctor_and_verify_name_a_flipped_bit():
    sound, file = make_file(b"utuh"), make_file()
    assert (kept().remedy, rules_about(file)) == ("", [])

    flip_a_bit(file)
    recheck_files()

    assert kept().found == "1 rusak dari 2 yang diperiksa"
    assert kept().remedy
    assert (rules_about(file), rules_about(sound)) == (["H-07"], [])


def test_verify_misses_a_papers_file_that_is_gone():
    file = make_file()
    kept_file(file.sha256).unlink()

    assert rules_about(file) == ["H-08"]


def test_the_worker_has_its_schedules_once_and_drops_those_of_old_versions():
    Schedule.objects.create(name="tolok.gone.jobs.old", func="tolok.gone.jobs.old")

    ensure_schedules()
    ensure_schedules()

    assert {one.func for one in Schedule.objects.all()} == set(EVERY)
    assert Schedule.objects.count() == len(EVERY)
