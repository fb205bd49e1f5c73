"""The way of files in: upload, reading, preview, import, report, undoing."""

import io
import json
import zipfile
from datetime import timedelta

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.importing import jobs
from tolok.registry.importing.actions import import_paths
from tolok.registry.models import Import, Package, Upload
from tolok.registry.store import kept_file
from tolok.registry.testing import make_import, tender_tables
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

PAGE = "/data/impor/"


@pytest.fixture
def agency():
    return make_year(make_agency()).agency


@pytest.fixture
def client(client, agency):
    """Signed in as one of the agency's data processors."""
    client.force_login(make_user(Role.DATA_PROCESSOR, agency))
    return client


def announcements(*codes, **changed):
    """A file of tender announcements, as ISB writes it."""
    rows = [tender_tables(code, **changed)["SPSE-TenderPengumuman"][0] for code in codes]
    return json.dumps(rows).encode()


def send(client, *files, **data):
    """Upload (name, content) pairs; the answer leads to the upload's page."""
    named = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post("/data/unggahan/", {"berkas": named} | data)


def uploaded(client, *files, **data):
    send(client, *files, **data)
    upload = Upload.objects.latest("pk")
    jobs.preview_upload(upload.pk)
    upload.refresh_from_db()
    return upload


def agree(client, upload, **data):
    response = client.post(f"{upload.get_absolute_url()}impor/", data)
    jobs.import_upload(upload.pk)
    upload.refresh_from_db()
    return response


def imported(client, *files):
    upload = uploaded(client, *files)
    agree(client, upload)
    return upload.batch


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

    def test_a_stranger_is_sent_to_the_sign_in_page(self, client):
        client.logout()

        assert client.get(PAGE).url.startswith("/masuk/")
        assert send(client, ("a.json", b"[]")).url.startswith("/masuk/")


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


class TestThePreview:
    def test_it_says_what_would_happen_and_changes_nothing(self, client):
        upload = uploaded(client, ("tender.json", announcements("1001", "1002")))

        page = client.get(upload.get_absolute_url()).content.decode()

        assert "Impor 1 berkas, 2 paket" in page
        assert "Pengumuman tender" in page
        assert not Import.objects.exists()
        assert not Package.objects.exists()

    def test_rows_of_another_body_are_set_aside_and_said_so(self, client):
        rows = json.loads(announcements("1001")) + json.loads(announcements("1002", body="X999"))
        upload = uploaded(client, ("tender.json", json.dumps(rows).encode()))

        assert upload.report["files"][0]["set_aside"] == 1
        assert "disisihkan" in client.get(upload.get_absolute_url()).content.decode()

    def test_every_refusal_names_file_row_column_value_and_remedy(self, client):
        content = announcements("1001", pagu="dua ratus ribu")
        upload = uploaded(client, ("tender.json", announcements("1002")), ("salah.json", content))

        page = client.get(upload.get_absolute_url()).content.decode()

        row = upload.rows.get(kind="refused")
        assert (row.path, row.row, row.column) == ("salah.json", 1, "pagu")
        assert row.value == "dua ratus ribu"
        for told in ("salah.json", "<code>pagu</code>", "dua ratus ribu", row.message, row.rule):
            assert told in page

    def test_changed_cells_show_the_old_and_the_new_value(self, client):
        imported(client, ("tender.json", announcements("1001")))
        upload = uploaded(client, ("lagi.json", announcements("1001", nama_paket="Nama Baru")))

        page = client.get(upload.get_absolute_url()).content.decode()

        assert '<span class="was wrap">Pembangunan Gedung 1001</span>' in page
        assert '<span class="new wrap">Nama Baru</span>' in page

    def test_many_rows_stand_on_pages_of_their_own(self, client):
        codes = [str(1000 + number) for number in range(60)]
        upload = uploaded(
            client,
            ("salah.json", announcements(*codes, pagu="x")),
            ("benar.json", announcements("2000")),
        )

        page = client.get(upload.get_absolute_url()).content.decode()
        rows = client.get(f"{upload.get_absolute_url()}baris/?jenis=refused&halaman=2")

        assert "Tampilkan semua 60" in page
        assert len(rows.context["page"]) == 10

    def test_the_refused_rows_come_as_a_workbook(self, client):
        upload = uploaded(
            client,
            ("salah.json", announcements("1001", pagu="x")),
            ("benar.json", announcements("2000")),
        )

        response = client.get(f"{upload.get_absolute_url()}ditolak/")

        book = openpyxl.load_workbook(io.BytesIO(response.getvalue()))
        head, row = book.active.iter_rows(values_only=True)
        assert row[head.index("pagu")] == "x"

    def test_files_that_cannot_be_used_say_why(self, client):
        upload = uploaded(client, ("notula.json", b'{"halo": "dunia"}'))

        page = client.get(upload.get_absolute_url()).content.decode()

        assert upload.status == "refused"
        assert "tidak dapat diimpor" in page
        assert "notula.json" in page


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


