from dataclasses import replace
from datetime import date

import pytest

from tolok.archive.issuing.actions import issue_paper
from tolok.archive.models import Paper
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_work_unit
from tolok.outreach.circular.actions import issue_circular, save_circular
from tolok.outreach.circular.facts import circular_facts
from tolok.outreach.circular.standing import Standing
from tolok.outreach.circular.testing import WORDING
from tolok.outreach.circular.tests.refusing import refuses
from tolok.people.models import Office, Role
from tolok.people.testing import make_office, make_person, make_user
from tolok.planning.actions.deciding import submit_plan
from tolok.planning.testing import coordinator_of, make_approved_plan, make_plan
from tolok.workflow.testing import make_run, task_at

DATED = date(2026, 1, 6)


def draft(plan):
    author = coordinator_of(plan)
    return save_circular(plan.plan.year, WORDING, actor=author), author


@pytest.mark.django_db
class TestTheDraft:
    def test_it_tells_of_areas_windows_and_who_is_asked_for_what(self):
        circular, _ = draft(make_plan())

        facts = Standing(make_year(year=2026)).draft.facts

        said = [part for point in facts["points"] for part in (point["text"], *point["parts"])]
        assert any("Infrastruktur jalan: " in one for one in said)
        assert any("(F5)" in one for one in said)
        assert [one["period"] for one in facts["schedule"]] == ["TW I", "TW II", "TW III", "TW IV"]
        assert facts["background"] == circular.opening

    def test_every_active_unit_stands_on_its_distribution_list(self):
        plan = make_plan()
        make_work_unit(plan.agency, "1.", name="Dinas Aktif", last_year=2025)
        make_work_unit(plan.agency, "2.", name="Dinas Lama", last_year=2023)

        circular, _ = draft(plan)

        assert [one.unit.name for one in circular.addressees.all()] == ["Dinas Aktif"]
        facts = circular_facts(circular, plan)
        assert [one.unit for one in facts.distribution] == ["Dinas Aktif"]

    def test_it_becomes_the_output_of_the_presentation(self):
        plan = make_plan(starts_at_step="KT1.vi")
        run = make_run(plan.agency, 2026)

        draft(plan)

        item = task_at(run, "KT1.vi").items.get(name__icontains="surat edaran")
        assert (item.met, item.paper.document) == ("draft", "F2")

    def test_it_goes_to_the_leaders_with_the_plan_as_that_stands_when_it_is_submitted(self):
        plan = make_plan(starts_at_step="KT1.v")
        run = make_run(plan.agency, 2026)
        circular, author = draft(plan)
        plan.areas.update(name="Jalan dan jembatan")

        submit_plan(plan, actor=author)

        item = task_at(run, "KT1.vi").items.get(name__icontains="surat edaran")
        assert "Jalan dan jembatan" in str(item.paper.facts["points"])
        circular.refresh_from_db()
        assert circular.plan_sha256 == plan.submissions.get().sha256

    def test_without_a_plan_there_is_nothing_to_tell(self, coordinator):
        with refuses("ED-01"):
            save_circular(make_year(year=2026), WORDING, actor=coordinator)

    def test_its_paragraphs_are_not_empty(self):
        plan = make_plan()

        with refuses("ED-04"):
            save_circular(plan.plan.year, replace(WORDING, closing=" "), actor=coordinator_of(plan))


@pytest.mark.django_db
class TestIssuing:
    def test_an_acting_leader_signs_with_the_right_title_and_number(self):
        plan = make_approved_plan()
        circular, author = draft(plan)
        chief = make_user(Role.PIMPINAN, plan.agency)
        absent = Office.objects.get(user=chief)
        stand_in = make_person("plh@contoh.id")
        make_office(stand_in, Role.PIMPINAN, plan.agency, acting="Plh.", stands_in_for=absent)

        letter = issue_circular(circular, dated=DATED, number="000.3/7/2026", actor=author)

        assert (letter.status, letter.number_text) == (Paper.Status.ISSUED, "000.3/7/2026")
        assert letter.facts["signer"]["variant"] == "Plh."
        assert letter.facts["signer"]["name"] == stand_in.name

    def test_it_waits_for_the_approval_of_the_plan_on_every_page(self):
        circular, author = draft(make_plan())
        paper = Standing(make_year(year=2026)).draft

        with refuses("ED-02"):
            issue_circular(circular, dated=DATED, actor=author)
        with refuses("ED-02"):
            issue_paper(paper, dated=DATED, actor=author)

    def test_a_draft_of_an_older_plan_does_not_leave_the_house(self):
        plan = make_approved_plan()
        circular, author = draft(plan)
        circular.plan_sha256 = "0" * 64
        circular.save()

        with refuses("ED-03"):
            issue_paper(Standing(plan.plan.year).draft, dated=DATED, actor=author)

    def test_what_is_out_is_corrected_in_the_archive(self):
        plan = make_approved_plan()
        circular, author = draft(plan)
        issue_circular(circular, dated=DATED, actor=author)

        with refuses("NK-01"):
            draft(plan)
