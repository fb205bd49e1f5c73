"""What is taken as a scan, and what is refused; every file is opened in a child."""

import io
import zipfile
import zlib
from dataclasses import replace

import pytest
from PIL import Image
from pypdf import PdfWriter

from tolok.core.problem import RefusedError
from tolok.scans.child import SHOWN
from tolok.scans.in_child import look
from tolok.scans.limits import DEFAULT
from tolok.scans.pdf_safety import look_at_pdf
from tolok.scans.testing import pdf, picture

SCRIPT = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"


@pytest.fixture
def looked_at(tmp_path):
    def look_at(data, limits=DEFAULT, most_pages=300):
        path = tmp_path / "berkas"
        path.write_bytes(data)
        return look(path, tmp_path, shown="pindaian.pdf", most_pages=most_pages, limits=limits)

    return look_at


@pytest.fixture
def refused(looked_at):
    """The rule and the message of the refusal."""

    def refused_with(data, **more):
        with pytest.raises(RefusedError) as refusal:
            looked_at(data, **more)
        (problem,) = refusal.value.problems
        assert problem.where == "pindaian.pdf"
        return problem.rule, problem.message

    return refused_with


@pytest.fixture
def found_in(tmp_path):
    """The same look at a PDF without a child, for the many ways to hide something."""

    def find(data):
        path = tmp_path / "berkas.pdf"
        path.write_bytes(data)
        return look_at_pdf(path, "berkas.pdf", 300)

    return find


def protected():
    writer = PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.encrypt("", "rahasia")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def in_object_stream():
    """The script stands in a compressed object stream, where no search of the bytes finds it."""
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R /OpenAction 4 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
        SCRIPT,
    ]
    places, text = "", ""
    for number, body in enumerate(bodies, start=1):
        places += f"{number} {len(text)} "
        text += body + "\n"
    data = b"%PDF-1.7\n"
    rows = [b"\0\0\0\0", *(b"\2\0\5" + bytes([at]) for at in range(4))]
    rows.append(b"\1" + len(data).to_bytes(2, "big") + b"\0")
    data += stream(5, f"/Type /ObjStm /N 4 /First {len(places)}", (places + text).encode())
    rows.append(b"\1" + len(data).to_bytes(2, "big") + b"\0")
    end = f"startxref\n{len(data)}\n%%EOF\n".encode()
    return data + stream(6, "/Type /XRef /Size 7 /W [1 2 1] /Root 1 0 R", b"".join(rows)) + end


def stream(number, words, content):
    packed = zlib.compress(content)
    head = f"{number} 0 obj\n<< {words} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n"
    return head.encode() + packed + b"\nendstream\nendobj\n"


# --- What is taken


def test_a_pdf_a_jpeg_and_a_png_are_known_by_their_bytes(looked_at):
    assert looked_at(pdf()) == {"content": "application/pdf", "pages": 1}
    assert looked_at(picture("PNG")) == {"content": "image/png", "pages": 1}
    assert looked_at(picture("JPEG")) == {"content": "image/jpeg", "pages": 1}


def test_a_picture_is_drawn_anew_without_place_camera_and_what_hides_behind_it(looked_at, tmp_path):
    exif = Image.Exif()
    exif[0x010F] = "Kamera Rahasia"
    exif[0x0112] = 6  # lies on its side

    looked_at(picture("JPEG", exif=exif, comment=b"catatan") + b"PK\x03\x04 tersembunyi")

    shown = (tmp_path / SHOWN).read_bytes()
    with Image.open(io.BytesIO(shown)) as drawn:
        assert drawn.size == (40, 60)
        assert not drawn.getexif()
    assert not [word for word in (b"Rahasia", b"catatan", b"tersembunyi") if word in shown]


def test_a_large_picture_is_shown_smaller(looked_at, tmp_path):
    looked_at(picture(size=(5000, 100)))

    with Image.open(tmp_path / SHOWN) as drawn:
        assert drawn.size == (3508, 70)


def test_an_opening_view_is_no_script(found_in):
    assert found_in(pdf(catalog="/OpenAction [3 0 R /XYZ null null 1]")) is None


# --- What is refused


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "kosong"),
        (b"<svg onload=alert(1)>", "SVG"),
        (b"GIF89a" + b"\0" * 40, "GIF"),
        (b"MZ" + b"\0" * 40, "program"),
        (b"PK\x03\x04" + b"\0" * 40, "ZIP"),
        (b"\0 %PDF-1.7", "tidak dikenal"),
    ],
)
def test_other_kinds_are_refused_whatever_their_name(refused, data, word):
    rule, message = refused(data)

    assert rule == "SC-01"
    assert word in message


def test_too_many_pages_or_pixels_are_refused(refused):
    small = replace(DEFAULT, pixels=1000)

    assert refused(pdf(), most_pages=0)[0] == "SC-02"
    assert refused(picture(), limits=small)[0] == "SC-02"


@pytest.mark.parametrize(
    ("catalog", "object_", "word"),
    [
        ("/OpenAction 4 0 R", SCRIPT, "skrip"),
        ("/OpenAction 4 0 R", SCRIPT.replace("/JavaScript", "/#4aavaScript"), "skrip"),
        ("/AA << /WC 4 0 R >>", SCRIPT, "skrip"),
        ("/Names << /JavaScript 4 0 R >>", "<< /Names [] >>", "skrip"),
        ("/OpenAction 4 0 R", "<< /S /Launch /F (cmd.exe) >>", "program"),
        ("/Names << /EmbeddedFiles 4 0 R >>", "<< /Names [] >>", "lampiran"),
        ("", "<< /Type /Annot /Subtype /RichMedia >>", "media"),
        ("/AcroForm << /XFA 4 0 R >>", "[]", "XFA"),
        ("/OpenAction 4 0 R", "<< /S /SubmitForm /F (https://a.example) >>", "mengirim"),
        ("", SCRIPT, "skrip"),  # nothing leads to it yet
    ],
)
def test_a_pdf_that_can_do_something_is_refused(found_in, catalog, object_, word):
    problem = found_in(pdf(object_, catalog=catalog))

    assert problem.rule == "SC-03"
    assert word in problem.message


def test_a_script_in_an_object_that_no_table_lists_is_found(found_in):
    data = pdf().replace(b"startxref", b"9 0 obj\n" + SCRIPT.encode() + b"\nendobj\nstartxref")

    assert found_in(data).rule == "SC-03"


def test_a_script_in_a_compressed_object_stream_is_found(found_in):
    data = in_object_stream()

    assert b"JavaScript" not in data
    assert found_in(data).rule == "SC-03"


def test_a_protected_pdf_is_refused_with_advice(refused):
    rule, message = refused(protected())

    assert rule == "SC-04"
    assert "tanpa perlindungan" in message


@pytest.mark.parametrize("data", [pdf()[:100], b"%PDF-1.7\n%%EOF", picture()[:50]])
def test_what_is_cut_off_is_refused(refused, data):
    assert refused(data)[0] == "SC-05"


def test_a_pdf_that_is_something_else_too_is_refused(found_in):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("a.txt", "a")

    assert found_in(pdf(tail=archive.getvalue())).rule == "SC-06"
    assert found_in(pdf(tail=b"<script>alert(1)</script>")).rule == "SC-06"
    assert found_in(pdf(tail=b"\r\n\0")) is None


def test_a_file_that_needs_too_much_costs_only_its_child(refused):
    tight = replace(DEFAULT, memory_bytes=300 << 20)

    rule, message = refused(picture(size=(12_000, 6_000)), limits=tight)

    assert rule == "SC-07"
    assert "memori" in message or "berhenti" in message