class TestTheReport:
    def test_it_counts_what_came_and_keeps_the_original(self, client):
        content = announcements("1001")
        batch = imported(client, ("tender.json", content))

        page = client.get(batch.get_absolute_url()).content.decode()
        original = client.get(f"{PAGE}berkas/{batch.files.get().pk}/")

        assert "tender.json" in page
        assert original.getvalue() == content
        assert original["Content-Type"] == "application/octet-stream"
        assert original["X-Content-Type-Options"] == "nosniff"

    def test_a_zip_is_taken_whole_and_kept_as_one(self, client):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("a/satu.json", announcements("1001"))
            archive.writestr("../dua.json", announcements("1002"))
        batch = imported(client, ("semua.zip", packed.getvalue()))

        response = client.get(batch.get_absolute_url())

        assert [package.code for package in Package.objects.all()] == ["1001"]
        assert "semua.zip/a/satu.json" in response.content.decode()
        assert "menunjuk ke luar arsip" in response.content.decode()
        assert [original.label for original in response.context["originals"]] == ["semua.zip"]

    def test_files_from_the_command_line_lie_by_themselves(self, client, agency, tmp_path):
        path = tmp_path / "tender.json"
        path.write_bytes(announcements("1001"))
        report = import_paths(agency, 2025, [path])

        response = client.get(f"{PAGE}{report.import_id}/")

        original = response.context["originals"][0]
        assert original.label == "tender.json"
        assert client.get(original.href).getvalue() == announcements("1001")

    def test_a_file_that_is_not_kept_by_itself_is_not_there(self, client, agency):
        batch = make_import(agency)

        assert client.get(f"{PAGE}berkas/{batch.files.get().pk}/").status_code == 404

    def test_changed_rows_have_a_page(self, client):
        imported(client, ("tender.json", announcements("1001")))
        batch = imported(client, ("lagi.json", announcements("1001", nama_paket="Baru")))

        response = client.get(f"{batch.get_absolute_url()}baris/?jenis=changed")

        assert [row.column for row in response.context["page"]] == ["nama_paket"]
        assert response.context["page"][0].path == "lagi.json"


class TestUndoing:
    def test_it_brings_back_what_was_before(self, client):
        imported(client, ("tender.json", announcements("1001")))
        batch = imported(client, ("lagi.json", announcements("1001", nama_paket="Baru")))

        response = client.post(f"{batch.get_absolute_url()}batalkan/")

        assert response.url == PAGE
        assert Package.objects.get().name == "Pembangunan Gedung 1001"
        batch.refresh_from_db()
        assert batch.status == "undone"

    def test_many_rows_are_taken_back_only_after_typing(self, client):
        codes = [str(1000 + number) for number in range(60)]
        batch = imported(client, ("tender.json", announcements(*codes)))

        refused = client.post(f"{batch.get_absolute_url()}batalkan/", {"ketik": "ya"})
        assert refused.context["problems"][0].rule == "U-06"
        assert Package.objects.count() == 60

        client.post(f"{batch.get_absolute_url()}batalkan/", {"ketik": "BATALKAN"})
        assert not Package.objects.exists()

    def test_after_thirty_days_it_is_refused_and_not_offered(self, client, agency):
        batch = make_import(agency)
        Import.objects.update(done_at=timezone.now() - timedelta(days=31))

        page = client.get(batch.get_absolute_url()).content.decode()
        response = client.post(f"{batch.get_absolute_url()}batalkan/")

        assert "Batalkan impor" not in page
        assert response.context["problems"][0].rule == "I-04"


class TestOtherAgencies:
    @pytest.fixture
    def theirs(self, client):
        """Something of the first agency, seen by somebody of a second one."""
        upload = uploaded(client, ("tender.json", announcements("1001")))
        batch = make_import(upload.agency)
        other = make_year(make_agency("X202")).agency
        client.force_login(make_user(Role.DATA_PROCESSOR, other))
        return upload, batch

    @pytest.mark.parametrize("more", ["", "baris/", "ditolak/"])
    def test_their_uploads_and_imports_do_not_exist(self, client, theirs, more):
        for thing in theirs:
            assert client.get(f"{thing.get_absolute_url()}{more}").status_code == 404

    @pytest.mark.parametrize("action", ["impor/", "buang/", "kerjakan/"])
    def test_nothing_can_be_done_to_their_uploads(self, client, theirs, action):
        upload, _ = theirs

        assert client.post(f"{upload.get_absolute_url()}{action}").status_code == 404
        upload.refresh_from_db()
        assert upload.status == "preview"

    def test_their_files_and_imports_stay_theirs(self, client, theirs):
        upload, batch = theirs

        assert client.get(f"/data/unggahan/berkas/{upload.files.get().pk}/").status_code == 404
        assert client.get(f"{PAGE}berkas/{batch.files.get().pk}/").status_code == 404
        assert client.post(f"{batch.get_absolute_url()}batalkan/").status_code == 404
        assert list(client.get(PAGE).context["page"]) == []


class TestTheList:
    def test_the_newest_comes_first_with_its_counts(self, client, agency):
        first, second = make_import(agency), make_import(agency, files=[{"new": 5, "refused": 2}])

        response = client.get(PAGE)

        assert list(response.context["page"]) == [second, first]
        assert response.context["page"][0].new == 5

    def test_sixty_imports_cost_no_more_queries_than_one(
        self, client, agency, django_assert_max_num_queries
    ):
        for _ in range(60):
            make_import(agency)

        with django_assert_max_num_queries(12):
            client.get(PAGE)

    def test_an_agency_without_a_year_is_told_what_to_do(self, client):
        other = make_agency("X303")
        client.force_login(make_user(Role.DATA_PROCESSOR, other))

        page = client.get(PAGE).content.decode()

        assert "Belum ada tahun anggaran" in page
        assert send(client, ("a.json", b"[]")).status_code == 404
