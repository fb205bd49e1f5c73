"""Blocks of the reports on indicators: their status, their values, the scale behind them."""

from typing import Final

from tolok.documents.building.paper import Sheet
from tolok.documents.building.paragraphs import bold, each, note, p, space, when
from tolok.documents.building.tables import Cell, Column, Each, Row, side_by_side, table
from tolok.documents.building.xml import Xml

NO_INDICATORS: Final = "Belum ada indikator yang ditetapkan."
_RIGHT: Final = '<w:jc w:val="right"/>'


def status_cell(row: str = "row", field: str = "marked", tint: str = "tint") -> Cell:
    """Shape, word and tint of a status."""
    words = bold(f"{{{{ {row}.{field} }}}}")
    return Cell((p("Tabel", f"{{% cellbg {row}.{tint} %}}", words),))


def counts_strip(sheet: Sheet, field: str = "counts", of: str = "indikator") -> Xml:
    """How many have each status, side by side."""
    words = bold(f"{{{{ one.marked }}}}: {{{{ one.number|angka }}}} {of}".rstrip())
    cell = (space(4), p("Tabel Tengah", "{% cellbg one.tint %}", words), space(4))
    return side_by_side(f"one in {field}", sheet.text_width, *cell)


def number(field: str, *more: Xml) -> Cell:
    """A number, or a dash where it is missing (its reason stands beside the name)."""
    dashed = f"{{% if {field} is kosong %}}–{{% else %}}{{{{ {field}|angka }}}}{{% endif %}}"
    return Cell((p("Tabel Angka", dashed), *more))


def target_cell(row: str = "row") -> Cell:
    """One number, or a range."""
    upper = f"{row}.target_upper"
    return Cell(
        (
            p(
                "Tabel Angka",
                f"{{% if {row}.target is kosong %}}–{{% else %}}{{{{ {row}.target|angka }}}}"
                f"{{% if {upper} is not none %}}–{{{{ {upper}|angka }}}}{{% endif %}}{{% endif %}}",
            ),
        )
    )


def actual_cell(row: str = "row") -> Cell:
    """The value; below it the value without corrections, and the span of disputed facts."""
    span = f"rentang {{{{ {row}.lowest|angka }}}}–{{{{ {row}.highest|angka }}}}"
    return number(
        f"{row}.actual",
        when(
            f"{row}.uncorrected is not none",
            p("Tabel Kecil", f"tanpa koreksi {{{{ {row}.uncorrected|angka }}}}", properties=_RIGHT),
        ),
        when(
            f"{row}.lowest is not none and {row}.highest is not none",
            p("Tabel Kecil", span, properties=_RIGHT),
        ),
    )


def name_cell(*words: str, row: str = "row") -> Cell:
    """The indicator's name and, below it, why numbers of it are missing."""
    reasons = each(f"reason in {row}.reasons", p("Tabel Kecil", "{{ reason }}"))
    return Cell((p("Tabel", *(words or (f"{{{{ {row}.name }}}}",))), reasons))


def achievement_table(sheet: Sheet, rows: str = "rows") -> Xml:
    """All indicators with baseline, target, value, achievement and status; facts `position`."""
    name = round(sheet.text_width - 12.2, 2)
    columns = (
        Column("No", 0.9, "center"),
        Column("Indikator", name),
        Column("Satuan, arah", 1.5, "center"),
        Column("Baseline {{ position.baseline_year }}", 1.6, "right"),
        Column("Target {{ position.period }}", 1.7, "right"),
        Column("Realisasi {{ position.period }}", 2.0, "right"),
        Column("Capaian (%)", 1.6, "right"),
        Column("Status", 2.9),
    )
    row = Row.of(
        "{{ loop.index }}.",
        name_cell(bold("{{ row.code }}"), " {{ row.name }}"),
        "{{ row.unit }},\n{{ row.direction }}",
        number("row.baseline"),
        target_cell(),
        actual_cell(),
        number("row.achievement"),
        status_cell(),
    )
    return table(columns, Each(f"row in {rows}", row), empty=(rows, NO_INDICATORS))


def scale_note() -> Xml:
    """How achievement and status are found; facts `scale`."""
    return note(
        "Capaian arah naik = realisasi ÷ target × 100 %; turun = [1 + (1 − realisasi ÷ target)] × "
        "100 %; rentang: 100 % di dalam rentang, di luarnya terhadap batas terdekat; dibatasi 0–"
        "{{ scale.cap|angka }}. Tercapai ≥ {{ scale.reached|angka }}; Mendekati "
        "{{ scale.near|angka }} s.d. < {{ scale.reached|angka }}; Belum tercapai < "
        "{{ scale.near|angka }}; Waktu terlampaui: masanya berakhir dan capaian < "
        "{{ scale.reached|angka }}."
    )
