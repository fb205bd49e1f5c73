"""The plan and the year's run move together: conditions of tasks, and tasks its deeds complete."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tolok.core.problem import RefusedError
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.planning.actions.deciders import OnPaper
from tolok.planning.actions.deciding import approve_plan, return_plan, settle_note, submit_plan
from tolok.planning.actions.fields import save_fields
from tolok.planning.actions.opening import new_version
from tolok.planning.models import Note, PlanVersion
from tolok.planning.testing import coordinator_of, make_plan
from tolok.scans.examine import Scan
from tolok.workflow.actions import close_note, complete_task, start_run, undo_last
from tolok.workflow.models import PaperDecision, Task, TaskNote
from tolok.workflow.testing import do, make_run, task_at

pytestmark = pytest.mark.django_db
SCAN = Scan("disposisi.pdf", "a" * 64, 1000, "application/pdf")


@pytest.fixture
def run(plan):
    """The year at KT1.ii."""
    year = plan.plan.year
    year.starts_at_step = "KT1.ii"
    year.save()
    return start_run(year, actor=None)


@pytest.fixture
def submitted(plan, run):
    submit_plan(plan, actor=coordinator_of(plan))
    plan.refresh_from_db()
    return plan


def waiting(run):
    return list(Task.objects.filter(run=run).ready().values_list("step", flat=True))


def test_a_task_is_done_only_when_its_part_of_the_plan_is(plan, run):
    plan.goals.all().delete()

    with pytest.raises(RefusedError) as refusal:
        complete_task(task_at(run, "KT1.ii"), actor=coordinator_of(plan))

    assert [problem.rule for problem in refusal.value.problems] == ["RN-01"]


def test_without_a_plan_the_task_says_where_to_begin(agency):
    run = make_run(agency, 2026, at="KT1.ii")

    with pytest.raises(RefusedError) as refusal:
        do(run, "KT1.ii")

    assert refusal.value.problems[0].rule == "RN-44"


def test_presenting_completes_what_was_written(run, submitted):
    assert waiting(run) == ["KT1.vi"]


def test_the_decision_is_taken_on_the_plans_own_page(run, submitted, leader):
    with pytest.raises(RefusedError) as refusal:
        complete_task(task_at(run, "KT1.vi"), actor=leader, outcome="approved")
    assert refusal.value.problems[0].rule == "RN-44"

    approve_plan(submitted, sha256=submitted.content_sha256, actor=leader)

    assert waiting(run) == ["KT1.vii"]


def test_a_return_goes_back_with_the_notes_and_comes_again(run, submitted, leader):
    return_plan(
        submitted,
        sha256=submitted.content_sha256,
        reason="Lengkapi.",
        notes={"W1.source": "Sebutkan e-kontrak."},
        actor=leader,
    )

    assert waiting(run) == ["KT1.ii"]
    assert TaskNote.objects.get().about == "W1.source"
    with pytest.raises(RefusedError) as refusal:
        close_note(TaskNote.objects.get(), answer="Sudah.", actor=coordinator_of(submitted))
    assert refusal.value.problems[0].rule == "TG-20"
    settle_note(Note.objects.get(), actor=coordinator_of(submitted))
    assert not TaskNote.objects.get().is_open
    submit_plan(submitted, actor=coordinator_of(submitted))
    assert waiting(run) == ["KT1.vi"]


def test_the_task_that_comes_again_shows_what_changed_in_the_plan(client, run, submitted, leader):
    return_plan(submitted, sha256=submitted.content_sha256, reason="Lengkapi.", actor=leader)
    author = coordinator_of(submitted)
    client.force_login(author)
    nothing = client.get(task_at(run, "KT1.ii").get_absolute_url())

    w1 = submitted.indicators.get(code="W1")
    save_fields(w1, {"source": "SPSE; e-kontrak"}, {}, actor=author)
    submit_plan(submitted, actor=author)
    again = client.get(task_at(run, "KT1.vi").get_absolute_url()).content.decode()

    assert "Belum ada yang berubah" in nothing.content.decode()
    assert "SPSE; e-kontrak" in again
    assert "Lengkapi." in again


def test_when_the_run_refuses_nothing_is_approved(run, submitted):
    """Whoever did the steps may not decide, though no author of the plan's rows."""
    other = make_user(Role.KETUA_TIM, submitted.agency)
    Task.objects.filter(run=run, step="KT1.v").update(done_by=other)

    with pytest.raises(RefusedError) as refusal:
        approve_plan(submitted, sha256=submitted.content_sha256, actor=other)

    assert refusal.value.problems[0].rule == "TG-07"
    assert PlanVersion.objects.get().status == "diajukan"


def test_a_decision_on_paper_moves_the_run_too(run, submitted, leader):
    today = timezone.localdate()
    Task.objects.filter(run=run, step="KT1.vi").update(starts=today - timedelta(days=1))
    paper = OnPaper(today, SCAN, coordinator_of(submitted))

    approve_plan(submitted, sha256=submitted.content_sha256[:12], actor=leader, paper=paper)

    decision = PaperDecision.objects.get()
    assert (decision.signer, decision.version_code) == (
        leader.name, submitted.content_sha256[:12],
    )  # fmt: skip
    assert waiting(run) == ["KT1.vii"]


def test_under_the_jayawijaya_sop_presenting_is_a_step_of_its_own(agency):
    version = make_plan(agency, sop="jayawijaya-2020")
    run = start_run(version.plan.year, actor=None)
    author, leader = coordinator_of(version), make_user(Role.PIMPINAN, agency)

    submit_plan(version, actor=author)
    version.refresh_from_db()
    assert waiting(run) == ["JW6"]
    approve_plan(version, sha256=version.content_sha256, actor=leader)

    assert waiting(run) == ["JW7"]


def test_a_page_of_the_plan_says_the_deadline_of_its_task(client, plan, run):
    client.force_login(coordinator_of(plan))

    for page in ("", "tujuan/", "area/", "versi/"):
        assert "Batas waktu" in client.get(f"/rencana/{page}").content.decode(), page
    assert "Batas waktu" not in client.get("/rencana/target/").content.decode()


def test_what_was_decided_or_waits_on_the_plans_pages_is_not_undone_beside_them(
    run, submitted, leader
):
    author = coordinator_of(submitted)

    with pytest.raises(RefusedError) as waiting_refusal:
        undo_last(done_at(run, "KT1.v"), actor=author, reason="Keliru")
    approve_plan(submitted, sha256=submitted.content_sha256, actor=leader)
    with pytest.raises(RefusedError) as decided_refusal:
        undo_last(done_at(run, "KT1.vi"), actor=author, reason="Keliru")

    for refusal in (waiting_refusal, decided_refusal):
        assert refusal.value.problems[0].rule == "RN-46"


def done_at(run, step):
    return Task.objects.done().get(run=run, step=step)


def test_a_later_version_waits_in_the_leaders_inbox_without_a_task(client, run, submitted, leader):
    client.force_login(leader)
    assert "menunggu keputusan Anda" not in client.get("/tugas/").text  # the task says it
    approve_plan(submitted, sha256=submitted.content_sha256, actor=leader)
    author = coordinator_of(submitted)
    later = new_version(submitted.plan, reason="APBD perubahan", valid_from=3, actor=author)
    submit_plan(later, actor=author)

    assert "versi 2 menunggu keputusan Anda" in client.get("/tugas/").text
    client.force_login(author)
    assert "menunggu keputusan Anda" not in client.get("/tugas/").text
