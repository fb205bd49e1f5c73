"""T19: data that change after their period was locked leave a trace; a closed year's do not."""

import pytest
from django.utils import timezone

from tolok.core.problem import RefusedError
from tolok.cycle.models import FiscalYear, LateChange
from tolok.cycle.testing import make_period, make_year
from tolok.registry.corrections.actions import accept, propose_correction
from tolok.registry.importing.actions import undo_import
from tolok.registry.models import Correction, Import, Package
from tolok.registry.models.corrections import Decision

pytestmark = pytest.mark.django_db

WHY = "Sesuai dokumen kontrak."


@pytest.fixture
def year(package):
    return make_year(package.agency, package.year)


def close(year):
    FiscalYear.objects.update(status=FiscalYear.Status.CLOSED, closed_at=timezone.now())


def test_a_correction_in_an_open_year_leaves_no_trace_of_lateness(package, year, sari, budi):
    accept(propose_correction(package, "nilai_kontrak", "900", reason=WHY, actor=sari), actor=budi)

    assert not LateChange.objects.exists()


def test_a_correction_after_the_lock_is_named_with_its_reason(package, year, sari, budi):
    make_period(year, "TW2", locked_at=timezone.now())
    proposed = propose_correction(package, "nilai_kontrak", "900", reason=WHY, actor=sari)

    accept(proposed, actor=budi)

    late = LateChange.objects.get()
    assert (late.period.code, late.made_by) == ("TW2", budi)
    assert WHY in late.reason


def test_a_closed_year_takes_no_correction_kp_04(package, year, sari, budi):
    proposed = propose_correction(package, "nilai_kontrak", "900", reason=WHY, actor=sari)
    close(year)

    with pytest.raises(RefusedError) as refusal:
        accept(proposed, actor=budi)

    assert refusal.value.problems[0].rule == "KP-04"
    assert Correction.objects.get().decision == Decision.PENDING
    assert Package.objects.get().contract_value == 9000


def test_an_import_is_not_taken_back_in_a_closed_year(package, year):
    close(year)

    with pytest.raises(RefusedError) as refusal:
        undo_import(Import.objects.get())

    assert refusal.value.problems[0].rule == "KP-04"
    assert Package.objects.exists()


def test_an_import_after_the_lock_is_named_and_into_a_closed_year_refused(year, bring):
    make_period(year, "TW1", locked_at=timezone.now())

    bring({"SPSE-TenderPengumuman": [{"nama_paket": "Lain"}]})

    assert LateChange.objects.get().what == "Impor berkas"
    close(year)
    with pytest.raises(RefusedError) as refusal:
        bring({"SPSE-TenderPengumuman": [{"nama_paket": "Baru"}]})
    assert refusal.value.problems[0].rule == "KP-04"
