"""Setting a year out on its SOP, and the dates of its tasks."""

from datetime import date

import pytest

from tolok.core.problem import RefusedError
from tolok.core.testing import rules_of
from tolok.cycle.models import FiscalYear
from tolok.cycle.testing import make_year
from tolok.people.models import Role
from tolok.workflow.actions import publish_sop, set_due, start_run
from tolok.workflow.models import Run, SopVersion, Task
from tolok.workflow.testing import do, make_run, spoiled, task_at


def test_a_year_sets_out_at_the_first_step_of_its_sop(coordinator):
    run = make_run()

    assert [task.step for task in run.tasks.ready()] == ["KT1.i"]
    assert run.sop.agency is None


def test_a_year_sets_out_once_tg_01(coordinator):
    run = make_run()

    with pytest.raises(RefusedError) as refusal:
        start_run(run.fiscal_year, actor=coordinator)

    assert rules_of(refusal) == {"TG-01"}


def test_a_year_without_an_sop_does_not_set_out_tg_02(coordinator):
    with pytest.raises(RefusedError) as refusal:
        start_run(make_year(sop=""), actor=coordinator)

    assert rules_of(refusal) == {"TG-02"}


def test_a_year_still_being_prepared_does_not_set_out_tg_15(coordinator):
    year = make_year(status=FiscalYear.Status.PREPARING, opened_at=None)

    with pytest.raises(RefusedError) as refusal:
        start_run(year, actor=coordinator)

    assert rules_of(refusal) == {"TG-15"}


def test_a_year_opened_at_a_later_step_shows_what_was_done_outside(coordinator):
    run = make_run(at="KT5")

    assert {task.step for task in run.tasks.ready()} == {"KT4.ii", "KT5"}
    assert run.tasks.filter(status=Task.Status.SKIPPED).count() == 10


def test_the_steps_of_kt1_share_thirty_days_from_the_years_first(coordinator, moment):
    moment(date(2025, 1, 2))
    run = make_run(starts_on=date(2025, 1, 2))

    do(run, "KT1.i")
    moment(date(2025, 1, 20))
    do(run, "KT1.ii")

    assert {task.due for task in run.tasks.all()} == {date(2025, 1, 31)}


def test_the_socialisation_is_due_three_days_after_the_circular(coordinator, moment):
    moment(date(2025, 2, 3))
    run = make_run(at="KT1.vii")
    do(run, "KT1.vii")

    assert task_at(run, "KT2").due == date(2025, 2, 6)
    assert task_at(run, "KT4.i").due == date(2025, 12, 31)


def test_rounds_have_the_units_own_windows(coordinator):
    run = make_run(at="KT5")

    first = task_at(run, "KT5")

    assert (first.round, first.starts, first.due) == (1, date(2025, 5, 1), date(2025, 5, 30))


def test_a_step_without_a_time_has_no_clock_until_the_unit_sets_a_date(coordinator, moment):
    moment(date(2025, 1, 6))
    run = make_run(sop="jayawijaya-2020")
    task = task_at(run, "JW1")

    dated = set_due(task, date(2025, 2, 1), actor=coordinator)

    assert task.due is None
    assert dated.due == date(2025, 2, 1)


def test_a_standard_time_is_not_set_aside_tg_17(coordinator):
    run = make_run(at="KT1.ii")

    with pytest.raises(RefusedError) as refusal:
        set_due(task_at(run, "KT1.ii"), date(2030, 1, 1), actor=coordinator)

    assert rules_of(refusal) == {"TG-17"}


def test_an_agencys_own_sop_is_published_and_run(coordinator):
    agency = coordinator.offices.get().agency
    own = spoiled('name="code" value="kaltim-2024"', 'name="code" value="sop-kami"')

    published = publish_sop(own, agency=agency, actor=coordinator)
    run = start_run(make_year(agency, sop="sop-kami"), actor=coordinator)

    assert run.sop == published
    assert run.definition.code == "sop-kami"


def test_a_published_version_is_immutable_and_running_years_stay_on_theirs_tg_16(coordinator):
    agency = coordinator.offices.get().agency
    own = spoiled('name="code" value="kaltim-2024"', 'name="code" value="sop-kami"')
    publish_sop(own, agency=agency, actor=coordinator)
    run = start_run(make_year(agency, sop="sop-kami"), actor=coordinator)

    with pytest.raises(RefusedError) as refusal:
        publish_sop(own.replace(b"P45D", b"P90D"), agency=agency, actor=coordinator)
    newer = own.replace(b"P45D", b"P90D").replace(b'value="2024"', b'value="2025"')
    publish_sop(newer, agency=agency, actor=coordinator)

    assert rules_of(refusal) == {"TG-16"}
    assert str(Run.objects.get(pk=run.pk).definition.step("KT6").duration) == "P45D"


def test_a_faulty_sop_is_not_published(coordinator):
    agency = coordinator.offices.get().agency

    with pytest.raises(RefusedError) as refusal:
        publish_sop(spoiled("P45D", "lama"), agency=agency, actor=coordinator)

    assert rules_of(refusal) == {"BP-15"}
    assert not SopVersion.objects.exists()


def test_who_waits_for_whom_is_told_from_the_inbox(coordinator, head):
    run = make_run(at="KT1.vi")
    mine = Task.objects.for_offices(head, [Role.KETUA_TIM], date(2025, 1, 6))

    assert [task.step for task in mine] == ["KT1.vi"]
    assert [one.step for one in Task.objects.of_others(coordinator, [Role.COORDINATOR])] == [
        "KT1.vi"
    ]
    assert run.tasks.ready().count() == 1
