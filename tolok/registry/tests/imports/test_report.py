"""The report of an import, the list of imports, and taking one back."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.utils import timezone

from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.importing.actions import import_paths
from tolok.registry.models import Import, Package
from tolok.registry.testing import make_import
from tolok.registry.tests.imports.way import PAGE, announcements, imported, send

pytestmark = pytest.mark.django_db


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
