"""Declaring a fact right, keeping a package out of an indicator, deciding many at once."""

import pytest

from tolok.core.problem import RefusedError
from tolok.registry.corrections.actions import (
    accept,
    mark_right,
    propose_exclusion,
    refuse,
    withdraw,
)
from tolok.registry.corrections.bulk import mark_all_right
from tolok.registry.corrections.effect import disputes_in_force
from tolok.registry.models import Exclusion, Finding
from tolok.registry.models.corrections import Decision
from tolok.registry.snapshots import current
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

WHY = "Diperiksa pada dokumen kontrak."


def test_while_a_doubt_is_open_its_fact_lies_between_two_values(package):
    disputes = disputes_in_force(package.agency, package.year)

    assert [(one.field, one.lowest, one.highest) for one in disputes] == [
        ("nilai_kontrak", "900.00", "9000.00")
    ]


def test_a_fact_declared_right_is_no_longer_disputed_and_stays(package, sari):
    before = current(package.agency, package.year).sha256

    finding = mark_right(Finding.objects.get(rule="P-01"), reason=WHY, actor=sari)

    assert (finding.status, finding.decided_by) == (Finding.Status.RIGHT, sari)
    assert disputes_in_force(package.agency, package.year) == []
    assert current(package.agency, package.year).sha256 != before
    assert AuditEntry.objects.get(event="registry.mark_right").actor_name == sari.name


def test_k06_a_doubt_is_not_settled_twice(package, sari):
    finding = mark_right(Finding.objects.get(rule="P-01"), reason=WHY, actor=sari)

    assert rule_of(lambda: mark_right(finding, reason=WHY, actor=sari)) == "K-06"
    assert rule_of(lambda: mark_right(finding, reason=" ", actor=sari)) == "K-03"


def test_an_exclusion_takes_two_persons_and_ends_its_finding(package, sari, budi):
    finding = Finding.objects.get(rule="P-01")
    exclusion = propose_exclusion(package, "B1", reason=WHY, actor=sari, finding=finding)
    assert exclusion.decision == Decision.PENDING

    accept(exclusion, actor=budi)

    assert list(Exclusion.objects.accepted()) == [exclusion]
    assert Finding.objects.get(rule="P-01").status == Finding.Status.EXCLUDED
    assert disputes_in_force(package.agency, package.year) == []

    withdraw(exclusion, actor=budi, reason="Sudah jelas.")
    assert Finding.objects.get(rule="P-01").status == Finding.Status.OPEN


def test_an_exclusion_is_refused_by_the_same_rules(package, sari, budi):
    assert rule_of(lambda: propose_exclusion(package, "B1", reason="", actor=sari)) == "K-03"
    assert rule_of(lambda: propose_exclusion(package, "B 1;", reason=WHY, actor=sari)) == "K-02"
    exclusion = propose_exclusion(package, "B1", reason=WHY, actor=sari)
    assert rule_of(lambda: propose_exclusion(package, "B1", reason=WHY, actor=budi)) == "K-04"
    assert rule_of(lambda: accept(exclusion, actor=sari)) == "K-05"
    assert propose_exclusion(package, "B2", reason=WHY, actor=sari).pk

    refuse(exclusion, actor=budi, reason="Tidak perlu.")

    assert rule_of(lambda: accept(exclusion, actor=budi)) == "K-06"
    assert not Exclusion.objects.accepted().exists()


def test_many_findings_are_declared_right_with_one_reason(package, sari):
    count = Finding.objects.open().count()

    done = mark_all_right(
        Finding.objects.all(), agency=package.agency, year=2025, reason=WHY, actor=sari
    )

    assert done == count > 0
    assert not Finding.objects.open().exists()
    assert AuditEntry.objects.filter(event="registry.mark_all_right").count() == 1


def test_k09_deciding_none_is_refused(package, sari):
    none = Finding.objects.none()

    assert (
        rule_of(
            lambda: mark_all_right(none, agency=package.agency, year=2025, reason=WHY, actor=sari)
        )
        == "K-09"
    )


def rule_of(act):
    with pytest.raises(RefusedError) as refusal:
        act()
    return refusal.value.problems[0].rule
