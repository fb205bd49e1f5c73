"""Agreeing to a preview, or throwing the upload away."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tolok.registry.importing import jobs
from tolok.registry.models import Import, Package, Upload
from tolok.registry.store import kept_file
from tolok.registry.tests.imports.way import PAGE, agree, announcements, imported, send, uploaded
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db


class TestAgreeing:
    def test_it_imports_what_was_shown_and_ends_on_the_report(self, client):
        upload = uploaded(client, ("tender.json", announcements("1001")))

        agree(client, upload)

        assert upload.status == "done"
        assert Package.objects.get().code == "1001"
        assert upload.batch.done_by.email == "data_processor@x101.contoh.id"
        report = client.get(client.get(upload.get_absolute_url()).url)
        assert "Laporan" in report.content.decode()
        assert report.context["xray"].totals["packages"] == 1
        assert not upload.rows.exists()

    def test_all_or_nothing_holds_everything_back_for_one_refused_row(self, client):
        upload = uploaded(
            client,
            ("salah.json", announcements("1001", pagu="x")),
            ("benar.json", announcements("2000")),
            cara="all-or-nothing",
        )

        response = agree(client, upload, cara="all-or-nothing")

        assert response.status_code == 422
        assert response.context["problems"][0].rule == "U-04"
        assert not Import.objects.exists()

    def test_valid_rows_alone_are_taken_when_that_was_chosen(self, client):
        upload = uploaded(
            client,
            ("salah.json", announcements("1001", pagu="x")),
            ("benar.json", announcements("2000")),
        )

        agree(client, upload, cara="valid-rows")

        assert [package.code for package in Package.objects.all()] == ["2000"]
        assert upload.batch.files.get(path="salah.json").refusals.get().column == "pagu"

    def test_a_large_loss_needs_somebodys_word(self, client):
        codes = [str(1000 + number) for number in range(30)]
        imported(client, ("tender.json", announcements(*codes)))
        upload = uploaded(client, ("terpotong.json", announcements(*codes[:3])))

        assert "Datanya memang berkurang" in client.get(upload.get_absolute_url()).content.decode()
        refused = agree(client, upload)
        assert refused.context["problems"][0].rule == "U-05"

        agree(client, upload, memang_berkurang="ya")
        assert Package.objects.count() == 3

    def test_after_another_import_the_files_are_read_again_first(self, client):
        upload = uploaded(client, ("tender.json", announcements("1001")))
        imported(client, ("lain.json", announcements("2000")))

        client.post(f"{upload.get_absolute_url()}impor/")

        upload.refresh_from_db()
        assert upload.status == "waiting"
        assert Import.objects.count() == 1

    def test_the_same_files_again_change_nothing_and_make_no_import(self, client):
        imported(client, ("tender.json", announcements("1001")))
        upload = uploaded(client, ("tender.json", announcements("1001")))

        agree(client, upload)

        assert (upload.status, upload.batch) == ("done", None)
        page = client.get(upload.get_absolute_url()).content.decode()
        assert "Tidak ada yang berubah" in page
        assert Import.objects.count() == 1

    def test_twice_is_once(self, client):
        upload = uploaded(client, ("tender.json", announcements("1001")))

        agree(client, upload)
        second = agree(client, upload)

        assert second.context["problems"][0].rule == "U-03"
        assert Import.objects.count() == 1

    def test_a_job_that_died_after_its_import_is_finished_without_another(self, client):
        upload = uploaded(client, ("tender.json", announcements("1001")))
        agree(client, upload)
        long_ago = timezone.now() - timedelta(minutes=10)
        Upload.objects.update(status="importing", claimed_at=long_ago, batch=None)

        jobs.import_upload(upload.pk)

        upload.refresh_from_db()
        assert upload.batch == Import.objects.get()


class TestThrowingAway:
    def test_the_upload_and_its_bytes_are_gone(self, client):
        upload = uploaded(client, ("tender.json", announcements("1001")))
        kept = kept_file(upload.files.get().sha256)

        response = client.post(f"{upload.get_absolute_url()}buang/")

        assert response.url == PAGE
        assert not Upload.objects.exists()
        assert not kept.exists()
        assert AuditEntry.objects.filter(event="registry.discard_upload").exists()

    def test_bytes_that_an_import_needs_stay(self, client):
        imported(client, ("tender.json", announcements("1001")))
        upload = uploaded(client, ("tender.json", announcements("1001")))
        kept = kept_file(upload.files.get().sha256)

        client.post(f"{upload.get_absolute_url()}buang/")

        assert kept.exists()

    def test_what_is_being_read_is_not_thrown_away(self, client):
        send(client, ("tender.json", announcements("1001")))
        Upload.objects.update(status="reading", claimed_at=timezone.now())

        response = client.post(f"{Upload.objects.get().get_absolute_url()}buang/")

        assert response.context["problems"][0].rule == "U-03"
        assert Upload.objects.exists()
