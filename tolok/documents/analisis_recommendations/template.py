"""Makes template.docx: F4, kop, A. basis, B. method, C. analysis, D. advice, E. conclusion."""

from tolok.documents.analisis_recommendations import DOCUMENT
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
    kop,
    numbered,
    p,
    picture,
    signatures,
    space,
    table,
    verification,
    when,
)
from tolok.documents.building.achievements import number, status_cell
from tolok.documents.building.reports import listed, recommendations_table

SHEET = Sheet.letter()
LEFT = 1.0


def build() -> Template:
    body = (
        kop(SHEET),
        p("Title", "HASIL ANALISIS DAN REKOMENDASI PERBAIKAN"),
        p("Title", "{{ period|upper }}"),
        p("Nomor Surat", "NOMOR {{ number }}"),
        space(8),
        p("Heading 1", "Dasar"),
        listed("basis", "Dasar analisis belum dicantumkan."),
        p("Heading 1", "Metode"),
        p("Isi Bagian", "{{ method_words }}"),
        p("Heading 1", "Hasil Analisis"),
        *analyses(),
        p("Heading 1", "Rekomendasi Perbaikan"),
        recommendations_table(SHEET),
        p("Heading 1", "Kesimpulan"),
        p("Isi Bagian", "{{ conclusion }}", keep=True),
        signatures(
            SHEET,
            "{{ signed.place_and_date }}",
            first=("Mengetahui,",),
            between=verification(),
        ),
    )
    return Template(DOCUMENT, SHEET, body, size=11)


def analyses() -> tuple[Xml, ...]:
    none = "Tidak ada indikator yang memerlukan analisis penyebab."
    one = (
        numbered(bold("{{ case.code }} {{ case.name }}"), " (metode {{ case.method }})"),
        standing(),
        space(6),
        p("Isi Bagian", bold("Masalah. "), "{{ case.problem }}"),
        when("case.whys", whys(), space(6)),
        when("case.bones", bones(), space(6)),
        when("case.pareto", pareto(), space(6)),
        when("case.chart", picture("case.chart", width=15.0, height=5.0)),
        p("Isi Bagian", bold("Temuan. "), "{{ case.finding }}"),
        p("Isi Bagian", bold("Akar penyebab. "), "{{ case.root_cause }}"),
    )
    return (
        when("cases", each("case in cases", *one), otherwise=(p("Isi Bagian", none),)),
        when("not_analysed", p("Isi Bagian", "{{ not_analysed }}")),
    )


def standing() -> Xml:
    """Target, value, achievement, status of the indicator."""
    columns = (
        Column("Satuan", 2.6, "center"),
        Column("Target", 3.2, "right"),
        Column("Realisasi", 3.2, "right"),
        Column("Capaian (%)", 3.2, "right"),
        Column("Status", round(SHEET.text_width - 12.2, 2)),
    )
    reasons = each("reason in case.reasons", p("Tabel Kecil", "{{ reason }}"))
    status = status_cell("case")
    row = Row.of(
        "{{ case.unit }}",
        number("case.target"),
        number("case.actual"),
        number("case.achievement"),
        Cell((*status.content, reasons)),
    )
    return table(columns, row)


def whys() -> Xml:
    columns = (
        Column("Ke-", LEFT, "center"),
        Column("Mengapa?", 7.0),
        Column("Karena", round(SHEET.text_width - 8.0, 2)),
    )
    row = Row.of("{{ loop.index }}.", "{{ why.question }}", "{{ why.answer }}")
    return table(columns, Each("why in case.whys", row))


def bones() -> Xml:
    columns = (Column("Cabang", 4.0), Column("Penyebab", round(SHEET.text_width - 4.0, 2)))
    none = p("Tabel", "Tidak ditemukan penyebab pada cabang ini.")
    causes = each("cause in bone.causes", p("Tabel", "{{ loop.index }}) {{ cause }}"))
    row = Row.of(
        "{{ bone.branch }}",
        Cell((when("bone.causes", causes, otherwise=(none,)),)),
    )
    return table(columns, Each("bone in case.bones", row))


def pareto() -> Xml:
    columns = (
        Column("No", LEFT, "center"),
        Column("Penyebab", round(SHEET.text_width - 9.4, 2)),
        Column("Jumlah kejadian", 2.8, "right"),
        Column("Bagian (%)", 2.8, "right"),
        Column("Kumulatif (%)", 2.8, "right"),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ cause.name }}",
        "{{ cause.cases|angka }}",
        "{{ cause.share|angka(1) }}",
        "{{ cause.cumulative|angka(1) }}",
    )
    return table(columns, Each("cause in case.pareto", row))
