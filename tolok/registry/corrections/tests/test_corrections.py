"""A correction takes two persons; it is applied in the snapshot and never touches the import."""

import json

import duckdb
import pytest

from tolok.core.problem import RefusedError
from tolok.registry.corrections.actions import (
    accept,
    propose_correction,
    published_value,
    refuse,
    withdraw,
)
from tolok.registry.corrections.tests.conftest import TENFOLD
from tolok.registry.models import Correction, Finding, Package
from tolok.registry.models.corrections import Decision
from tolok.registry.snapshots import current
from tolok.registry.store import kept_file
from tolok.scans.examine import examine
from tolok.scans.testing import pdf
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

VALUE = ("nilai_kontrak", "nilai_kontrak_terendah", "nilai_kontrak_tertinggi")
WHY = "Sesuai dokumen kontrak."


def test_a_proposed_correction_waits_and_its_fact_lies_between_both_values(package, sari):
    Finding.objects.update(status=Finding.Status.RIGHT)

    correction = propose_correction(package, "nilai_kontrak", "Rp 905,00", reason=WHY, actor=sari)

    assert correction.decision == Decision.PENDING
    assert (correction.published, correction.value) == ("9000.00", "905.00")
    assert in_snapshot(package, *VALUE) == (9000, 905, 9000)
    assert Package.objects.get().contract_value == 9000


def test_an_accepted_correction_is_in_the_snapshot_and_the_package_and_ends_the_doubt(
    package, sari, budi
):
    correction = propose_correction(package, "nilai_kontrak", "900", reason=WHY, actor=sari)

    accepted = accept(correction, actor=budi, reason="Cocok.")

    assert (accepted.decision, accepted.decided_by) == (Decision.ACCEPTED, budi)
    assert in_snapshot(package, *VALUE) == (900, None, None)
    assert Package.objects.get().contract_value == 900
    finding = Finding.objects.get(rule="P-01")
    assert (finding.status, finding.decided_by) == (Finding.Status.CORRECTED, budi)
    assert published_value(package, "nilai_kontrak") == "9000.00", "the import is as it was"


def test_a_refused_correction_leaves_value_and_doubt_as_they_were(package, sari, budi):
    before = current(package.agency, package.year).sha256
    correction = propose_correction(package, "nilai_kontrak", "900", reason=WHY, actor=sari)

    refuse(correction, actor=budi, reason="Bukan dokumen yang benar.")

    assert current(package.agency, package.year).sha256 == before
    assert Finding.objects.get(rule="P-01").status == Finding.Status.OPEN


def test_one_may_take_back_what_one_proposed_and_propose_anew(package, sari):
    correction = propose_correction(package, "nilai_kontrak", "90", reason=WHY, actor=sari)

    withdraw(correction, actor=sari)

    assert propose_correction(package, "nilai_kontrak", "900", reason=WHY, actor=sari).pk


def test_ending_an_accepted_correction_brings_value_and_doubt_back(package, sari, budi):
    before = current(package.agency, package.year).sha256
    correction = propose_correction(package, "nilai_kontrak", "900", reason=WHY, actor=sari)
    accept(correction, actor=budi)

    withdraw(correction, actor=budi, reason="Sumber sudah benar.")

    assert Package.objects.get().contract_value == 9000
    assert current(package.agency, package.year).sha256 == before
    finding = Finding.objects.get(rule="P-01")
    assert (finding.status, finding.decided_by) == (Finding.Status.OPEN, None)


def test_k01_only_facts_marked_as_editable_are_corrected(package, sari):
    for field in ("kd_satker", "nilai_kontrak_terendah", "apa saja", ""):
        assert rule_of(package, field, "1", actor=sari) == "K-01"


def test_k02_a_choice_is_one_of_the_choices(package, sari):
    assert rule_of(package, "status", "beres", actor=sari) == "K-02"
    assert propose_correction(package, "status", "gagal", reason=WHY, actor=sari).value == "gagal"


def test_k03_a_reason_must_be_given(package, sari, budi):
    assert rule_of(package, "nilai_kontrak", "900", actor=sari, reason="  ") == "K-03"
    correction = propose_correction(package, "nilai_kontrak", "900", reason=WHY, actor=sari)
    with pytest.raises(RefusedError) as refusal:
        refuse(correction, actor=budi, reason="")
    assert refusal.value.problems[0].rule == "K-03"


def test_k04_what_is_already_so_or_already_proposed(package, sari, budi):
    assert rule_of(package, "nilai_kontrak", "9.000,00", actor=sari) == "K-04"
    propose_correction(package, "nilai_kontrak", "900", reason=WHY, actor=sari)

    assert rule_of(package, "nilai_kontrak", "905", actor=budi) == "K-04"
    assert Correction.objects.count() == 1


def test_k05_ones_own_proposal_is_decided_by_somebody_else(package, sari, budi):
    correction = propose_correction(package, "nilai_kontrak", "900", reason=WHY, actor=sari)

    for decide in (accept, refuse):
        with pytest.raises(RefusedError) as refusal:
            decide(correction, actor=sari, reason="x")
        assert refusal.value.problems[0].rule == "K-05"
    with pytest.raises(RefusedError) as refusal:
        withdraw(correction, actor=budi)
    assert refusal.value.problems[0].rule == "K-05"
    accept(correction, actor=budi)
    with pytest.raises(RefusedError) as refusal:
        withdraw(correction, actor=sari)
    assert refusal.value.problems[0].rule == "K-05"


