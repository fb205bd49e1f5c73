"""The pages of tasks, the year and the SOPs as a browser shows them."""

from datetime import date

import pytest

from tests.browser.checks import assert_light, assert_shows_well, mostly_slow
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.workflow import activities
from tolok.workflow.actions import Remark, return_task
from tolok.workflow.loading import shipped
from tolok.workflow.testing import do, make_run, task_at

pytestmark = pytest.mark.browser

PAGES = {
    "tugas": "/tugas/",
    "tugas-selesai": "/tugas/?kotak=selesai",
    "satu-tugas": "/tugas/{ready}/",
    "tugas-putusan": "/tugas/{decided}/",
    "kelengkapan": "/tugas/kelengkapan/{item}/",
    "tahun": "/tahun/",
    "sop": "/pengaturan/sop/",
    "satu-sop": "/pengaturan/sop/{sop}/",
}


@pytest.fixture
def run(live, monkeypatch):
    """A year whose plan was returned once."""
    monkeypatch.setattr(activities, "_conditions", {})
    head = make_user(Role.KETUA_TIM)
    make_user(Role.COORDINATOR)
    run = make_run(at="KT1.i", starts_on=date(2025, 1, 2))
    for step in ("KT1.i", "KT1.ii", "KT1.iii", "KT1.iv", "KT1.v"):
        do(run, step)
    remark = Remark("Terlalu rendah.", "indicator.B1.TW2", "Indikator B1, target TW II")
    return_task(task_at(run, "KT1.vi"), actor=head, reason="Perlu perbaikan", remarks=[remark])
    return run


@pytest.mark.parametrize("name", mostly_slow(PAGES, "satu-tugas", "tahun"))
def test_a_page_of_the_workflow_is_accessible_light_and_fits(page, sign_in, run, pictures, name):
    first = run.tasks.at("KT1.i").get()
    address = PAGES[name].format(
        ready=task_at(run, "KT1.ii").pk,
        decided=run.tasks.at("KT1.vi").get().pk,
        item=first.items.first().pk,
        sop=shipped("kaltim-2024").sha256,
    )

    sign_in(page, make_user(Role.COORDINATOR)).goto(address)

    assert_shows_well(page)
    assert_light(page)
    pictures(page, f"alur-{name}")


def test_the_diagram_marks_the_current_step_under_the_strict_policy(page, sign_in, run):
    refused = []
    page.on("console", lambda message: refused.append(message.text))

    sign_in(page, make_user(Role.COORDINATOR)).goto("/tahun/")

    page.locator('[data-element-id="KT1.ii"].step-here').wait_for()
    assert page.locator(".bjs-powered-by").is_visible()
    assert refused == []
