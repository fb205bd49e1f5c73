"""Names of scans, and how kept files are handed out again."""

import io
import json
from email.message import Message

import pytest
from django.http import Http404

from tolok.core.problem import RefusedError
from tolok.scans.content import Content
from tolok.scans.examine import write_bounded
from tolok.scans.names import safe_name
from tolok.scans.serving import as_download, drawn_picture
from tolok.scans.testing import picture
from tolok.store import keep_chunks

pytestmark = pytest.mark.django_db


def kept(data=b"isi"):
    return keep_chunks([data])[0]


def test_too_large_a_file_is_refused_before_all_of_it_has_come():
    chunks = iter([b"12345", b"67890", b"never asked for"])

    with pytest.raises(RefusedError) as refusal:
        write_bounded(io.BytesIO(), chunks, "besar.pdf", most=8)

    assert refusal.value.problems[0].rule == "SC-02"
    assert list(chunks) == [b"never asked for"]


def test_hostile_names_are_tame_and_come_back_equal_from_the_header(shared):
    names = json.loads((shared / "data/bad/filenames.json").read_text())

    for given in names:
        name = safe_name(given, Content.PDF)
        response = as_download(kept(), name)

        header = Message()
        header["Content-Disposition"] = response["Content-Disposition"]
        assert header.get_content_disposition() == "attachment"
        assert header.get_filename() == name
        assert name.endswith(".pdf")
        assert not name.startswith(".")
        assert not set(name) & set('/\\\r\n\0<>"\u202e')
        response.close()


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("..\\..\\x.pdf", "x.pdf"),
        ("a\u202efdp.exe", "a\ufffdfdp.exe.pdf"),
        ("CON.pdf", "_CON.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("", "pindaian.pdf"),
        ("..", "pindaian.pdf"),
        ("Laporan_Triwulan_Ⅳ.pdf", "Laporan_Triwulan_Ⅳ.pdf"),
        ("SURAT.PDF", "SURAT.pdf"),
    ],
)
def test_a_name_leads_nowhere_and_says_what_the_file_is(given, name):
    assert safe_name(given, Content.PDF) == name


def test_a_file_is_saved_and_never_run():
    response = as_download(kept(), "surat.pdf", "application/pdf")

    assert response["Content-Disposition"] == 'attachment; filename="surat.pdf"'
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    response.close()


def test_only_a_picture_we_drew_stands_in_a_page():
    response = drawn_picture(kept(picture("JPEG")))

    assert (response["Content-Type"], response["Content-Disposition"]) == ("image/jpeg", "inline")
    assert "sandbox" in response["Content-Security-Policy"]
    response.close()


def test_a_file_whose_bytes_are_gone_is_not_there():
    with pytest.raises(Http404):
        as_download("0" * 64, "a.pdf")
