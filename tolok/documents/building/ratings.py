"""A rating form: aspects with all their criteria, the categories, remarks (facts: `ratings.py`)."""

from typing import Final

from tolok.documents.building.paper import Sheet
from tolok.documents.building.paragraphs import bold, each, item, note, p, when
from tolok.documents.building.tables import Cell, Column, Each, Row, When, grid, side_by_side, table
from tolok.documents.building.xml import Xml

_BAND: Final = "{% cellbg 'E7ECEB' if band.name == category else 'auto' %}"


def header_rows(label: float, sheet: Sheet, *rows: tuple[str, str]) -> Xml:
    """Numbered rows: what the form is about."""
    lines = [Row.of(f"{at}.", *row) for at, row in enumerate(rows, 1)]
    columns = (Column("", 0.9, "center"), *grid(label, sheet.text_width - label - 0.9))
    return table(columns, *lines, heads=())


def all_zero(fact: str, reason: str, question: str, denial: str) -> Xml:
    """Zero is given only so: to all aspects at once, for this fact, with its reason."""
    return when(
        fact,
        note(bold(f"■ {question}"), f"; seluruh aspek bernilai 0. Alasan: {{{{ {reason} }}}}"),
        otherwise=(
            note(
                f"□ {question} (seluruh aspek bernilai 0; alasan wajib diisi). ■ {denial}",
                f"{{% if {reason} %}} {{{{ {reason} }}}}{{% endif %}}",
            ),
        ),
    )


def rated_aspects(sheet: Sheet, total: str) -> Xml:
    """Facts `aspects`, `total_weight`, `category`, `value`; every criterion, the chosen marked."""
    columns = (
        Column("No", 0.9, "center"),
        Column("Aspek kinerja dan kriteria", sheet.text_width - 7.5),
        Column("Bobot (%)", 1.6, "center"),
        Column("Penilaian (angka, predikat)", 3.1, "center"),
        Column("Nilai akhir", 1.9, "right"),
    )
    rating = p(
        "Tabel Tengah",
        bold("{{ aspect.rating }}"),
        "{% if aspect.predicate %} ({{ aspect.predicate }}){% endif %}",
    )
    row = Row.of(
        "{{ loop.index }}.",
        Cell((p("Tabel Judul", "{{ aspect.name }}"), _criteria())),
        "{{ aspect.weight }}",
        Cell((rating,)),
        "{{ aspect.score|angka(2) }}",
    )
    last = Row.of(
        Cell(total, 2, style="Tabel Judul"),
        Cell("{{ total_weight }}", style="Tabel Kepala"),
        Cell("{{ category if category is kosong else category|upper }}", style="Tabel Kepala"),
        Cell((p("Tabel Angka", bold("{{ value|angka(2) }}")),)),
    )
    none = Cell("Aspek penilaian belum ditetapkan pada instrumen.", len(columns), "center")
    lines = (Each("aspect in aspects", row), When("not aspects", Row.of(none)), last)
    return table(columns, *lines)


def _criteria() -> Xml:
    mark, text = "{{ criterion.points }}", "{{ criterion.text }}"
    chosen = item(bold(f"■ {mark}"), bold(text), style="Tabel Butir")
    other = item(f"□ {mark}", text, style="Tabel Butir")
    either = when("criterion.points == aspect.rating", chosen, otherwise=(other,))
    return each("criterion in aspect.criteria", either)


def band_legend(sheet: Sheet) -> Xml:
    """Facts `bands`: one cell a category; the one reached is tinted, marked and bold."""
    words = "{{ band.name }}: {{ band.meaning }}"
    reached = p("Tabel Tengah", _BAND, bold(f"► {words}"))
    other = p("Tabel Tengah", words)
    either = when("band.name == category", reached, otherwise=(other,))
    return side_by_side("band in bands", sheet.text_width, either)


def remark_rows(sheet: Sheet, *rows: tuple[str, str]) -> Xml:
    """Label and what is remarked, each in its row."""
    columns = grid(3.2, sheet.text_width - 3.2)
    return table(columns, *(Row.of(*row) for row in rows), heads=())
