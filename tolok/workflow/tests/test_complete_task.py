"""Completing tasks: what follows becomes ready, and what stands in the way is named."""

from datetime import date

import pytest

from tolok.core.problem import Problem, RefusedError
from tolok.core.testing import rules_of
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person, make_user
from tolok.trail.models import AuditEntry
from tolok.workflow import activities
from tolok.workflow.actions import Missing, Remark, complete_task, meet_requirement, return_task
from tolok.workflow.models import Run, Task, TaskNote
from tolok.workflow.testing import AFile, do, make_run, task_at


def ready(run):
    return sorted(task.label for task in run.tasks.ready())


@pytest.fixture
def planned(coordinator):
    """A year whose plan waits for its approval, written by the coordinator."""
    run = make_run()
    for step in ("KT1.i", "KT1.ii", "KT1.iii", "KT1.iv", "KT1.v"):
        do(run, step, actor=coordinator)
    return run


def test_the_next_task_is_there_in_the_same_moment(coordinator):
    run = make_run()

    done = do(run, "KT1.i", actor=coordinator)

    assert ready(run) == ["KT1.ii"]
    assert done.done_by == coordinator
    assert Run.objects.get(pk=run.pk).history == [["KT1.i", None]]


def test_what_it_needs_must_have_an_answer_tg_05(coordinator):
    run = make_run()

    with pytest.raises(RefusedError) as refusal:
        complete_task(task_at(run, "KT1.i"), actor=coordinator)

    assert [problem.rule for problem in refusal.value.problems] == ["TG-05"] * 6
    assert ready(run) == ["KT1.i"]


def test_a_phase_says_what_is_open_at_its_activity(coordinator, monkeypatch):
    monkeypatch.setattr(activities, "_conditions", {})
    open_point = Problem("TG-05", "tujuan", "Belum ada tujuan.")
    activities.register("planning:goals", open_points=lambda task: (open_point,))
    run = make_run(at="KT1.ii")

    with pytest.raises(RefusedError) as refusal:
        complete_task(task_at(run, "KT1.ii"), actor=coordinator)

    assert refusal.value.problems == (open_point,)


def test_a_phase_may_keep_its_decision_to_its_own_page(planned, head, monkeypatch):
    monkeypatch.setattr(activities, "_conditions", {})
    elsewhere = Problem("TG-05", "rencana", "Diputuskan pada halaman rencana.")
    activities.register("planning:approval", returning=lambda task: (elsewhere,))

    with pytest.raises(RefusedError) as refusal:
        return_task(task_at(planned, "KT1.vi"), actor=head, reason="Perbaiki")

    assert refusal.value.problems == (elsewhere,)


def test_an_activity_no_diagram_may_name_is_refused_when_it_is_registered():
    with pytest.raises(ValueError, match="KNOWN"):
        activities.register("planning:dreams")


def test_a_returned_plan_comes_back_with_remarks_and_is_approved_the_second_time(planned, head):
    remark = Remark("Target TW II terlalu rendah.", "indicator.B1.TW2", "B1, target TW II")

    return_task(task_at(planned, "KT1.vi"), actor=head, reason="Perlu perbaikan", remarks=[remark])

    again = task_at(planned, "KT1.ii")
    assert (again.attempt, again.returned_from.step) == (2, "KT1.vi")
    assert TaskNote.objects.of_run(planned).open().get().about == "indicator.B1.TW2"

    for step in ("KT1.ii", "KT1.iii", "KT1.iv", "KT1.v"):
        do(planned, step)
    do(planned, "KT1.vi", "approved", head)

    assert ready(planned) == ["KT1.vii"]
    outcomes = Task.objects.at("KT1.vi").values_list("attempt", "outcome")
    assert list(outcomes) == [(1, "returned"), (2, "approved")]


def test_a_return_needs_a_reason_tg_08(planned, head):
    with pytest.raises(RefusedError) as refusal:
        return_task(task_at(planned, "KT1.vi"), actor=head, reason=" ")

    assert rules_of(refusal) == {"TG-08"}


@pytest.mark.parametrize("outcome", [None, "perhaps", "__import__('os')"])
def test_a_decision_has_only_the_outcomes_of_the_diagram_tg_04(planned, head, outcome):
    with pytest.raises(RefusedError) as refusal:
        complete_task(task_at(planned, "KT1.vi"), actor=head, outcome=outcome)

    assert rules_of(refusal) == {"TG-04"}


def test_where_nothing_is_decided_there_is_no_outcome_tg_04(coordinator):
    run = make_run(at="KT1.ii")

    with pytest.raises(RefusedError) as refusal:
        complete_task(task_at(run, "KT1.ii"), actor=coordinator, outcome="approved")

    assert rules_of(refusal) == {"TG-04"}


def test_nobody_decides_on_work_of_their_own_tg_07(planned, coordinator):
    make_office(coordinator, Role.KETUA_TIM, planned.agency)

    with pytest.raises(RefusedError) as refusal:
        complete_task(task_at(planned, "KT1.vi"), actor=coordinator, outcome="approved")

    assert rules_of(refusal) == {"TG-07"}


def test_a_named_substitute_decides_for_an_author_in_the_deciding_office(planned, coordinator):
    substitute = make_user(Role.KEPALA_UKPBJ)
    make_office(coordinator, Role.KETUA_TIM, planned.agency, substitute=substitute)

    done = complete_task(task_at(planned, "KT1.vi"), actor=substitute, outcome="approved")

    assert done.done_by == substitute


