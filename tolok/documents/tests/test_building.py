"""The shared blocks, put together in a document of their own."""

import io
import re
from dataclasses import dataclass, replace

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from tolok.documents.building import (
    A4,
    Cell,
    Cells,
    Column,
    Each,
    Row,
    Sheet,
    Template,
    annex,
    bold,
    contents,
    each,
    grid,
    item,
    kop,
    letter_head,
    numbered,
    p,
    page_break,
    recipients,
    section,
    signature,
    signatures,
    space,
    table,
    verification,
)
from tolok.documents.document import SHARED_PICTURES, Document
from tolok.documents.parts import Issue, Kop, Letter, Picture, Signer
from tolok.documents.rendering.pdf import heading_pages, libreoffice, make_pdfs
from tolok.documents.rendering.word import render_word
from tolok.documents.text import text_of

LETTER, WIDE = Sheet.letter(A4), Sheet.wide()
SIGNER = Signer("langsung", ("KEPALA UKPBJ",), "CONTOH KEPALA", "Pembina (IV/a)", "1" * 18)


@dataclass(frozen=True)
class Facts:
    issue: Issue
    kop: Kop
    letter: Letter
    recipients: tuple[str, ...]
    rows: tuple[str, ...]
    signer: Signer
    signers: tuple[Signer, ...]
    copies: tuple[str, ...]


def made(**changes):
    facts = Facts(
        issue=Issue("final", "7K3M-9QXD", "contoh.example/v"),
        kop=Kop("PEMERINTAH KABUPATEN CONTOH", "BAGIAN PENGADAAN", ("Jalan Contoh 1",), None),
        letter=Letter("Contoh Jaya", None, "000.3/1/UKPBJ/2026"),
        recipients=("Kepala Dinas Contoh",),
        rows=("satu", "dua"),
        signer=SIGNER,
        signers=(SIGNER,),
        copies=(),
    )
    return replace(facts, **changes)


@pytest.fixture
def rendered(tmp_path):
    """The .docx of these blocks and facts."""

    def render(*body, facts=None, sheet=LETTER, pages=None, **options):
        document = Document("F1", "Judul Contoh", Facts)
        template = tmp_path / "template.docx"
        template.write_bytes(Template(document, sheet, body, **options).to_bytes())
        return render_word(template, facts or made(), pages).data

    return render


def lines_of(data):
    return text_of(data).splitlines()


# --- Signatures


@pytest.mark.parametrize(
    ("variant", "offices", "lines"),
    [
        ("langsung", ("BUPATI",), ["BUPATI,"]),
        ("Plt.", ("KEPALA UKPBJ",), ["Plt. KEPALA UKPBJ,"]),
        ("Plh.", ("KEPALA UKPBJ",), ["Plh. KEPALA UKPBJ,"]),
        ("a.n.", ("BUPATI", "SEKRETARIS DAERAH"), ["a.n. BUPATI", "SEKRETARIS DAERAH,"]),
        (
            "u.b.",
            ("BUPATI", "SEKRETARIS DAERAH", "ASISTEN"),
            ["a.n. BUPATI", "SEKRETARIS DAERAH", "u.b.", "ASISTEN,"],
        ),
    ],
)
def test_each_way_of_signing_is_written_as_offices_do(rendered, variant, offices, lines):
    signer = replace(SIGNER, variant=variant, offices=offices)

    data = rendered(signature(LETTER, "Mengetahui,"), facts=made(signer=signer))

    words = ["Mengetahui,", *lines, "CONTOH KEPALA", "Pembina (IV/a)"]
    assert " / ".join(words) in text_of(data)


def test_a_signer_without_rank_and_nip_has_no_empty_lines(rendered):
    data = rendered(signature(LETTER), facts=made(signer=replace(SIGNER, rank="", nip="")))

    assert lines_of(data)[0].endswith("KEPALA UKPBJ, / CONTOH KEPALA")


