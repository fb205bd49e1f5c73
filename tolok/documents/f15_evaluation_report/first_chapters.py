"""Chapters I to III of F15: introduction, method and coverage, achievement of the indicators."""

from tolok.documents.building import (
    Column,
    Each,
    Row,
    Sheet,
    Xml,
    p,
    space,
    table,
)
from tolok.documents.building.achievements import achievement_table, counts_strip, scale_note
from tolok.documents.building.reports import (
    chart,
    corrections_table,
    explanations,
    listed,
    paragraphs,
)


def introduction() -> tuple[Xml, ...]:
    return (
        p("Heading 1", "\nPENDAHULUAN"),
        p("Heading 2", "Latar Belakang"),
        paragraphs("background", "Isi Bagian"),
        p("Heading 2", "Dasar Hukum"),
        listed("legal_basis", "Dasar hukum belum dicantumkan."),
        p("Heading 2", "Maksud dan Tujuan"),
        p("Isi Bagian", "{{ purpose }}"),
        p("Heading 2", "Ruang Lingkup"),
        p("Isi Bagian", "{{ scope }}"),
    )


def method(sheet: Sheet) -> tuple[Xml, ...]:
    return (
        p("Heading 1", "\nMETODE DAN CAKUPAN DATA"),
        p("Heading 2", "Metode Pengukuran"),
        paragraphs("method", "Isi Bagian"),
        p("Heading 2", "Sumber Data"),
        _sources(sheet),
        p("Heading 2", "Cakupan Paket"),
        p(
            "Isi Bagian",
            "Dari {{ packages|angka }} paket Tahun Anggaran {{ position.year }}, "
            "{{ measured|angka }} paket diukur. Paket yang tidak diukur:",
            keep=True,
        ),
        _exclusions(sheet),
        p("Heading 2", "Koreksi Data"),
        p(
            "Isi Bagian",
            "Setiap nilai yang dikoreksi disajikan tanpa dan dengan koreksinya.",
            keep=True,
        ),
        corrections_table(sheet),
        p("Heading 2", "Keterbatasan"),
        listed("limits", "Tidak ada keterbatasan yang memengaruhi hasil."),
    )


def achievement(sheet: Sheet) -> tuple[Xml, ...]:
    return (
        p("Heading 1", "\nCAPAIAN INDIKATOR"),
        p("Heading 2", "Ringkasan"),
        p("Isi Bagian", "{{ achievement_words }}"),
        counts_strip(sheet, of=""),
        space(8),
        chart("chart", "Capaian terhadap target {{ position.period }} (%)", width=17.0, height=5.2),
        p("Heading 2", "Nilai Setiap Indikator"),
        achievement_table(sheet),
        scale_note(),
        p("Heading 2", "Penjelasan Indikator"),
        explanations(),
    )


def _sources(sheet: Sheet) -> Xml:
    columns = (
        Column("No", 1.0, "center"),
        Column("Sumber", 4.8),
        Column("Masa data", 3.4),
        Column("Baris terbaca", 1.9, "right"),
        Column("Baris ditolak", 1.9, "right"),
        Column("Keterangan", round(sheet.text_width - 13.0, 2)),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ one.name }}",
        "{{ one.period }}",
        "{{ one.read|angka }}",
        "{{ one.refused|angka }}",
        "{{ one.note|atau('–') }}",
    )
    empty = ("sources", "Belum ada sumber data yang diterima.")
    return table(columns, Each("one in sources", row), empty=empty)


def _exclusions(sheet: Sheet) -> Xml:
    columns = (
        Column("No", 1.0, "center"),
        Column("Alasan", round(sheet.text_width - 4.0, 2)),
        Column("Jumlah paket", 3.0, "right"),
    )
    row = Row.of("{{ loop.index }}.", "{{ one.reason }}", "{{ one.packages|angka }}")
    empty = ("exclusions", "Tidak ada paket yang dikecualikan.")
    return table(columns, Each("one in exclusions", row), empty=empty)