def test_an_acting_officer_decides_and_both_are_in_the_trail(planned, head):
    stand_in = make_person("plh@contoh.id")
    office = head.offices.get()
    make_office(stand_in, Role.KETUA_TIM, planned.agency, acting="Plh.", stands_in_for=office)

    done = complete_task(task_at(planned, "KT1.vi"), actor=stand_in, outcome="approved")

    assert done.done_as == "Plh. Ketua Tim Kematangan"
    assert head.name in AuditEntry.objects.first().after
    with pytest.raises(RefusedError):
        complete_task(task_at(planned, "KT1.vii"), actor=head)


def test_another_offices_task_is_refused_tg_06(coordinator):
    run = make_run()
    stranger = make_user(Role.PPK)

    with pytest.raises(RefusedError) as refusal:
        complete_task(task_at(run, "KT1.i"), actor=stranger)

    assert rules_of(refusal) == {"TG-06"}


def test_the_same_office_in_another_agency_is_refused_tg_06(coordinator):
    run = make_run()
    elsewhere = make_user(Role.COORDINATOR, make_agency("D999"))

    with pytest.raises(RefusedError) as refusal:
        complete_task(task_at(run, "KT1.i"), actor=elsewhere)

    assert rules_of(refusal) == {"TG-06"}


def test_where_nobody_holds_an_office_the_coordinator_does_its_work(coordinator):
    run = make_run(at="KT6")

    assert do(run, "KT6", actor=coordinator).done_by == coordinator


@pytest.mark.both_databases
def test_of_two_who_decide_the_second_is_told_who_was_first_tg_03(planned, head):
    first, second = task_at(planned, "KT1.vi"), task_at(planned, "KT1.vi")
    complete_task(first, actor=head, outcome="approved")

    with pytest.raises(RefusedError) as refusal:
        complete_task(second, actor=head, outcome="approved")

    assert rules_of(refusal) == {"TG-03"}
    assert head.name in refusal.value.problems[0].message
    assert "Disetujui" in refusal.value.problems[0].message


def test_a_round_is_not_done_before_it_opens_tg_14(coordinator, moment):
    run = make_run(at="KT5")
    moment(date(2025, 4, 30))

    with pytest.raises(RefusedError) as refusal:
        do(run, "KT5", actor=coordinator)
    moment(date(2025, 5, 1))
    do(run, "KT5", actor=coordinator)

    assert "TG-14" in rules_of(refusal)
    assert task_at(run, "KT5").starts == date(2025, 8, 1)


def test_a_closed_year_rests_tg_15(coordinator):
    run = make_run(at="KT1.ii")
    run.fiscal_year.status, run.fiscal_year.closed_at = "closed", run.started_at
    run.fiscal_year.save()

    with pytest.raises(RefusedError) as refusal:
        complete_task(task_at(run, "KT1.ii"), actor=coordinator)

    assert rules_of(refusal) == {"TG-15"}


@pytest.mark.django_db
def test_what_one_step_brought_forth_meets_the_requirement_of_the_next(moment):
    moment(date(2026, 3, 1))
    run, processor = make_run(at="KT6"), make_user(Role.DATA_PROCESSOR)
    output = task_at(run, "KT6").items.brought_forth().first()
    meet_requirement(output, AFile("rekap.pdf"), actor=processor)
    do(run, "KT6", actor=processor)

    first, *others = task_at(run, "KT7").items.needed()

    assert (first.name, first.file_name, first.met_by) == (output.name, "rekap.pdf", processor)
    assert all(one.is_open for one in others)


@pytest.mark.django_db
def test_a_step_that_comes_again_has_what_met_it_but_not_what_was_missing(moment):
    moment(date(2026, 3, 1))
    run, processor = make_run(at="KT6"), make_user(Role.DATA_PROCESSOR)
    meet_requirement(task_at(run, "KT6").items.needed().first(), AFile(), actor=processor)
    do(run, "KT6", actor=processor)
    return_task(task_at(run, "KT7"), actor=make_user(Role.KEPALA_UKPBJ), reason="Lengkapi.")

    again = task_at(run, "KT6").items

    assert [one.is_open for one in again.needed()] == [False, True, True]
    assert all(one.is_open for one in again.brought_forth())


def test_the_whole_kaltim_year_ends_with_kt8(coordinator, head, moment):
    moment(date(2026, 3, 1))
    make_user(Role.KEPALA_UKPBJ)
    run = make_run()

    for step in ("KT1.i", "KT1.ii", "KT1.iii", "KT1.iv", "KT1.v"):
        do(run, step)
    do(run, "KT1.vi", "approved")
    for step in ("KT1.vii", "KT2", "KT3", "KT4.i", "KT4.ii", "KT5", "KT5", "KT5", "KT5", "KT6"):
        do(run, step)
    do(run, "KT7", "approved")

    assert ready(run) == []
    assert Run.objects.get(pk=run.pk).finished_at
    assert run.tasks.at("KT8").get().status == Task.Status.DONE


def test_missing_needs_are_deviations_with_their_reason(coordinator):
    run = make_run(at="KT1.i")
    for item in task_at(run, "KT1.i").items.needed():
        meet_requirement(item, Missing("Renstra belum ditetapkan", "RPJMD"), actor=coordinator)

    done = complete_task(task_at(run, "KT1.i"), actor=coordinator)

    deviation = done.deviations.first()
    assert (deviation.kind, deviation.explanation) == ("requirement", "Renstra belum ditetapkan")
