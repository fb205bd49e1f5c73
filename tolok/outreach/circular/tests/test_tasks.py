import pytest

from tolok.outreach.circular.actions import complete_circular, leave_out
from tolok.outreach.circular.tasks import open_points, undoing
from tolok.outreach.circular.testing import make_addressee, make_circular, make_letter, send
from tolok.outreach.circular.tests.refusing import refuses
from tolok.people.models import Role, User
from tolok.planning.testing import coordinator_of, make_approved_plan, make_plan
from tolok.workflow.models import Task
from tolok.workflow.testing import make_run, task_at


def rules(task):
    return [point.rule for point in open_points(task)]


@pytest.fixture
def task(db):
    """KT1.vii waits; nothing has been done for it yet."""
    plan = make_approved_plan(starts_at_step="KT1.vii")
    return task_at(make_run(plan.agency, 2026), "KT1.vii")


def test_the_step_asks_for_plan_letter_and_every_unit_in_turn(task):
    coordinator = User.objects.get(offices__role=Role.COORDINATOR)
    assert rules(task) == ["ED-21"]
    circular = make_circular(task.agency)
    make_letter(circular)
    assert rules(task) == ["ED-22"]
    one, other = make_addressee("1.", circular), make_addressee("2.", circular)
    send(one)
    assert rules(task) == ["ED-22"]

    leave_out(other, reason="Tidak mengadakan barang/jasa.", actor=coordinator)

    assert rules(task) == []
    assert complete_circular(circular, actor=coordinator).status == Task.Status.DONE


def test_the_tasks_page_shows_how_far_the_units_are(client, task):
    circular = make_circular(task.agency)
    send(make_addressee("1.", circular))
    make_addressee("2.", circular)
    client.force_login(User.objects.filter(offices__role=Role.COORDINATOR).first())

    counts = client.get(task.get_absolute_url()).context["by_unit"]

    assert {one.label: one.value for one in counts} == {
        "Penerima": 2, "Belum dikirimi": 1, "Belum menerima": 1,
        "Sudah menerima": 0, "Tidak dikirimi": 0,
    }  # fmt: skip


def test_a_plan_that_is_not_approved_keeps_it_open(db):
    plan = make_plan(starts_at_step="KT1.vii")
    task = task_at(make_run(plan.agency, 2026), "KT1.vii")

    assert rules(task) == ["ED-20"]


def test_a_letter_that_is_out_cannot_be_unsent(task):
    assert undoing(task) == ()

    make_letter(make_circular(task.agency))

    assert [point.rule for point in undoing(task)] == ["ED-23"]


def test_a_year_that_stands_elsewhere_has_no_step_to_complete(db):
    plan = make_approved_plan()
    circular = make_circular(plan.agency)

    with refuses("ED-19"):
        complete_circular(circular, actor=coordinator_of(plan))
