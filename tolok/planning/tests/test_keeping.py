"""The plan's papers: looked at as drafts, given to the archive after approval."""

from datetime import date

import pytest

from tolok.archive.batches.actions import prepare_batch
from tolok.archive.batches.jobs import run_batch
from tolok.archive.issuing.actions import issue_paper
from tolok.archive.models import Paper
from tolok.core.problem import RefusedError
from tolok.core.testing import rules_of
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.planning.actions.opening import new_version
from tolok.planning.papers.keeping import BUILDERS, draft_papers, preview
from tolok.planning.testing import coordinator_of, make_approved_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def approved(agency):
    return make_approved_plan(agency)


def test_every_document_of_an_approved_plan_becomes_a_draft(approved):
    drafts = [
        paper
        for code in BUILDERS
        for paper in draft_papers(approved, code, actor=coordinator_of(approved))
    ]

    assert len(drafts) == 5 + approved.indicators.count()
    assert {paper.status for paper in drafts} == {"draft"}


def test_f3_is_issued_with_its_number(approved):
    (draft,) = draft_papers(approved, "F3", actor=coordinator_of(approved))

    paper = issue_paper(
        draft, dated=date(2026, 1, 30), number="000.3/1/B.PBJ/2026", actor=coordinator_of(approved)
    )

    assert paper.facts["number"] == "000.3/1/B.PBJ/2026"
    assert paper.status == Paper.Status.ISSUED


def test_a_draft_of_the_plan_is_no_paper_yet_but_its_slides_are(plan, coordinator):
    with pytest.raises(RefusedError) as refusal:
        draft_papers(plan, "F3", actor=coordinator)
    assert rules_of(refusal) == {"RN-41"}

    assert draft_papers(plan, "PRESENTASI", actor=coordinator)


def test_minutes_need_a_decision_and_unknown_documents_are_refused(plan, coordinator):
    for code, rule in (("BA-RENCANA", "RN-43"), ("F5", "RN-42")):
        with pytest.raises(RefusedError) as refusal:
            draft_papers(plan, code, actor=coordinator)
        assert rules_of(refusal) == {rule}
    with pytest.raises(RefusedError) as refusal:
        preview(plan, "HITUNG")
    assert rules_of(refusal) == {"RN-42"}


def test_the_next_version_has_papers_of_its_own(approved):
    actor = coordinator_of(approved)
    (first,) = draft_papers(approved, "PRESENTASI", actor=actor)
    second = new_version(approved.plan, reason="APBD perubahan", valid_from=3, actor=actor)

    (other,) = draft_papers(second, "PRESENTASI", actor=actor)

    assert first.pk != other.pk
    assert "versi 2" in other.title


class TestPages:
    def test_a_draft_is_downloaded_with_its_mark(self, client, plan):
        client.force_login(make_user(Role.KETUA_TIM, plan.agency))

        response = client.get("/rencana/naskah/PAKET-AREA/konsep/")

        assert response.headers["Content-Disposition"].startswith('attachment; filename="KONSEP-')
        assert client.get("/rencana/naskah/F5/konsep/").status_code == 404

    def test_the_coordinator_gives_it_to_the_archive(self, client, approved):
        client.force_login(coordinator_of(approved))

        response = client.post("/rencana/naskah/PAKET-AREA/draf/")

        assert response.headers["Location"] == Paper.objects.get().get_absolute_url()
        assert "Draf" in client.get("/rencana/naskah/").content.decode()

    def test_what_is_not_approved_is_refused_with_the_reason(self, client, plan):
        client.force_login(coordinator_of(plan))

        response = client.post("/rencana/naskah/F3/draf/")

        assert (response.status_code, "RN-41" in response.content.decode()) == (422, True)


def test_a_batch_drafts_the_calculation_of_every_indicator_of_the_approved_plan(approved):
    batch = prepare_batch("HITUNG", None, year=approved.plan.year, actor=None)

    run_batch(batch.pk)

    assert batch.items.made().count() == approved.indicators.count()


def test_a_batch_without_an_approved_plan_says_why(plan):
    batch = prepare_batch("HITUNG", None, year=plan.plan.year, actor=None)

    run_batch(batch.pk)

    batch.refresh_from_db()
    assert [one["rule"] for one in batch.problems] == ["RN-41"]
