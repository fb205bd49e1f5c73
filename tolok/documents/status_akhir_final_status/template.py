"""Makes template.docx: F4, kop, A. basis, B. closed, C. open, D. conclusions, E. close."""

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
    p,
    signatures,
    space,
    table,
    verification,
    when,
)
from tolok.documents.building.achievements import (
    actual_cell,
    counts_strip,
    number,
    scale_note,
    status_cell,
    target_cell,
)
from tolok.documents.building.reports import due_cell, listed
from tolok.documents.status_akhir_final_status import DOCUMENT

SHEET = Sheet.letter()


def build() -> Template:
    body = (
        kop(SHEET),
        p("Title", "LAPORAN AKHIR STATUS INDIKATOR KINERJA"),
        p("Title", "TAHUN ANGGARAN {{ year }}"),
        p("Nomor Surat", "NOMOR {{ number }}"),
        space(8),
        p("Heading 1", "Dasar"),
        listed("legal_basis", "Dasar belum dicantumkan."),
        p("Isi Bagian", "{{ introduction }}"),
        p("Heading 1", "Indikator yang Telah Ditutup"),
        counts_strip(SHEET, of=""),
        space(8),
        closed(),
        scale_note(),
        p("Heading 1", "Indikator yang Dilanjutkan"),
        still_open(),
        p("Heading 1", "Kesimpulan"),
        listed("conclusions", "Belum ada kesimpulan."),
        p("Heading 1", "Penutup"),
        p("Isi Bagian", "{{ closing }}", keep=True),
        signatures(
            SHEET,
            "{{ signed.place_and_date }}",
            first=("Mengetahui,",),
            between=verification(),
        ),
    )
    return Template(DOCUMENT, SHEET, body, size=11)


def closed() -> Xml:
    columns = (
        Column("No", 0.9, "center"),
        Column("Indikator, dasar keputusan", 4.8),
        Column("Satuan, arah", 1.6, "center"),
        Column("Target akhir", 1.7, "right"),
        Column("Realisasi", 2.0, "right"),
        Column("Capaian (%)", 1.6, "right"),
        Column("Status akhir", 2.2),
        Column("Ditutup", 2.2, "center"),
    )
    name = (
        p("Tabel", bold("{{ row.code }}"), " {{ row.name }}"),
        each("reason in row.reasons", p("Tabel Kecil", "{{ reason }}")),
    )
    lesson = when("row.lesson", p("Tabel Kecil", "Pelajaran: {{ row.lesson }}"))
    row = Row.of(
        "{{ loop.index }}.",
        Cell((*name, lesson, p("Tabel Kecil", "{{ row.decision }}"))),
        "{{ row.unit }},\n{{ row.direction }}",
        target_cell(),
        actual_cell(),
        number("row.achievement"),
        status_cell(),
        "{{ row.closed|tanggal_pendek }}",
    )
    empty = ("closed", "Belum ada indikator yang ditutup.")
    return table(columns, Each("row in closed", row), empty=empty)


def still_open() -> Xml:
    columns = (
        Column("No", 0.9, "center"),
        Column("Indikator", 4.6),
        Column("Alasan belum ditutup", 4.6),
        Column("Langkah berikut", 4.5),
        Column("Tenggat", 2.4, "center"),
    )
    row = Row.of(
        "{{ loop.index }}.",
        Cell((p("Tabel", bold("{{ one.code }}"), " {{ one.name }}"),)),
        "{{ one.reason }}",
        "{{ one.next_step }}",
        due_cell(),
    )
    empty = ("open", "Seluruh indikator telah ditutup; tidak ada yang dilanjutkan.")
    return table(columns, Each("one in open", row), empty=empty)
