"""What a respondent sees of papers and files on the pages of tasks (T1)."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tolok.archive.testing import make_paper
from tolok.organisation.testing import make_work_unit
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person, make_user
from tolok.workflow.models import TaskItem, TaskNote
from tolok.workflow.testing import make_run

pytestmark = pytest.mark.django_db


@pytest.fixture
def item():
    """A requirement of a task of the PPKs, answered in one unit."""
    task = make_run().tasks.ready().first()
    task.role = Role.PPK
    task.save()
    colleague = make_person("rekan@contoh.id")
    make_office(colleague, Role.PPK, task.agency, unit=make_work_unit(code="1.01."))
    kept = {"met": TaskItem.Met.FILE, "file_name": "jawaban.pdf", "file_sha256": "a" * 64}
    return TaskItem.objects.create(
        task=task, kind="need", place=90, name="Data", met_by=colleague, **kept
    )


@pytest.fixture
def sign_in_as_ppk_of(client):
    def sign_in(unit):
        person = make_person()
        make_office(person, Role.PPK, unit.agency, unit=unit)
        client.force_login(person)
        return client

    return sign_in


def test_a_respondent_chooses_among_the_papers_of_the_own_unit(item, sign_in_as_ppk_of):
    make_paper(title="Rapor CV Milik Sendiri", unit=make_work_unit(code="1.01."))
    make_paper(title="Rapor CV Milik Lain", unit=make_work_unit(code="1.02."))
    client = sign_in_as_ppk_of(make_work_unit(code="1.01."))

    page = client.get(reverse("workflow:meet_requirement", args=[item.pk])).content.decode()

    assert "Rapor CV Milik Sendiri" in page
    assert "Rapor CV Milik Lain" not in page


def test_what_another_unit_answered_is_named_but_not_opened(item, sign_in_as_ppk_of):
    client = sign_in_as_ppk_of(make_work_unit(code="1.02."))
    file = reverse("workflow:item_file", args=[item.pk])

    page = client.get(item.task.get_absolute_url()).content.decode()

    assert "jawaban.pdf" in page
    assert file not in page
    assert client.get(file).status_code == 404


def test_what_a_colleague_of_the_unit_answered_is_opened(item, sign_in_as_ppk_of):
    client = sign_in_as_ppk_of(make_work_unit(code="1.01."))
    file = reverse("workflow:item_file", args=[item.pk])

    page = client.get(item.task.get_absolute_url()).content.decode()

    assert file in page


def test_a_remark_is_not_settled_by_somebody_else_tg_06(item, client):
    note = TaskNote.objects.create(task=item.task, text="Lengkapi.", made_at=timezone.now())
    client.force_login(make_user(Role.POKJA))

    answer = client.post(reverse("workflow:close_note", args=[note.pk]), {"tindak_lanjut": "sudah"})

    assert answer.status_code == 422
    assert "TG-06" in answer.content.decode()
    assert TaskNote.objects.get().is_open
