"""T19: nothing is dated back. The server's moment counts, by the clock on the unit's own wall."""

from datetime import date, datetime, time, timedelta

import pytest

from tolok.core.problem import RefusedError
from tolok.core.zones import Zone
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.workflow import activities
from tolok.workflow.actions import OnPaper, record_paper_decision, set_due
from tolok.workflow.models import Task
from tolok.workflow.testing import AFile, do, make_run, task_at

pytestmark = pytest.mark.django_db

ONE_MINUTE_BEFORE, ONE_MINUTE_AFTER = timedelta(minutes=-1), timedelta(minutes=1)
DUE = date(2025, 2, 4)  # the last day of KT1, begun on 6 January


@pytest.fixture(autouse=True)
def no_phases(monkeypatch):
    """The rooms above say when their activities are done; here only the SOP speaks."""
    monkeypatch.setattr(activities, "_conditions", {})


def midnight_after(day, zone):
    return datetime.combine(day + timedelta(days=1), time(), zone.tz)


def begun_in(zone, clock, **fields):
    clock(datetime(2025, 1, 6, 9, tzinfo=zone.tz))
    return make_run(make_agency(time_zone=zone.name), **fields)


@pytest.mark.parametrize("zone", Zone)
@pytest.mark.parametrize(("when", "late"), [(ONE_MINUTE_BEFORE, 0), (ONE_MINUTE_AFTER, 1)])
def test_a_deadline_ends_at_the_units_own_midnight(zone, when, late, clock):
    run = begun_in(zone, clock)
    assert task_at(run, "KT1.i").due == DUE

    clock(midnight_after(DUE, zone) + when)
    done = do(run, "KT1.i")

    told = done.deviations.filter(kind="time").values_list("actual", flat=True)
    assert len(told) == late
    assert all("terlambat 1 hari" in one for one in told)


@pytest.mark.parametrize("zone", Zone)
def test_a_decision_on_paper_bears_no_day_that_has_not_come_there_tg_12(zone, clock):
    run = begun_in(zone, clock, at="KT1.vi")
    signed_on, coordinator = date(2025, 1, 7), make_user(Role.COORDINATOR, run.agency)
    sheet = OnPaper("approved", "Budi", "Ketua Tim", signed_on, AFile())
    its_morning = midnight_after(date(2025, 1, 6), zone)

    clock(its_morning + ONE_MINUTE_BEFORE)
    with pytest.raises(RefusedError) as refusal:
        record_paper_decision(task_at(run, "KT1.vi"), sheet, actor=coordinator)
    clock(its_morning + ONE_MINUTE_AFTER)
    decision = record_paper_decision(task_at(run, "KT1.vi"), sheet, actor=coordinator)

    assert [one.rule for one in refusal.value.problems] == ["TG-12"]
    assert decision.task.done_at == its_morning + ONE_MINUTE_AFTER


@pytest.mark.parametrize("zone", Zone)
def test_nor_a_day_before_the_task_was_there_tg_12(zone, clock):
    run = begun_in(zone, clock, at="KT1.vi")
    sheet = OnPaper("approved", "Budi", "Ketua Tim", date(2025, 1, 5), AFile())

    with pytest.raises(RefusedError, match="tidak mungkin"):
        record_paper_decision(
            task_at(run, "KT1.vi"), sheet, actor=make_user(Role.COORDINATOR, run.agency)
        )


def test_no_deadline_is_moved_before_its_task_began_tg_17(clock):
    run = begun_in(Zone.WIT, clock, sop="jayawijaya-2020")
    coordinator = make_user(Role.COORDINATOR, run.agency)

    with pytest.raises(RefusedError) as refusal:
        set_due(task_at(run, "JW1"), date(2025, 1, 5), actor=coordinator)

    assert refusal.value.problems[0].rule == "TG-17"
    assert Task.objects.get().due is None
