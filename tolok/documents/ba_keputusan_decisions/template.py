"""Makes template.docx: F4, parties, papers, the three decisions, signatures of all who met."""

from tolok.documents.ba_keputusan_decisions import DOCUMENT
from tolok.documents.building import (
    Cell,
    Column,
    Each,
    Row,
    Sheet,
    Template,
    Xml,
    bold,
    each,
    numbered,
    p,
    space,
    table,
    when,
)
from tolok.documents.building.achievements import NO_INDICATORS, number
from tolok.documents.building.records import box, record_end, record_head, record_opening
from tolok.documents.building.reports import due_cell

SHEET = Sheet.letter()
TITLE = "KEPUTUSAN RAPAT PIMPINAN ATAS LAPORAN KINERJA PENGADAAN\n{{ period|upper }}"


def build() -> Template:
    body = (
        *record_head(SHEET, TITLE),
        *record_opening(SHEET, ","),
        *examined(),
        *report(),
        *decisions(),
        record_end(SHEET),
    )
    return Template(DOCUMENT, SHEET, body, size=11, numbering="none")


def examined() -> tuple[Xml, ...]:
    return (
        p("Isi", "telah menyelenggarakan rapat pimpinan."),
        when(
            "legal_basis",
            p("Isi", "Rapat mengingat:", keep=True),
            each("basis in legal_basis", numbered("{{ basis }}")),
            space(4),
        ),
        when(
            "presented",
            p("Isi", "Rapat membahas:", keep=True),
            each("one in presented", numbered("{{ one }}", restart=1)),
            space(4),
        ),
        p("Isi", "{{ discussed }}"),
    )


def report() -> tuple[Xml, ...]:
    """KT7: the whole report is accepted, or goes back to be repaired."""
    due = "{% if repair_due %} paling lambat tanggal {{ repair_due }}{% endif %}"
    return (
        p("Isi", bold("Pertama, "), "laporan kinerja dinyatakan:", keep=True),
        box('decision == "diterima"', "diterima seluruhnya; atau"),
        box(
            'decision == "perlu perbaikan"',
            "perlu perbaikan, dan dikembalikan kepada Tim Pengolah Data.",
        ),
        when(
            "repairs",
            p("Isi", f"Yang harus diperbaiki atau dilengkapi{due}:", keep=True),
            each("one in repairs", numbered("{{ one }}", restart=2)),
            space(4),
        ),
    )


def decisions() -> tuple[Xml, ...]:
    return (
        p("Isi", bold("Kedua, "), "atas rekomendasi perbaikan diputuskan:", keep=True),
        recommendations(),
        space(8),
        p("Isi", bold("Ketiga, "), "atas setiap indikator diputuskan:", keep=True),
        indicators(),
        space(8),
        when(
            "notes",
            p("Isi", "Catatan rapat:", keep=True),
            each("one in notes", numbered("{{ one }}", restart=3)),
            space(4),
        ),
    )


def recommendations() -> Xml:
    columns = (
        Column("No", 1.0, "center"),
        Column("Rekomendasi", 5.6),
        Column("Keputusan", 2.7, "center"),
        Column("Penanggung jawab", 2.9),
        Column("Tenggat", 2.3, "center"),
        Column("Catatan", 2.5),
    )
    row = Row.of(
        "{{ loop.index }}.",
        Cell((p("Tabel", "{{ one.recommendation }}"), p("Tabel Kecil", "{{ one.indicator }}"))),
        Cell((p("Tabel Tengah", bold("{{ one.decision }}")),)),
        "{{ one.responsible }}",
        due_cell(),
        "{{ one.remark|atau('–') }}",
    )
    empty = ("recommendations", "Tidak ada rekomendasi perbaikan yang diajukan.")
    return table(columns, Each("one in recommendations", row), empty=empty)


def indicators() -> Xml:
    columns = (
        Column("No", 1.0, "center"),
        Column("Indikator", 6.0),
        Column("Capaian (%)", 1.9, "right"),
        Column("Keputusan", 4.2),
        Column("Catatan", 3.9),
    )
    reason = when("one.achievement is kosong", p("Tabel Kecil", "{{ one.achievement }}"))
    row = Row.of(
        "{{ loop.index }}.",
        Cell((p("Tabel", bold("{{ one.code }}"), " {{ one.name }}"), reason)),
        number("one.achievement"),
        "{{ one.decision }}",
        "{{ one.remark|atau('–') }}",
    )
    return table(columns, Each("one in indicators", row), empty=("indicators", NO_INDICATORS))
