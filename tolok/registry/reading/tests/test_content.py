"""What a file is, told by its bytes; its name is never asked."""

import zipfile

import pytest

from tolok.registry.reading.testing import codes, make_contract, reading_of, write_json


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"  \r\n ",
        b"\xef\xbb\xbf",
        b"<invalid_response>Data Kosong, silakan ulangi</invalid_response>",
        b"[]",
        b'{"data": []}',
    ],
)
def test_no_data_is_said_and_is_no_failure(tmp_path, content):
    """R-01."""
    path = tmp_path / "49_1015_SPSE-TenderSelesaiNilai.json"
    path.write_bytes(content)

    reading = reading_of(path)

    assert (codes(reading), reading.failed, reading.rows) == (["R-01"], False, 0)
    assert reading.parquet is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.4\n<script>alert(1)</script>\n%%EOF", "dokumen PDF"),
        (b"\x89PNG\r\n\x1a\n", "gambar"),
        (b"MZ" + b"\0" * 200, "program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "kata sandi"),
        (b"<html><table><tr><td>Paket<td>Pagu</table></html>", "halaman web"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "halaman web"),
        (b"\x1f\x8b\x08", "GZIP"),
        (bytes(range(32)) * 8, "biner"),
        (b"<invalid_response>Key tidak sah</invalid_response>", "Key tidak sah"),
    ],
)
def test_content_of_another_kind_is_refused_whatever_its_name(tmp_path, content, words):
    """R-02."""
    path = tmp_path / "data.xlsx"
    path.write_bytes(content)

    reading = reading_of(path)

    assert (codes(reading), reading.failed) == (["R-02"], True)
    assert words in reading.problems[0].message


@pytest.mark.parametrize("part", ["word/document.xml", "ppt/presentation.xml", "content.xml"])
def test_other_office_documents_are_refused(tmp_path, part):
    path = tmp_path / "laporan.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "<x/>")

    assert codes(reading_of(path)) == ["R-02"]


@pytest.mark.parametrize("content", [b"PK\3\4", b"PK\3\4" + b"x" * 500, b"PAR1" + b"y" * 90])
def test_what_was_cut_off_is_refused_as_damaged(tmp_path, content):
    """R-03."""
    path = tmp_path / "terpotong"
    path.write_bytes(content)

    assert codes(reading_of(path)) == ["R-03"]


def test_the_extension_may_lie(tmp_path):
    path = write_json(tmp_path / "TENDER 6.csv", [make_contract()])

    assert reading_of(path).table == "SPSE-TenderEkontrak-Kontrak"


def test_an_unknown_header_is_refused_with_the_columns_that_were_seen(tmp_path):
    """R-04, quirk 22: an OCDS file, a questionnaire, a table of sums."""
    path = write_json(tmp_path / "ocds.json", [{"ocid": "x-1", "releases": [{"tag": ["award"]}]}])

    reading = reading_of(path)

    assert (codes(reading), reading.table) == (["R-04"], "")
    assert "“ocid”, “releases”" in reading.problems[0].message


def test_a_header_of_two_tables_is_not_guessed(tmp_path):
    """R-05."""
    both = make_contract(no_sppbj="1", tgl_sppbj="2025-02-01", harga_final=1)
    path = write_json(tmp_path / "gabungan.json", [both])

    reading = reading_of(path)

    assert codes(reading) == ["R-05"]
    assert "SPSE-TenderEkontrak-SPPBJ" in reading.problems[0].message


def test_messages_name_the_file(tmp_path):
    path = tmp_path / "BELANJA.csv"
    path.write_bytes(b"%PDF")

    assert reading_of(path).problems[0].where == "BELANJA.csv"
