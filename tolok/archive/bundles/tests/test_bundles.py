"""A year's papers in one ZIP: named safely, listed, with hashes, the same bytes each time."""

import csv
import hashlib
import io
import shutil
import subprocess
import zipfile

import pytest

from tolok.archive.bundles.names import safe_name, suffix_of
from tolok.archive.bundles.zipping import member, zipped
from tolok.archive.files import kept_file
from tolok.archive.models import Paper
from tolok.archive.testing import drafted, issued, make_paper
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency, make_work_unit
from tolok.people.models import Role
from tolok.people.testing import make_user

PAGE = "/dokumen/bundel/"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dinas PU & Penataan Ruang", "dinas-pu-penataan-ruang"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\system.ini", "c-windows-system-ini"),
        ("Évaluasi\x00 TW I", "evaluasi-tw-i"),
        ("con", "berkas-con"),
        ("日本", "berkas"),
        ("a" * 200, "a" * 60),
    ],
)
def test_names_are_plain_letters_and_never_a_path(text, name):
    assert safe_name(text) == name


def test_only_a_plain_ending_is_taken_over():
    assert [suffix_of(name) for name in ("A.PDF", "x.tar.gz", "x.p/../y", "none")] == [
        ".pdf",
        ".gz",
        "",
        "",
    ]


def test_the_same_content_gives_the_same_bytes_and_holds_its_hashes(tmp_path):
    members = [member("a.txt", "isi a"), member("map/b.txt", "isi b" * 10)]

    first, second = (b"".join(zipped(members)) for _ in range(2))

    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        archive.extractall(tmp_path)
    checked = subprocess.run(  # noqa: S603 - coreutils over our own files
        [shutil.which("sha256sum"), "--check", "SHA256SUMS"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert checked.returncode == 0


@pytest.mark.django_db
class TestThePage:
    @pytest.fixture
    def year(self):
        return make_year(year=2025)

    @pytest.fixture
    def client(self, client, year):
        client.force_login(make_user(Role.AUDITOR, year.agency))
        return client

    def bundle(self, client, **query):
        answer = client.get(PAGE, query)
        return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))

    def test_holds_the_papers_an_index_and_the_hashes(self, client, year):
        paper = issued("HADIR", title="Sosialisasi <1>")

        archive = self.bundle(client)

        assert archive.namelist() == [
            "index.html",
            "index.css",
            "daftar.csv",
            f"HADIR/HADIR-instansi-sosialisasi-1-{paper.code}-naskah.docx",
            "SHA256SUMS",
        ]
        index = archive.read("index.html").decode()
        assert "Sosialisasi &lt;1&gt;" in index
        assert paper.code in index
        kept = paper.files.get()
        assert hashlib.sha256(archive.read(archive.namelist()[3])).hexdigest() == kept.sha256

    def test_a_draft_is_listed_without_a_file_and_a_voided_paper_not_at_all(self, client, year):
        drafted("NOTULA", title="=1+1")
        make_paper("HADIR", Paper.Status.VOIDED, agency=year.agency)

        archive = self.bundle(client)

        text = archive.read("daftar.csv").decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))
        assert [(row["Kode"], row["Judul"], row["Berkas"]) for row in rows] == [
            ("NOTULA", "'=1+1", "")
        ]

    def test_a_file_that_is_gone_is_said_to_be_gone(self, client, year):
        paper = issued("HADIR")
        kept_file(paper.files.get().sha256).unlink()

        archive = self.bundle(client)

        assert archive.namelist() == ["index.html", "index.css", "daftar.csv", "SHA256SUMS"]
        assert "Berkasnya tidak ada" in archive.read("index.html").decode()

    def test_may_be_of_one_document_satker_or_period(self, client, year):
        unit = make_work_unit(year.agency)
        for code, fields in (("HADIR", {}), ("NOTULA", {"unit": unit}), ("F4", {"period": "TW1"})):
            make_paper(code, agency=year.agency, **fields)

        def codes(**query):
            text = self.bundle(client, **query).read("daftar.csv").decode("utf-8-sig")
            return [row["Kode"] for row in csv.DictReader(io.StringIO(text))]

        assert codes(dokumen="HADIR") == ["HADIR"]
        assert codes(satker=unit.pk) == ["NOTULA"]
        assert codes(periode="TW1") == ["F4"]
        assert codes() == ["F4", "HADIR", "NOTULA"]

    def test_holds_nothing_of_another_agency(self, client, year):
        make_paper("HADIR", agency=make_agency("X999"))

        text = self.bundle(client).read("daftar.csv").decode()
        assert "HADIR" not in text

    def test_many_papers_cost_no_more_queries_than_one(
        self, client, year, django_assert_max_num_queries
    ):
        for at in range(30):
            make_paper("F5", agency=year.agency, subject=str(at), unit=make_work_unit(year.agency))

        with django_assert_max_num_queries(12):
            self.bundle(client)
