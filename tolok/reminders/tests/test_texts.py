"""A text for WhatsApp, what was sent, and the answer that came as a photo."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tolok.core.problem import RefusedError
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.reminders.actions import log_text
from tolok.reminders.models import TextSent
from tolok.trail.models import AuditEntry
from tolok.workflow.models import TaskFile
from tolok.workflow.testing import do

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(task):
    return f"/tugas/{task.pk}/ingatkan/"


def test_t35_the_text_has_title_and_link_and_names_nobody(client, head, task, page):
    client.force_login(head)

    shown = client.get(page)

    text = shown.context["text"]
    assert text.endswith(f"20 Mei 2025\nhttps://kinerja.contoh.example/tugas/{task.pk}/")
    assert "Coordinator" not in text
    assert f"{task.pk}/ingatkan/" in client.get(f"/tugas/{task.pk}/").content.decode()


def test_without_a_public_address_the_text_has_no_link_and_the_page_says_so(
    client, head, page, settings
):
    settings.TOLOK_ADDRESS = ""
    client.force_login(head)

    assert "tanpa tautan" in client.get(page).content.decode()


def test_who_sent_it_to_whom_and_when_is_kept(client, head, coordinator, task, page):
    client.force_login(head)

    client.post(f"{page}terkirim/", {"kepada": str(coordinator.pk)})

    sent = TextSent.objects.get()
    assert (sent.task, sent.recipient, sent.sent_by) == (task, coordinator, head)
    assert AuditEntry.objects.get(event="reminders.log_text").actor_name == head.name
    assert "Coordinator" in client.get(page).content.decode()


def test_pi_08_only_of_a_task_that_waits_and_to_whom_it_concerns(client, head, task, page):
    """PI-08."""
    stranger, coordinator = make_user(Role.POKJA), make_user(Role.COORDINATOR)
    with pytest.raises(RefusedError, match="tidak menangani"):
        log_text(task, stranger, actor=head)
    client.force_login(head)
    assert client.post(f"{page}terkirim/", {"kepada": str(stranger.pk)}).status_code == 422

    do(task.run, "KT1.i", actor=coordinator)

    with pytest.raises(RefusedError):
        log_text(task, coordinator, actor=head)
    assert "sudah selesai" in client.get(page).content.decode()


def test_a_photo_that_came_back_is_filed_to_the_task(client, coordinator, task, page, tmp_path):
    client.force_login(coordinator)
    Image.new("RGB", (60, 40), "white").save(tmp_path / "jawaban.png")
    photo = SimpleUploadedFile("jawaban.png", (tmp_path / "jawaban.png").read_bytes())

    response = client.post(f"{page}jawaban/", {"berkas": photo})

    assert response.url == f"/tugas/{task.pk}/"
    filed = TaskFile.objects.get()
    assert (filed.name, filed.note) == ("jawaban.png", "Jawaban lewat WhatsApp")


def test_who_has_nothing_to_do_with_the_task_files_nothing(client, agency, task, page):
    client.force_login(make_user(Role.POKJA, agency))
    file = SimpleUploadedFile("a.pdf", b"%PDF-1.4")

    assert client.post(f"{page}jawaban/", {"berkas": file}).status_code == 422
    assert not TaskFile.objects.exists()


def test_another_agencys_task_does_not_exist(client, page):
    client.force_login(make_user(Role.COORDINATOR, make_agency("X202")))

    assert client.get(page).status_code == 404
    assert client.post(f"{page}terkirim/", {"kepada": "1"}).status_code == 404


def test_an_auditor_and_a_stranger_remind_nobody(client, agency, page):
    assert client.get(page).url.startswith("/masuk/")
    client.force_login(make_user(Role.AUDITOR, agency))

    assert client.post(f"{page}terkirim/", {}).status_code == 403
