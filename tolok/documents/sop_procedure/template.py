"""Makes template.docx: F4 landscape, the approval sheet, flowchart pages, legend, formats."""

from dataclasses import replace
from typing import Final

from tolok.documents.building import (
    F4,
    Cell,
    Column,
    Each,
    Margins,
    Row,
    Sheet,
    Template,
    When,
    Xml,
    each,
    grid,
    item,
    note,
    p,
    space,
    table,
    verification,
    when,
)
from tolok.documents.building.ends import together
from tolok.documents.building.paragraphs import indented
from tolok.documents.building.styles import Style, tab_at
from tolok.documents.building.xml import run
from tolok.documents.sop_procedure import DOCUMENT
from tolok.documents.sop_procedure.legend import symbol

SHEET: Final = replace(Sheet.wide(F4), margins=Margins(1.7, 1.5, 2.0, 2.0))
STYLES: Final = (
    Style("SOP Instansi", 12, "center", bold=True),
    Style("SOP Judul Kotak", 10, bold=True, before=3, after=2, keep=True),
    Style("SOP Butir", 9.5, after=1, more=indented(0.7, 0.7), tabs=tab_at(0.7)),
)
BOXES: Final = (
    (("Dasar Hukum", "legal_basis"), ("Kualifikasi Pelaksana", "qualifications")),
    (("Keterkaitan", "related"), ("Peralatan/Perlengkapan", "equipment")),
    (("Peringatan", "warnings"), ("Pencatatan dan Pendataan", "records")),
)
SYMBOLS: Final = (
    ("capsule", "Kapsul: mulai dan selesai"),
    ("box", "Kotak: proses atau pelaksanaan"),
    ("diamond", "Belah ketupat: keputusan"),
    ("arrow", "Anak panah: arah"),
    ("pentagon", "Segilima: penghubung halaman"),
)
NEW_PAGE: Final = "<w:pageBreakBefore/>"


def build() -> Template:
    body = (*approval(), *flowchart(), *formats())
    return Template(DOCUMENT, SHEET, body, size=10, numbering="none", styles=STYLES)


# --- Lembar pengesahan


def approval() -> tuple[Xml, ...]:
    """Agency at the left; number, dates, signature and name at the right; six boxes below."""
    half = round(SHEET.text_width / 2, 2)
    label = 4.2
    columns = grid(half, label, round(SHEET.text_width - half - label, 2))
    date = "{{% if {0} %}}{{{{ {0} }}}}{{% else %}}{1}{{% endif %}}"
    rows = (
        ("Nomor SOP", "{{ number }}"),
        ("Tanggal Pembuatan", "{{ made }}"),
        ("Tanggal Revisi", date.format("revised", "–")),
        ("Tanggal Efektif", date.format("effective", "sejak tanggal ditetapkan")),
    )
    agency, below = Cell(_agency(), merge="restart"), Cell("", merge="continue")
    lines = [Row.of(agency if not at else below, *row, height=0.65) for at, row in enumerate(rows)]
    signed = Row.of(below, "Disahkan oleh", Cell(_signed(), middle=False))
    title = Cell("{{ name|upper }}", style="Tabel Judul")
    name = Row.of(below, "Nama SOP", title, height=0.9)
    return (
        table(columns, *lines, signed, name, heads=()),
        space(1),
        table(grid(half, SHEET.text_width - half), *(_boxes(*pair) for pair in BOXES), heads=()),
        space(4),
        *verification(),
    )


def _agency() -> tuple[Xml, ...]:
    return (
        when("logo", p("Gambar", "{{ logo|gambar(2.2, 2.4) }}")),
        p("SOP Instansi", "{{ government }}"),
        p("SOP Instansi", "{{ unit }}"),
        when("sub_unit", p("SOP Instansi", "{{ sub_unit }}")),
    )


def _signed() -> tuple[Xml, ...]:
    bold_line = '<w:b/><w:u w:val="single"/>'
    return (
        space(3),
        each("line in signer.lines", p("Tabel Tengah", "{{ line }}")),
        space(44),
        p("Tabel Tengah", run("{{ signer.name }}", bold_line)),
        when("signer.rank", p("Tabel Tengah", "{{ signer.rank }}")),
        when("signer.nip", p("Tabel Tengah", "NIP {{ signer.nip|nip }}")),
        space(3),
    )


def _boxes(*pair: tuple[str, str]) -> Row:
    return Row.of(*(Cell(_box(title, field), middle=False) for title, field in pair))


def _box(title: str, field: str) -> tuple[Xml, ...]:
    several = each(f"one in {field}", item("{{ loop.index }}.", "{{ one }}", style="SOP Butir"))
    return (
        p("SOP Judul Kotak", f"{title}:"),
        when(field, several, otherwise=(p("Tabel", "–"),)),
        space(3),
    )


# --- Flowchart


def flowchart() -> tuple[Xml, ...]:
    title = "{{ name|upper }}{% if not loop.first %} (lanjutan){% endif %}"
    page = each(
        "page in pages",
        p("Title", title, properties=NEW_PAGE),
        space(3),
        p("Rapat", "{{p page|alir }}"),
        space(1),
    )
    none = p("Isi", "Langkah prosedur belum disusun.", properties=NEW_PAGE)
    days = (
        "Simbol menurut Peraturan Menteri PANRB Nomor 35 Tahun 2012. Hari adalah {{ days }}. "
        "Penyimpangan atas mutu baku dipertanggungjawabkan oleh pelaksana."
    )
    told = (space(8), legend(), note(days), each("one in notes", note("{{ one }}")))
    return (when("pages", page, together(SHEET, *told), otherwise=(none,)),)


def legend() -> Xml:
    """The five symbols, each beside its meaning."""
    drawn, words = 2.3, 3.5
    columns = grid(*(width for _ in SYMBOLS for width in (drawn, words)))
    cells: list[str | Cell] = []
    for at, (kind, meaning) in enumerate(SYMBOLS):
        cells += [Cell((symbol(kind, at),)), meaning]
    return table(columns, Row.of(*cells), heads=())


# --- Formats


def formats() -> tuple[Xml, ...]:
    columns = (
        Column("Kode", 2.0, "center"),
        Column("Judul format", 20.0),
        Column("Langkah", 7.0, "center"),
    )
    row = Row.of("{{ one.code }}", "{{ one.title }}", "{{ one.steps }}")
    none = Row.of(Cell("Prosedur ini tidak mempunyai format tambahan.", 3, "center"))
    return (
        space(14),
        p("Title", "DAFTAR FORMAT"),
        p("Subtitle", "sebagai tambahan atas format standar SOP administrasi pemerintahan"),
        table(columns, Each("one in formats", row), When("not formats", none)),
    )
