"""Recaps of ratings over packages, or over Pokja and units (facts: `ratings.Recap`)."""

from typing import Final

from tolok.documents.building.ends import signature, verification
from tolok.documents.building.letters import kop
from tolok.documents.building.paper import F4, Sheet
from tolok.documents.building.paragraphs import bold, note, or_dash, p, space
from tolok.documents.building.tables import Cell, Cells, Column, Each, Row, When, grid, table
from tolok.documents.building.xml import Xml, join

ASPECTS: Final = 4  # of the instruments in use; another number makes other columns
BANDS: Final = 4
_ASPECT_HEAD: Final = Cell(
    (p("Tabel Kecil Tengah", bold("{{ aspect.name }} ({{ aspect.weight }}\u00a0%)")),)
)
_ASPECT: Final = 1.9  # cm
_EMPTY: Final = "Belum ada paket selesai pada periode ini."


def recap_head(sheet: Sheet, title: str, *rows: Xml) -> Xml:
    """Letterhead, title with the year, and what the recap is about."""
    dated = p("Title", f"{title} TAHUN ANGGARAN {{{{ year }}}}")
    return join([kop(sheet), dated, space(4), *rows, space(4)])


def package_rows(sheet: Sheet, detail: str = "{{ row.code }} · {{ row.method }}") -> Xml:
    """Facts `rows`: a package a line, the points of each aspect, its value; means at the foot.

    `detail` stands below the name of the package.
    """
    heads = Row.heading(
        *("No", "Paket pengadaan", "Perangkat Daerah"),
        Cells("aspect in result.aspects", _ASPECT_HEAD, ASPECTS),
        *("Nilai", "Kategori", "Keterangan"),
    )
    row = Row.of(
        "{{ loop.index }}.",
        f"{{{{ row.name }}}}\n{detail}",
        _small("{{ row.work_unit }}"),
        Cells(
            "aspect in result.aspects",
            "{{ row.ratings[loop.index0] if row.ratings else '–' }}",
            ASPECTS,
        ),
        or_dash("row.value", "|angka(2)"),
        "{{ row.category|atau('–') }}",
        _small("{% if row.value is kosong %}{{ row.value }} {% endif %}{{ row.note }}"),
    )
    means = Row.of(
        Cell("RATA-RATA PAKET YANG DINILAI", 3, style="Tabel Judul"),
        Cells("aspect in result.aspects", _strong(or_dash("aspect.mean", "|angka(2)")), ASPECTS),
        _strong(or_dash("result.mean", "|angka(2)")),
        _strong(or_dash("result.category")),
        "",
    )
    lines = (Each("row in rows", row), When("rows", means))
    columns = _package_columns(sheet)
    return table(columns, *lines, heads=(heads,), empty=("rows", _EMPTY))


def _package_columns(sheet: Sheet) -> tuple[Column, ...]:
    """On F4 there is room for the longer names; remarks take what is left."""
    is_f4 = sheet.paper.width >= F4.height
    name, unit, aspect = (10.7, 3.1, 1.95) if is_f4 else (8.9, 3.0, _ASPECT)
    taken = 0.8 + name + unit + ASPECTS * aspect + 1.1 + 1.6
    return (
        Column("No", 0.8, "center"),
        Column("Paket pengadaan", name),
        Column("Perangkat Daerah", unit),
        *_equal(ASPECTS, aspect),
        Column("Nilai", 1.1, "center"),
        Column("Kategori", 1.6, "center"),
        Column("Keterangan", round(sheet.text_width - taken, 2)),
    )


def group_rows(sheet: Sheet, group: str) -> Xml:
    """Facts `rows`: a Pokja or unit a line; sums and means over packages at the foot."""
    widths = _ASPECT * ASPECTS + 1.3 * BANDS
    columns = (
        Column("No", 0.9, "center"),
        Column(group, round(sheet.text_width - 8.3 - widths, 2)),
        Column("Paket", 1.3, "center"),
        Column("Dinilai", 1.4, "center"),
        *_equal(ASPECTS, _ASPECT),
        Column("Jumlah nilai", 1.4, "center"),
        Column("Rata-rata", 1.3, "center"),
        Column("Kategori", 2.0, "center"),
        *_equal(BANDS, 1.3),
    )
    heads = Row.heading(
        *("No", group, "Paket", "Dinilai"),
        Cells("aspect in result.aspects", _ASPECT_HEAD, ASPECTS),
        *("Jumlah nilai", "Rata-rata", "Kategori"),
        Cells("band in result.shares", "{{ band.name }}", BANDS),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ row.name }}\n{{ row.about }}{% if row.mean is kosong %}; {{ row.mean }}{% endif %}",
        "{{ row.packages|angka }}",
        "{{ row.rated|angka }}",
        Cells("mean in row.means", or_dash("mean", "|angka(2)"), ASPECTS),
        "{{ row.total|angka(2) }}",
        or_dash("row.mean", "|angka(2)"),
        "{{ row.category|atau('–') }}",
        Cells("count in row.counts", "{{ count|angka }}", BANDS),
    )
    lines = (Each("row in rows", row), When("rows", _group_total()))
    return table(columns, *lines, heads=(heads,), empty=("rows", _EMPTY))