@pytest.mark.parametrize("count", [1, 2, 5, 12])
def test_all_signers_sign_two_in_a_row_and_no_row_parts(rendered, count):
    signers = tuple(replace(SIGNER, name=f"CONTOH {at}") for at in range(count))

    data = rendered(signatures(LETTER), facts=made(signers=signers))

    rows = list(docx.Document(io.BytesIO(data)).element.body.iter(qn("w:tr")))
    assert len(rows) == (count + 1) // 2
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
    assert [f"CONTOH {at}" in text_of(data) for at in range(count)] == [True] * count


def test_copies_stand_in_the_row_of_the_signature(rendered):
    data = rendered(signature(LETTER, copies="copies"), facts=made(copies=("Bupati;", "Arsip.")))

    assert lines_of(data)[0].endswith("/ Tembusan: / 1. Bupati; / 2. Arsip.")


def test_without_copies_there_is_no_such_heading(rendered):
    data = rendered(signature(LETTER, copies="copies"))

    assert "Tembusan" not in text_of(data)


def test_a_code_without_a_public_address_has_no_qr(rendered):
    facts = made(issue=Issue("final", "7K3M-9QXD", ""))

    data = rendered(signature(LETTER, left=verification()), facts=facts)

    assert "Kode verifikasi 7K3M-9QXD" in text_of(data)
    assert docx.Document(io.BytesIO(data)).inline_shapes._inline_lst == []


# --- Letters


def test_one_addressee_has_no_number(rendered):
    assert lines_of(rendered(recipients()))[0] == "Yth. Kepala Dinas Contoh"


def test_the_head_of_a_letter_leaves_room_for_a_date_by_hand(rendered):
    head = letter_head(LETTER, ("Nomor", "{{ letter.number }}"), ("Hal", "Undangan"))

    first, second, *_ = lines_of(rendered(head))

    assert first.startswith("Nomor | : | 000.3/1/UKPBJ/2026 | Contoh Jaya, ……")
    assert second == "Hal | : | Undangan | "


def test_a_letterhead_has_the_logo_in_its_own_shape(rendered):
    logo = Picture((SHARED_PICTURES / "lambang.png").read_bytes(), "Lambang")

    data = rendered(kop(LETTER), facts=made(kop=replace(made().kop, logo=logo)))

    (shape,) = docx.Document(io.BytesIO(data)).inline_shapes
    assert shape.height.cm == pytest.approx(2.1, abs=0.01)
    assert shape.width.cm == pytest.approx(2.1 * 480 / 560, abs=0.01)


# --- Lists and tables


def test_a_list_without_a_heading_between_can_start_again(rendered):
    body = (numbered("a"), numbered("b"), numbered("c", restart=1), numbered("d", restart=1))

    found = docx.Document(io.BytesIO(rendered(*body))).element.body.iter(qn("w:numId"))

    assert [one.get(qn("w:val")) for one in found] == ["11", "11"]


def test_a_row_has_a_cell_for_each_turn_of_a_loop(rendered):
    columns = (Column("No", 1), *grid(2, 2), Column("Nilai", 2))
    heads = (Row.heading("No", Cells("row in rows", "{{ row }}", 2), "Nilai"),)
    row = Row.of("1.", Cells("row in rows", Cell("{{ row|upper }}"), 2), "x")

    for rows, lines in (
        (("satu", "dua"), ["No | satu | dua | Nilai", "1. | SATU | DUA | x"]),
        (("satu",), ["No | satu | Nilai", "1. | SATU | x"]),
    ):
        data = rendered(table(columns, row, heads=heads), facts=made(rows=rows))
        assert lines_of(data)[:2] == lines


def test_a_table_without_rows_says_so(rendered):
    rows = Each("row in rows", Row.of("{{ loop.index }}", "{{ row }}"))
    made_table = table((Column("No", 1), Column("Nama", 5)), rows, empty=("rows", "Belum ada."))

    assert lines_of(rendered(made_table, facts=made(rows=())))[:2] == ["No | Nama", "Belum ada."]
    assert lines_of(rendered(made_table))[:3] == ["No | Nama", "1 | satu", "2 | dua"]


