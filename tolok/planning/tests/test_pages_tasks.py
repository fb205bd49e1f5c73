"""A decision on the plan that is begun on the task's page is taken on the plan's own."""

import pytest

from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.planning.actions.deciding import submit_plan
from tolok.planning.models import Note
from tolok.planning.testing import coordinator_of, make_plan
from tolok.workflow.actions import start_run
from tolok.workflow.models import Task, TaskNote
from tolok.workflow.testing import task_at

pytestmark = pytest.mark.django_db
APPROVAL = "/rencana/persetujuan/"


@pytest.fixture(
    params=[("kaltim-2024", "KT1.vi", Role.KETUA_TIM), ("jayawijaya-2020", "JW6", Role.PIMPINAN)]
)
def decision(request, agency):
    """The task of the decision, and who decides."""
    sop, step, role = request.param
    first = "KT1.ii" if sop == "kaltim-2024" else "JW1"
    version = make_plan(agency, sop=sop, starts_at_step=first)
    run = start_run(version.plan.year, actor=None)
    submit_plan(version, actor=coordinator_of(version))
    version.refresh_from_db()
    return version, task_at(run, step), make_user(role, agency)


def test_the_task_leads_to_the_plans_page(client, decision):
    _, task, leader = decision
    client.force_login(leader)

    shown = client.get(task.get_absolute_url()).text

    assert f'href="{APPROVAL}?tahun=2026">Baca dan putuskan' in shown
    assert "Kembalikan dengan catatan" not in shown


def test_returning_from_the_task_is_refused_and_works_on_the_plans_page(client, decision):
    version, task, leader = decision
    client.force_login(leader)

    refused = client.post(f"{task.get_absolute_url()}kembalikan/", {"alasan": "Lengkapi."})
    data = {
        "isi": version.content_sha256,
        "alasan": "Lengkapi.",
        "catatan-W1": "Sebutkan e-kontrak.",
        "tempat-W1": "W1.source",
    }
    client.post(f"{APPROVAL}kembalikan/", data)

    assert refused.status_code == 422
    assert "RN-44" in refused.text
    task.refresh_from_db()
    assert (task.status, task.outcome) == (Task.Status.DONE, "returned")
    assert Note.objects.get().key == TaskNote.objects.get().about == "W1.source"