def _group_total() -> Row:
    return Row.of(
        Cell("JUMLAH DAN RATA-RATA", 2, style="Tabel Judul"),
        _strong("{{ result.packages|angka }}"),
        _strong("{{ result.rated|angka }}"),
        Cells("aspect in result.aspects", _strong(or_dash("aspect.mean", "|angka(2)")), ASPECTS),
        _strong("{{ total|angka(2) }}"),
        _strong(or_dash("result.mean", "|angka(2)")),
        _strong(or_dash("result.category")),
        Cells("band in result.shares", _strong("{{ band.packages|angka }}"), BANDS),
    )


def recap_end(
    sheet: Sheet,
    *further: tuple[str, str],
    violations: str = "Pelanggaran terbukti",
    not_over: str = "Pokja atau unit",
) -> Xml:
    """What the packages give together; then, never parted, remarks beside the code and signature.

    `further` figures stand behind the common ones; `not_over` is what no mean is made over.
    """
    wide = round(sheet.text_width - 8.2, 2)  # the signature takes 8.2
    remarks = (
        p("Tabel Judul", "Catatan dan tindak lanjut"),
        p("Tabel", "{{ remarks|atau('Tidak ada catatan.') }}"),
        note(
            f"Rata-rata dihitung atas paket yang dinilai, bukan atas {not_over}. "
            "Nilai paket = jumlah (bobot × angka) ÷ 100; indeks = rata-rata ÷ 3 × 100. "
            "Dasar: {{ legal_basis }}. Instrumen versi {{ instrument }}."
        ),
    )
    row = Row.of(Cell(verification(), middle=False), Cell(remarks, middle=False))
    beside = table(grid(4.0, wide - 4.0), row, heads=(), borders=False)
    signed = signature(sheet, "{{ signed.place_and_date }}", left=(beside, space(1)))
    return join([space(4), _figures(sheet, violations, further), space(4), signed])


def _figures(sheet: Sheet, violations: str, further: tuple[tuple[str, str], ...]) -> Xml:
    """One line: the figures, then how many packages fell into each category."""
    figures = (
        ("Paket selesai", "{{ result.packages|angka }}"),
        ("Paket dinilai", "{{ result.rated|angka }}"),
        ("Cakupan penilaian", "{{ result.coverage|persen(1) }}"),
        (violations, "{{ result.violations|angka }}"),
        ("Nilai rata-rata", "{{ result.mean|angka(2) }}"),
        (
            "Kategori",
            "{{ result.category if result.category is kosong else result.category|upper }}",
        ),
        ("Indeks kinerja", "{{ result.index|angka(2) }}"),
        *further,
    )
    each = round(sheet.text_width / (len(figures) + BANDS), 2)
    last = round(sheet.text_width - each * (len(figures) + BANDS - 1), 2)
    columns = [*_equal(len(figures) + BANDS - 1, each), Column("", last, "center")]
    bands = Cells("band in result.shares", "{{ band.name }}: {{ band.meaning }}", BANDS)
    heads = Row.heading(*(name for name, _ in figures), bands)
    row = Row.of(*(_strong(value) for _, value in figures), _shares())
    return table(columns, row, heads=(heads,))


def _shares() -> Cells:
    """The category of the whole is pointed out."""
    tint = "{% cellbg 'E7ECEB' if band.name == result.category else 'auto' %}"
    reached = "{% if band.name == result.category %}► {% endif %}"
    share = "{% if band.percent is not kosong %} ({{ band.percent|persen(1) }}){% endif %}"
    counts = f"{reached}{{{{ band.packages|angka }}}} paket{share}"
    small = Cell((p("Tabel Kecil Tengah", counts),), fill=tint)
    return Cells("band in result.shares", small, BANDS)


def _equal(count: int, width: float) -> list[Column]:
    return [Column("", width, "center") for _ in range(count)]


def _small(text: str) -> Cell:
    return Cell((p("Tabel Kecil", text),))


def _strong(text: str) -> Cell:
    return Cell((p("Tabel Tengah", bold(text)),))
