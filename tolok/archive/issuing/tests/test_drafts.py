import dataclasses

import pytest

from tolok.archive.issuing.about import sha256_of
from tolok.archive.issuing.actions import About, discard_draft, draft_paper
from tolok.archive.models import Paper
from tolok.archive.testing import drafted, make_paper
from tolok.core.problem import RefusedError
from tolok.core.testing import rules_of
from tolok.core.verification import read_code
from tolok.cycle.testing import make_year
from tolok.documents.catalogue import document
from tolok.documents.facts import facts_from_json
from tolok.organisation.testing import make_agency, make_work_unit
from tolok.people.testing import make_user
from tolok.trail.models import AuditEntry

LIST = About("Daftar hadir")
pytestmark = pytest.mark.django_db


def draft(facts=None, about=LIST, code="HADIR"):
    facts = facts or document(code).example()
    return draft_paper(code, facts, year=make_year(), about=about, actor=make_user())


def test_a_draft_keeps_its_facts_and_carries_no_code_yet():
    paper = draft()

    assert facts_from_json(document("HADIR"), paper.facts).issue.status == "konsep"
    assert paper.facts["issue"]["code"] == ""
    assert paper.facts_sha256 == sha256_of(paper.facts)
    assert read_code(paper.code) == paper.code
    assert AuditEntry.objects.get().event == "archive.draft_paper"


def test_a_draft_about_the_same_thing_is_updated_not_doubled():
    first = draft()
    facts = dataclasses.replace(document("HADIR").example(), signers=())

    again = draft(facts, About("Judul baru"))
    other = draft(about=About("Daftar hadir", subject="rapat-2"))

    assert (again.pk, again.code) == (first.pk, first.code)
    assert (again.title, again.facts["signers"]) == ("Judul baru", [])
    assert other.pk != first.pk


def test_facts_may_come_as_json_and_are_checked():
    wrong = document("HADIR").example_json() | {"asing": 1}

    with pytest.raises(RefusedError) as refusal:
        draft(wrong)

    assert rules_of(refusal) == {"DK-02"}
    assert not Paper.objects.exists()


def test_signs_that_a_database_cannot_hold_are_shown_as_a_replacement():
    facts = document("PIAGAM").example_json()
    facts["number"] = "A\0\ud800/1"

    assert draft(facts, code="PIAGAM").facts["number"] == "A\ufffd\ufffd/1"


@pytest.mark.parametrize("status", [Paper.Status.ISSUED, Paper.Status.WAITING])
def test_what_has_left_the_house_is_corrected_not_drafted_again(status):
    make_paper(status=status)

    with pytest.raises(RefusedError) as refusal:
        draft()

    assert rules_of(refusal) == {"NK-01"}


def test_what_was_voided_may_be_drafted_anew():
    make_paper(status=Paper.Status.VOIDED)

    assert draft().status == Paper.Status.DRAFT


@pytest.mark.parametrize(
    "about",
    [About(" "), About("x" * 301), About("x", period="x" * 11), About("x", subject="x" * 101)],
)
def test_a_draft_says_what_it_is_about(about):
    with pytest.raises(RefusedError) as refusal:
        draft(about=about)

    assert rules_of(refusal) == {"NK-08"}


def test_a_unit_of_another_agency_is_refused():
    foreign = make_work_unit(make_agency("X202"))

    with pytest.raises(RefusedError) as refusal:
        draft(about=About("Daftar hadir", unit=foreign))

    assert rules_of(refusal) == {"NK-08"}


def test_a_draft_may_be_thrown_away():
    discard_draft(drafted(), actor=make_user())

    assert not Paper.objects.exists()
    assert AuditEntry.objects.first().event == "archive.discard_draft"


def test_an_issued_paper_is_not_thrown_away():
    paper = make_paper(status=Paper.Status.ISSUED)

    with pytest.raises(RefusedError) as refusal:
        discard_draft(paper, actor=make_user())

    assert rules_of(refusal) == {"NK-02"}
