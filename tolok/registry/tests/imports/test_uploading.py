"""Uploading and waiting: nothing is read yet."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.importing import jobs
from tolok.registry.models import Upload
from tolok.registry.store import kept_file
from tolok.registry.tests.imports.way import PAGE, announcements, send, uploaded
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db


class TestUploading:
    def test_files_are_kept_as_they_came_and_wait_to_be_read(self, client):
        content = announcements("1001")

        response = send(client, ("tender.json", content))

        upload = Upload.objects.get()
        assert response.url == upload.get_absolute_url()
        assert upload.status == "waiting"
        assert kept_file(upload.files.get().sha256).read_bytes() == content
        assert AuditEntry.objects.filter(event="registry.start_upload").exists()

    @pytest.mark.parametrize(
        "name",
        ["../../etc/passwd", "a\u202egnp.json", "<script>.json", "a'\"\r\nX: y.json"],
        ids=["outside", "backwards", "markup", "header"],
    )
    def test_a_hostile_name_is_only_ever_shown(self, client, home, name):
        before = {path for path in home.parent.rglob("*") if home not in path.parents}

        upload = uploaded(client, (name, announcements("1001")))
        page = client.get(upload.get_absolute_url()).content.decode()
        download = client.get(f"/data/unggahan/berkas/{upload.files.get().pk}/")

        assert "<script>.json" not in page
        assert "\u202e" not in page
        download.close()
        assert download["Content-Disposition"].startswith("attachment;")
        assert "\n" not in download["Content-Disposition"]
        assert {path for path in home.parent.rglob("*") if home not in path.parents} == before

    def test_no_file_is_refused(self, client):
        response = send(client)

        assert response.status_code == 422
        assert response.context["problems"][0].rule == "U-01"

    def test_too_many_bytes_are_refused(self, client, monkeypatch):
        monkeypatch.setattr("tolok.registry.importing.uploads.MOST_BYTES", 10)

        response = send(client, ("tender.json", announcements("1001")))

        assert response.context["problems"][0].rule == "U-02"
        assert not Upload.objects.exists()

    def test_an_auditor_may_not(self, client, agency):
        client.force_login(make_user(Role.AUDITOR, agency))

        assert send(client, ("a.json", b"[]")).status_code == 403
        assert "Unggah dan baca" not in client.get(PAGE).content.decode()


class TestWaiting:
    def test_the_page_asks_again_with_and_without_scripts(self, client):
        send(client, ("tender.json", announcements("1001")))
        address = Upload.objects.get().get_absolute_url()

        page = client.get(address).content.decode()
        part = client.get(address, headers={"HX-Request": "true"}).content.decode()

        assert '<noscript><meta http-equiv="refresh"' in page
        assert 'hx-trigger="every 1s"' in part
        assert "<html" not in part

    def test_while_files_are_read_it_says_how_many_are_left(self, client):
        send(client, ("tender.json", announcements("1001")))
        now = timezone.now()
        Upload.objects.update(
            status="reading", claimed_at=now, progress="Membaca berkas", done=12, total=26
        )

        page = client.get(Upload.objects.get().get_absolute_url()).content.decode()

        assert 'max="26" value="12"' in page
        assert "12 dari 26 berkas" in page

    def test_htmx_is_sent_on_once_the_preview_is_there(self, client):
        upload = uploaded(client, ("tender.json", announcements("1001")))

        response = client.get(upload.get_absolute_url(), headers={"HX-Request": "true"})

        assert response["HX-Redirect"] == upload.get_absolute_url()

    def test_where_no_worker_runs_a_person_has_it_done_at_once(self, client):
        send(client, ("tender.json", announcements("1001")))
        upload = Upload.objects.get()
        Upload.objects.update(uploaded_at=timezone.now() - timedelta(minutes=1))

        assert "Kerjakan sekarang" in client.get(upload.get_absolute_url()).content.decode()
        response = client.post(f"{upload.get_absolute_url()}kerjakan/")

        assert response.url == upload.get_absolute_url()
        upload.refresh_from_db()
        assert upload.status == "preview"

    def test_a_second_job_leaves_the_first_alone(self, client):
        send(client, ("tender.json", announcements("1001")))
        Upload.objects.update(status="reading", claimed_at=timezone.now())

        jobs.preview_upload(Upload.objects.get().pk)

        assert Upload.objects.get().status == "reading"

    def test_what_a_dead_job_left_is_taken_over(self, client):
        send(client, ("tender.json", announcements("1001")))
        long_ago = timezone.now() - timedelta(minutes=10)
        Upload.objects.update(status="reading", claimed_at=long_ago)

        jobs.preview_upload(Upload.objects.get().pk)

        assert Upload.objects.get().status == "preview"
