from datetime import date

import pytest

from tolok.archive.issuing.actions import correct_paper, issue_paper, void_paper
from tolok.archive.models import LetterNumber, Paper
from tolok.archive.numbers.actions import given_number
from tolok.archive.testing import DATED, make_paper
from tolok.core.problem import RefusedError
from tolok.core.testing import rules_of
from tolok.documents.catalogue import document
from tolok.organisation.testing import make_agency
from tolok.people.testing import make_user
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db
Status = Paper.Status


def corrected(old, place="Kota Lain"):
    facts = document("HADIR").example_json()
    facts["signed"]["place"] = place
    return correct_paper(old, facts, reason="nama keliru", actor=make_user())


def test_a_voided_paper_and_its_number_stay_and_say_why():
    number = given_number(make_agency(), "1/2025", DATED, actor=None)
    paper = make_paper("F1", Status.ISSUED, number=number)

    void_paper(paper, reason=" batal ", actor=make_user())

    paper.refresh_from_db()
    assert (paper.status, paper.reason) == (Status.VOIDED, "batal")
    assert LetterNumber.objects.voided().get().void_reason == "batal"
    assert AuditEntry.objects.get().event == "archive.void_paper"


def test_the_corrected_paper_counts_until_the_new_one_leaves_the_house():
    old = make_paper(status=Status.SIGNED)

    new = corrected(old)
    assert Paper.objects.get(pk=old.pk).status == Status.SIGNED
    new = issue_paper(new, dated=date(2025, 4, 1), actor=make_user())

    old.refresh_from_db()
    assert (old.status, old.reason) == (Status.REPLACED, "nama keliru")
    assert (new.status, new.replaces) == (Status.ISSUED, old)
    assert new.code != old.code
    assert old.facts["signed"]["place"] != "Kota Lain"


def test_a_correction_that_is_being_drafted_gets_the_new_facts():
    old = make_paper(status=Status.ISSUED)

    first, second = corrected(old), corrected(old, "Kota Ketiga")

    assert first.pk == second.pk
    assert second.facts["signed"]["place"] == "Kota Ketiga"


@pytest.mark.parametrize("deed", [void_paper, corrected])
def test_a_draft_is_neither_voided_nor_corrected(deed):
    with pytest.raises(RefusedError) as refusal:
        deed(make_paper(), **({"reason": "x", "actor": None} if deed is void_paper else {}))

    assert rules_of(refusal) == {"NK-02"}


def test_both_need_a_reason():
    paper = make_paper(status=Status.ISSUED)

    with pytest.raises(RefusedError) as voided:
        void_paper(paper, reason=" ", actor=None)
    with pytest.raises(RefusedError) as replaced:
        correct_paper(paper, paper.facts, reason="", actor=None)

    assert rules_of(voided) == rules_of(replaced) == {"NK-04"}
