"""Makes template.docx: manual, rows with sums, rows left out, value and achievement."""

from tolok.documents.building import (
    F4,
    Cell,
    Column,
    Each,
    Row,
    Sheet,
    Template,
    When,
    Xml,
    bold,
    grid,
    kop,
    note,
    p,
    signatures,
    space,
    table,
    together,
    verification,
)
from tolok.documents.building.achievements import scale_note, status_cell
from tolok.documents.hitung_calculation import DOCUMENT

SHEET = Sheet.form(F4)
DIVIDED = " ÷ ({{ denominator }}){% if factor != 1 %} × {{ factor }}{% endif %}"
COMPUTED = f"({{{{ numerator }}}}){{% if denominator %}}{DIVIDED}{{% endif %}}"


def build() -> Template:
    body = (
        kop(SHEET),
        p("Title", "FORMULIR PERHITUNGAN INDIKATOR KINERJA"),
        p("Subtitle", "TAHUN ANGGARAN {{ year }}, {{ period|upper }}"),
        manual(),
        space(8),
        counted(),
        space(8),
        left_out(),
        space(8),
        together(
            SHEET,
            result(),
            space(6),
            notes(),
            space(4),
            signatures(SHEET, "{{ signed.place_and_date }}", first=("Mengetahui,",)),
        ),
    )
    return Template(DOCUMENT, SHEET, body, size=10, numbering="none", sheet_codes=True)


def manual() -> Xml:
    """The attributes that decide what is computed."""
    columns = grid(4.4, round(SHEET.text_width - 4.4, 2))
    rows = (
        Row.of("Indikator", Cell((p("Tabel", bold("{{ code }} {{ name }}")),))),
        Each("one in attributes", Row.of("{{ one.label }}", "{{ one.text }}")),
        Row.of("Rumus", "{{ formula }}"),
        Row.of("Perhitungan", f"{COMPUTED}, dalam {{{{ measure }}}}, {{{{ places }}}} desimal"),
        Row.of("Arah", "{{ better }}"),
    )
    return table(columns, *rows, heads=())


def counted() -> Xml:
    columns = (
        Column("No", 1.0, "center"),
        Column("Paket yang dihitung", round(SHEET.text_width - 10.2, 2)),
        Column("Perangkat Daerah", 3.2),
        Column("Pembilang", 3.0, "right"),
        Column("Penyebut", 3.0, "right"),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ row.name }}\n{{ row.code }}",
        "{{ row.work_unit }}",
        "{{ row.numerator|angka }}",
        _unless_none("row.denominator"),
    )
    total = Row.of(
        Cell("JUMLAH", 3, style="Tabel Judul"),
        Cell((p("Tabel Angka", bold("{{ numerator_total|angka }}")),)),
        Cell((p("Tabel Angka", bold(_unless_none("denominator_total"))),)),
    )
    empty = ("rows", "Tidak ada paket yang dihitung pada periode ini.")
    return table(columns, Each("row in rows", row), When("rows", total), empty=empty)


def _unless_none(field: str) -> str:
    return f"{{% if {field} is none %}}–{{% else %}}{{{{ {field}|angka }}}}{{% endif %}}"


def left_out() -> Xml:
    columns = (
        Column("No", 1.0, "center"),
        Column("Paket yang tidak dihitung atau belum pasti", 8.0),
        Column("Alasan", round(SHEET.text_width - 9.0, 2)),
    )
    row = Row.of("{{ loop.index }}.", "{{ row.name }}\n{{ row.code }}", "{{ row.reason }}")
    empty = ("left_out", "Tidak ada paket yang dikeluarkan dari perhitungan.")
    return table(columns, Each("row in left_out", row), empty=empty)


def result() -> Xml:
    """The value, and its way to the target."""
    names = ("Baseline", "Target", "Realisasi", "Capaian", "Status")
    wide = round(SHEET.text_width / len(names), 2)
    columns = tuple(Column(name, wide, "center") for name in names)
    target = (
        "{{ target.low|angka }}{% if target.high is not none %}–{{ target.high|angka }}{% endif %}"
    )
    actual = _with_measure("reading.actual", "{{ reading.actual|angka(places) }}")
    row = Row.of(
        _with_measure("baseline", "{{ baseline|angka }}"),
        _with_measure("target.low", target),
        Cell((p("Tabel Tengah", bold(actual)),)),
        "{{ reading.achievement|persen(2) }}",
        status_cell("reading"),
    )
    over = Row.of(
        Cell(
            "{% if ended %}Masa indikator sudah berakhir.{% else %}"
            "Masa indikator masih berjalan.{% endif %}",
            len(names),
            style="Tabel Kecil",
        )
    )
    return table(columns, row, over)


def _with_measure(field: str, words: str) -> str:
    return f"{words}{{% if {field} is not kosong %}} {{{{ measure }}}}{{% endif %}}"


def notes() -> Xml:
    """The code at the left, how achievement and status are found at the right."""
    words = (scale_note(), note("Catatan: {{ remarks|atau('tidak ada') }}"))
    row = Row.of(Cell(verification(), middle=False), Cell(words, middle=False))
    return table(grid(4.0, round(SHEET.text_width - 4.0, 2)), row, heads=(), borders=False)
