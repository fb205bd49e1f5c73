"""What the preview of an upload shows."""

import io
import json

import openpyxl
import pytest

from tolok.registry.models import Import, Package
from tolok.registry.tests.imports.way import announcements, imported, uploaded

pytestmark = pytest.mark.django_db


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