def test_k06_nothing_is_decided_twice(package, sari, budi):
    correction = propose_correction(package, "nilai_kontrak", "900", reason=WHY, actor=sari)
    refuse(correction, actor=budi, reason="Tidak.")

    for decide in (accept, refuse, withdraw):
        with pytest.raises(RefusedError) as refusal:
            decide(correction, actor=budi, reason="Ya.")
        assert refusal.value.problems[0].rule == "K-06"


def test_a_missing_fact_may_be_completed_and_finishes_the_contract(package, sari, budi):
    assert not Package.objects.get().contract_done

    correction = propose_correction(package, "tgl_bast", "10-10-2025", reason=WHY, actor=sari)
    assert in_snapshot(package, "tgl_bast_terendah") == (None,), "missing, not disputed"
    accept(correction, actor=budi)

    assert Package.objects.get().contract_done
    assert in_snapshot(package, "kontrak_selesai") == (True,)


def test_a_fact_may_be_emptied_for_it_was_never_so(package, sari, budi):
    correction = propose_correction(package, "nilai_kontrak", "", reason=WHY, actor=sari)
    accept(correction, actor=budi)

    assert in_snapshot(package, "nilai_kontrak") == (None,)
    assert Package.objects.get().contract_value is None


def test_a_correction_survives_another_import_and_says_when_its_source_moved(
    package, bring, sari, budi
):
    """P-18, quirk 18."""
    accept(propose_correction(package, "nilai_kontrak", "900", reason=WHY, actor=sari), actor=budi)

    bring({"SPSE-TenderPengumuman": [{"nama_paket": "Gedung baru"}]})
    assert Package.objects.get().contract_value == 900
    assert not Finding.objects.filter(rule="P-18").exists()
    assert Finding.objects.get(rule="P-01").status == Finding.Status.CORRECTED

    bring(
        {
            "SPSE-TenderSelesaiNilai": [{"nilai_kontrak": 950, "nilai_penawaran": 900}],
        }
    )
    assert Package.objects.get().contract_value == 900
    moved = Finding.objects.get(rule="P-18")
    assert (moved.status, moved.package_code) == (Finding.Status.OPEN, "1")
    assert "950.00" in moved.message


def test_p18_goes_when_the_correction_ends_and_so_does_the_doubt_it_had_settled(
    package, bring, sari, budi
):
    correction = propose_correction(package, "nilai_kontrak", "900", reason=WHY, actor=sari)
    accept(correction, actor=budi)
    bring(TENFOLD | {"SPSE-TenderSelesaiNilai": [{"nilai_kontrak": 900, "nilai_penawaran": 900}]})

    withdraw(correction, actor=budi, reason="Sumber sudah dibetulkan.")

    assert {
        finding.rule: finding.status
        for finding in Finding.objects.filter(rule__in=["P-01", "P-18"])
    } == {"P-01": Finding.Status.GONE, "P-18": Finding.Status.GONE}


def test_p18_is_raised_when_the_source_moved_while_the_correction_waited(
    package, bring, sari, budi
):
    correction = propose_correction(package, "nilai_kontrak", "900", reason=WHY, actor=sari)
    bring({"SPSE-TenderSelesaiNilai": [{"nilai_kontrak": 950, "nilai_penawaran": 900}]})

    accept(correction, actor=budi)

    assert Finding.objects.get(rule="P-18").status == Finding.Status.OPEN


def test_a_correction_of_a_package_that_vanished_waits_for_it(package, bring, sari, budi):
    accept(propose_correction(package, "nilai_kontrak", "900", reason=WHY, actor=sari), actor=budi)

    bring({"SPSE-TenderPengumuman": [{"kd_tender": "99", "kd_pkt_dce": "9"}]})
    assert Package.objects.get().code == "9"

    bring({"SPSE-TenderPengumuman": [{}]})
    assert Package.objects.get().contract_value == 900


def test_evidence_is_kept_by_its_bytes_under_the_name_it_had(package, sari):
    scan = examine("kontrak.pdf", [pdf()])

    correction = propose_correction(
        package,
        "nilai_kontrak",
        "900",
        reason=WHY,
        actor=sari,
        evidence=scan,
    )

    assert correction.evidence_name == "kontrak.pdf"
    assert kept_file(correction.evidence_sha256).read_bytes() == pdf()


def test_every_step_is_in_the_trail(package, sari, budi):
    correction = propose_correction(package, "nilai_kontrak", "900", reason=WHY, actor=sari)
    accept(correction, actor=budi, reason="Cocok.")
    withdraw(correction, actor=budi, reason="Keliru.")

    entries = AuditEntry.objects.filter(event__startswith="registry.").exclude(
        event="registry.import_paths"
    )
    steps = [(entry.event, entry.actor_name) for entry in entries.order_by("seq")]
    assert steps == [
        ("registry.propose_correction", sari.name),
        ("registry.accept", budi.name),
        ("registry.withdraw", budi.name),
    ]
    proposed, accepted, _ = (json.loads(entry.after) for entry in entries.order_by("seq"))
    assert proposed == {
        "kolom": "nilai_kontrak",
        "semula": "9000.00",
        "menjadi": "900.00",
        "alasan": WHY,
    }
    assert "9000.00 → 900.00" in accepted["usul"]


def rule_of(package, field, text, *, actor, reason=WHY):
    with pytest.raises(RefusedError) as refusal:
        propose_correction(package, field, text, reason=reason, actor=actor)
    (problem,) = refusal.value.problems
    return problem.rule


def in_snapshot(package, *fields):
    path = current(package.agency, package.year).path
    columns = ", ".join(fields)
    query = f"SELECT {columns} FROM read_parquet($path) WHERE kd_paket = $code"
    (row,) = duckdb.execute(query, {"path": str(path), "code": package.code}).fetchall()
    return row
