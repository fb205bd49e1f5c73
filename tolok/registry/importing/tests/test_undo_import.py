"""Taking an import back: its tables stand again as the import before left them."""

from datetime import timedelta

import pytest

from tolok.core.problem import RefusedError
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.importing.actions import undo_import
from tolok.registry.models import Import, Package, PlanEntry
from tolok.registry.snapshots import current
from tolok.trail.models import AuditEntry

TENDER = "SPSE-TenderPengumuman"
AWARD = "SPSE-TenderSelesaiNilai"

pytestmark = pytest.mark.django_db


@pytest.mark.both_databases
def test_undo_restores_packages_findings_and_the_very_snapshot(agency, bring):
    first = bring({TENDER: [{}], AWARD: [{}]})
    bring({TENDER: [{"nama_paket": "Baru"}], AWARD: [{"nilai_kontrak": 9000}]})
    actor = make_user(Role.DATA_PROCESSOR)

    undone = undo_import(Import.objects.latest("pk"), actor=actor)

    assert (undone.status, undone.undone_by) == (Import.Status.UNDONE, actor)
    assert current(agency, 2025).sha256 == first.snapshot
    package = Package.objects.get()
    assert (package.name, package.contract_value) == ("Pembangunan Gedung", 900)
    assert package.attempt_rows.count() == 1
    assert AuditEntry.objects.get(event="registry.undo_import").actor_name == actor.name


def test_undoing_the_only_import_leaves_nothing(agency, bring):
    bring({TENDER: [{}], "RUP-PaketPenyedia-Terumumkan": [{}]})

    undo_import(Import.objects.get())

    assert not Package.objects.exists()
    assert not PlanEntry.objects.exists()


def test_what_was_undone_can_be_brought_in_again(agency, bring):
    first = bring({TENDER: [{}]})
    undo_import(Import.objects.get())

    again = bring({TENDER: [{}]})

    assert again.import_id != first.import_id
    assert again.snapshot == first.snapshot
    assert [file.new for file in again.files] == [1]


def test_i04_not_after_thirty_days(agency, bring):
    bring({TENDER: [{}]})
    batch = Import.objects.get()

    with pytest.raises(RefusedError) as refusal:
        undo_import(batch, now=batch.done_at + timedelta(days=30, seconds=1))

    assert [problem.rule for problem in refusal.value.problems] == ["I-04"]
    assert Package.objects.exists()


def test_i04_not_twice(agency, bring):
    bring({TENDER: [{}]})
    batch = Import.objects.get()
    undo_import(batch)

    with pytest.raises(RefusedError) as refusal:
        undo_import(batch)

    assert "sudah dibatalkan" in refusal.value.problems[0].message


def test_i04_not_under_a_later_import_of_the_same_table(agency, bring):
    first = bring({TENDER: [{}], AWARD: [{}]})
    later = bring({AWARD: [{"nilai_kontrak": 890}]})
    other = bring({"RUP-PaketPenyedia-Terumumkan": [{}]})

    with pytest.raises(RefusedError) as refusal:
        undo_import(Import.objects.get(pk=first.import_id))
    undo_import(Import.objects.get(pk=later.import_id))
    undo_import(Import.objects.get(pk=first.import_id))

    assert str(later.import_id) in refusal.value.problems[0].message
    assert Import.objects.get(pk=other.import_id).status == Import.Status.DONE
    assert not Package.objects.exists()