def test_a_row_that_does_not_fill_its_table_is_a_slip_of_the_script():
    with pytest.raises(ValueError, match="a row of 1 columns in a table of 2"):
        table((Column("No", 1), Column("Nama", 5)), Row.of("satu"))


def test_items_inside_a_loop_carry_the_marks_of_the_template(rendered):
    body = each("row in rows", item("{{ loop.index|huruf }}.", bold("{{ row }}")))

    assert lines_of(rendered(body))[:2] == ["a. satu", "b. dua"]


# --- Long documents


REPORT = (
    p("Title", "LAPORAN"),
    contents(LETTER),
    p("Heading 1", "\nPENDAHULUAN"),
    p("Heading 2", "Latar belakang"),
    p("Isi Bagian", "Isi."),
    page_break(),
    p("Heading 2", "Dasar"),
    section(LETTER),
    p("Heading 1", "\nTABEL LEBAR"),
    p("Heading 2", "Capaian"),
    p("Heading 3", "Rincian"),
    annex("JADWAL", heading="LAMPIRAN I"),
)
ENTRIES = [
    "BAB I PENDAHULUAN",
    "A. Latar belakang",
    "B. Dasar",
    "BAB II TABEL LEBAR",
    "A. Capaian",
    "LAMPIRAN I JADWAL",
]


def test_the_contents_list_numbers_its_headings_as_word_does(rendered):
    data = rendered(*REPORT, sheet=WIDE, numbering="report")

    assert lines_of(data)[1:7] == [f"{entry} …" for entry in ENTRIES]


def test_without_page_numbers_word_is_asked_to_update_the_list(rendered):
    draft = rendered(*REPORT, sheet=WIDE, numbering="report")
    final = rendered(*REPORT, sheet=WIDE, numbering="report", pages=(2, 2, 3, 4, 4, 4, 5))

    assert [is_to_be_updated(data) for data in (draft, final)] == [True, False]
    assert lines_of(final)[3] == "B. Dasar 3"
    assert lines_of(final)[6] == "LAMPIRAN I JADWAL 5"


def is_to_be_updated(data):
    settings = docx.Document(io.BytesIO(data)).settings.element
    return settings.find(qn("w:updateFields")) is not None


def test_each_section_has_its_own_paper(rendered):
    data = rendered(*REPORT, sheet=WIDE, numbering="report")

    sizes = [
        (one.page_width.cm, one.page_height.cm) for one in docx.Document(io.BytesIO(data)).sections
    ]
    assert [tuple(round(side, 1) for side in size) for size in sizes] == [
        (21.0, 29.7),
        (29.7, 21.0),
    ]


@pytest.mark.slow
def test_the_pages_of_the_contents_list_are_those_of_the_pdf(rendered, tmp_path):
    if libreoffice() is None:
        pytest.skip("LibreOffice is not installed")
    file = tmp_path / "laporan.docx"
    file.write_bytes(rendered(*REPORT, sheet=WIDE, numbering="report"))
    pages = heading_pages(make_pdfs([file], tmp_path)[0])
    file.write_bytes(rendered(*REPORT, sheet=WIDE, numbering="report", pages=pages))

    first, *rest = [page.extract_text() for page in PdfReader(make_pdfs([file], tmp_path)[0]).pages]

    listed = re.findall(r"^(.+?)[. ]*(\d)$", first, re.M)
    assert [entry for entry, _ in listed[: len(ENTRIES)]] == ENTRIES
    for entry, page in listed[: len(ENTRIES)]:
        assert entry.split()[-1] in rest[int(page) - 2]


def test_two_tables_stay_two(rendered):
    one = table((Column("A", 2),), Row.of(Cell("x")))

    data = rendered(one, space(), one)

    assert len(docx.Document(io.BytesIO(data)).tables) == 2
