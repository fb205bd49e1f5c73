"""KT1.i: the surat tugas is drafted, issued with its signer, or recorded from outside."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tolok.archive.models import Paper
from tolok.core.problem import RefusedError
from tolok.cycle.models import OutsideRecord
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person, make_user
from tolok.planning.assignment.actions import draft_assignment, issue_assignment, record_assignment
from tolok.planning.assignment.letter import usual
from tolok.planning.assignment.state import state_of
from tolok.scans.testing import picture
from tolok.workflow.actions import Missing, complete_task, meet_requirement, start_run
from tolok.workflow.models import Task
from tolok.workflow.testing import AFile, task_at

pytestmark = pytest.mark.django_db
PAGE = "/rencana/penugasan/"
DAY = date(2026, 1, 5)


@pytest.fixture
def agency():
    return make_agency()


@pytest.fixture
def coordinator(agency):
    return make_user(Role.COORDINATOR, agency)


@pytest.fixture
def head(agency):
    return make_user(Role.KEPALA_UKPBJ, agency)


@pytest.fixture
def year(agency, coordinator, head):
    return make_year(agency, 2026)


@pytest.fixture
def run(year):
    return start_run(year, actor=None)


def assigned(year, actor, **changes):
    draft = draft_assignment(year, replace(usual(year), **changes), actor=actor)
    return issue_assignment(draft, year=year, dated=DAY, number="800/1/2026", actor=actor)


def meet_all(run, actor):
    for item in task_at(run, "KT1.i").items.needed():
        meet_requirement(item, Missing("menunggu penetapan"), actor=actor)


def form_of(client, **changes):
    initial = client.get(PAGE).context["letter"].initial
    given = {name: value for name, value in initial.items() if value is not None}
    return given | {"mulai": "5 Januari 2026", "selesai": "31/03/2027"} | changes


def test_the_letter_names_the_team_and_an_acting_head_signs_as_such(agency, year, head):
    make_user(Role.TIM_PENGUMPUL, agency)
    acting = make_person("plh@contoh.id")
    office = head.offices.get()
    make_office(acting, Role.KEPALA_UKPBJ, agency, acting="Plh.", stands_in_for=office)

    paper = assigned(year, acting)

    assert paper.facts["signer"]["variant"] == "Plh."
    assert paper.facts["signer"]["name"] == "Plh"
    assert [one["role"] for one in paper.facts["team"]] == ["Tim Pengumpul Data"]
    assert (paper.number_text, paper.dated) == ("800/1/2026", DAY)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"tasks": ()}, "RN-50"),
        ({"ends": date(2025, 1, 1)}, "RN-50"),
    ],
)
def test_a_letter_without_a_task_or_with_an_end_before_its_start_is_refused(
    year, head, changes, rule
):
    with pytest.raises(RefusedError) as refusal:
        draft_assignment(year, replace(usual(year), **changes), actor=head)

    assert refusal.value.problems[0].rule == rule
    assert not Paper.objects.exists()


def test_persons_of_other_agencies_are_refused_and_so_is_a_year_without_officers(year, head):
    other = make_user(Role.COORDINATOR, make_agency("D999")).offices.get()

    with pytest.raises(RefusedError) as refusal:
        draft_assignment(year, replace(usual(year), coordinator=other), actor=head)
    with pytest.raises(RefusedError) as nobody:
        usual(make_year(make_agency("D998"), 2026))

    assert refusal.value.problems[0].rule == nobody.value.problems[0].rule == "RN-51"


def test_the_task_is_done_with_the_letter_once_its_requirements_are(year, run, coordinator):
    meet_all(run, coordinator)
    with pytest.raises(RefusedError) as early:
        complete_task(task_at(run, "KT1.i"), actor=coordinator)

    paper = assigned(year, coordinator)

    assert early.value.problems[0].rule == "RN-53"
    task = Task.objects.get(run=run, step="KT1.i")
    assert task.status == Task.Status.DONE
    assert task.items.brought_forth().get().paper == paper
    assert task_at(run, "KT1.ii")


def test_a_letter_the_head_issues_leaves_the_task_with_the_coordinator(
    year, run, head, coordinator
):
    assigned(year, head)

    meet_all(run, coordinator)
    complete_task(task_at(run, "KT1.i"), actor=coordinator)

    assert task_at(run, "KT1.ii")


def test_a_letter_from_outside_counts_with_its_number_and_scan(year, run, coordinator):
    today = timezone.localdate()
    meet_all(run, coordinator)

    with pytest.raises(RefusedError) as refusal:
        record_assignment(year, number=" ", dated=today, scan=AFile(), actor=coordinator)
    record_assignment(year, number="800/7", dated=today, scan=AFile(), actor=coordinator)

    assert refusal.value.problems[0].rule == "RN-52"
    assert OutsideRecord.objects.get().step == "KT1.i"
    assert state_of(year).is_assigned
    assert task_at(run, "KT1.ii")


def test_an_sop_without_the_step_records_nothing(agency, coordinator):
    year = make_year(agency, 2026, sop="jayawijaya-2020")

    with pytest.raises(RefusedError) as refusal:
        record_assignment(year, number="1", dated=DAY, scan=AFile(), actor=coordinator)

    assert refusal.value.problems[0].rule == "RN-52"


def test_on_the_page_it_is_written_issued_and_then_told(client, year, run, head):
    client.force_login(head)

    first = client.post(f"{PAGE}draf/", form_of(client, tugas="menyusun rencana;\nmelapor;"))
    kept = client.get(PAGE).context["letter"].initial["tugas"]
    data = {"tanggal": "5/1/2026", "nomor": "text", "teks": "800/2/2026"}
    second = client.post(f"{PAGE}terbitkan/", data)

    assert first.status_code == second.status_code == 302
    assert kept == "menyusun rencana;\nmelapor;"
    shown = client.get(PAGE).text
    assert "800/2/2026" in shown
    assert "Renstra" in shown


def test_what_is_wrong_is_told_at_its_field_and_nothing_is_kept(client, year, head):
    client.force_login(head)

    wrong = client.post(f"{PAGE}draf/", form_of(client, dasar="", mulai="kapan saja"))
    reversed_ = client.post(f"{PAGE}draf/", form_of(client, selesai="1/1/2025"))

    assert wrong.status_code == reversed_.status_code == 422
    assert "RN-50" in reversed_.text
    assert not Paper.objects.exists()
    assert client.post(f"{PAGE}terbitkan/", {}).status_code == 404


def test_a_scan_from_outside_is_uploaded_on_the_page(client, year, coordinator):
    client.force_login(coordinator)
    scan = SimpleUploadedFile("surat-tugas.png", picture())

    data = {"nomor": "800/9", "tanggal": "5 Januari 2025", "pindaian": scan}
    answer = client.post(f"{PAGE}luar/", data)

    assert answer.status_code == 302
    assert "nomor 800/9, 5 Januari 2025" in client.get(PAGE).text


def test_readers_read_others_do_not_and_other_agencies_have_their_own(client, year):
    client.force_login(make_user(Role.PIMPINAN, year.agency))
    assert client.get(PAGE).status_code == 200
    assert client.post(f"{PAGE}draf/", {}).status_code == 403

    client.force_login(make_user(Role.PPK, year.agency))
    assert client.get(PAGE).status_code == 403

    client.force_login(make_user(Role.COORDINATOR, make_agency("D997")))
    assert client.get(PAGE).status_code == 404
