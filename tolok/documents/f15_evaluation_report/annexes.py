"""The annexes of F15: the dashboard, and the formats that stand behind the report."""

from tolok.documents.building import Column, Each, Row, Sheet, Xml, space, table
from tolok.documents.building.achievements import counts_strip, scale_note
from tolok.documents.f16_dashboard.template import indicators


def dashboard(sheet: Sheet) -> tuple[Xml, ...]:
    """F16's own table, for the same facts."""
    return (counts_strip(sheet), space(8), indicators(), scale_note())


def annex_list(sheet: Sheet) -> Xml:
    columns = (
        Column("No", 1.0, "center"),
        Column("Kode", 2.2, "center"),
        Column("Format", round(sheet.text_width - 10.4, 2)),
        Column("Jumlah berkas", 2.2, "right"),
        Column("Tempat simpan", 5.0),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ one.code }}",
        "{{ one.title }}",
        "{{ one.copies|angka }}",
        "{{ one.place }}",
    )
    empty = ("annexes", "Tidak ada format pendukung yang dilampirkan.")
    return table(columns, Each("one in annexes", row), empty=empty)
