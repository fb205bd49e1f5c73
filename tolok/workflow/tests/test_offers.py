"""Papers that are there already are shown and offered, so that nobody looks for them."""

import pytest

from tolok.archive.models import Paper
from tolok.archive.testing import make_paper
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.workflow.actions import return_task
from tolok.workflow.models import TaskItem
from tolok.workflow.offers import named, with_offers
from tolok.workflow.testing import do, make_run, task_at

YEAR = 2025
ISSUED = Paper.Status.ISSUED


def offers(task):
    return {one.name: one.offer for one in with_offers(task, task.items.all(), Paper.objects.all())}


def page_of(client, task, who):
    client.force_login(who)
    return client.get(task.get_absolute_url()).content.decode()


@pytest.fixture
def deciding(coordinator):
    return make_run(at="KT1.vi", year=YEAR)


def test_what_was_issued_after_its_step_is_listed_there_by_itself(client, coordinator, deciding):
    task = do(deciding, "KT1.vi", "approved")
    plan = make_paper("F3", ISSUED, agency=task.agency, year=YEAR, subject="rencana")

    page = page_of(client, task, coordinator)

    assert "Ada di Tolok" in page
    assert plan.get_absolute_url() in page


def test_a_paper_of_a_returned_step_is_not_its_output(coordinator, head, deciding):
    task = return_task(task_at(deciding, "KT1.vi"), actor=head, reason="Lengkapi.")
    make_paper("F3", ISSUED, agency=task.agency, year=YEAR)

    assert not any(offers(task).values())


def test_what_left_the_house_goes_before_a_newer_draft_and_voided_papers_never(deciding):
    task = task_at(deciding, "KT1.vi")
    issued = make_paper("F3", ISSUED, agency=task.agency, year=YEAR)
    make_paper("F3", agency=task.agency, year=YEAR)
    make_paper("F2", Paper.Status.VOIDED, agency=task.agency, year=YEAR)
    there = Paper.objects.to_choose_from(task.agency, YEAR)

    found = with_offers(task, task.items.all(), there)

    assert [one.offer for one in found] == [issued, None]


def test_last_years_plan_is_offered_for_this_years(client, coordinator):
    task = task_at(make_run(year=YEAR), "KT1.i")
    last = make_paper("F3", ISSUED, agency=task.agency, year=YEAR - 1, subject="rencana")
    need = task.items.get(name="Perencanaan kinerja tahun sebelumnya")
    client.force_login(coordinator)

    form = client.get(f"/tugas/kelengkapan/{need.pk}/").content.decode()

    assert f'<option value="{last.pk}" selected>' in form
    assert offers(task)[need.name] == last


def test_a_paper_that_stands_for_one_of_thousands_is_no_choice(client, coordinator):
    task = task_at(make_run(year=YEAR), "KT1.i")
    make_paper("F5", ISSUED, agency=task.agency, year=YEAR, subject="P-1")

    assert not Paper.objects.to_choose_from(task.agency, YEAR).exists()


def test_a_respondent_is_offered_no_paper_of_the_agency(client, coordinator):
    task = task_at(make_run(at="KT4.i", year=YEAR), "KT4.i")
    make_paper("F3", ISSUED, agency=task.agency, year=YEAR, subject="rencana")

    page = page_of(client, task, make_user(Role.PENANGGUNG_JAWAB, task.agency))

    assert "Ada di Tolok" not in page


@pytest.mark.parametrize(
    ("sop", "step", "name", "code"),
    [
        ("jayawijaya-2020", "JW4", "(f) template data kinerja", "TEMPLATE-DATA"),
        ("jayawijaya-2020", "JW6", "Persetujuan Rencana dan Target Kinerja Tahun Berjalan",
         "BA-RENCANA"),
        ("jayawijaya-2020", "JW10", "Paket Pengadaan Berdasarkan Area Strategis", "PAKET-AREA"),
        ("jayawijaya-2020", "JW10", "Data paket pengadaan tahun berjalan", None),
        ("kaltim-2024", "KT2", "Dokumen Perencanaan Kinerja", "F3"),
    ],
)  # fmt: skip
def test_the_words_of_both_sops_name_documents(coordinator, sop, step, name, code):
    run = make_run(at=step, sop=sop)

    item = TaskItem.objects.get(task__run=run, task__step=step, name=name)

    found = named(item)
    assert (found and found.code) == code


def test_one_click_takes_the_paper_that_is_offered(client, coordinator):
    task = task_at(make_run(year=YEAR), "KT1.i")
    last = make_paper("F3", ISSUED, agency=task.agency, year=YEAR - 1)
    need = task.items.get(name="Perencanaan kinerja tahun sebelumnya")
    client.force_login(coordinator)

    client.post(f"/tugas/kelengkapan/{need.pk}/", {"cara": "paper", "naskah": last.pk})

    need.refresh_from_db()
    assert (need.met, need.paper) == ("paper", last)


def test_a_requirement_whose_paper_is_out_is_met_as_its_step_comes_up(coordinator):
    run = make_run(at="KT1.vii", year=YEAR)
    issued = make_paper("F3", ISSUED, agency=run.agency, year=YEAR, subject="rencana")

    do(run, "KT1.vii")

    assert task_at(run, "KT2").items.needed().get().paper == issued
