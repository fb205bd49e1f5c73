"""Makes template.docx: F4, kop, A. introduction, B. activities, C. results, D. advice, E. close."""

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
    signatures,
    space,
    table,
    verification,
    when,
)
from tolok.documents.building.achievements import (
    achievement_table,
    counts_strip,
    number,
    scale_note,
)
from tolok.documents.building.reports import (
    activities_table,
    chart,
    corrections_table,
    explanations,
    listed,
    recommendations_table,
)
from tolok.documents.lap_capaian_achievement_report import DOCUMENT

SHEET = Sheet.letter()


def build() -> Template:
    body = (*head(), *introduction(), *activities(), *results(), *advice(), *ending())
    return Template(DOCUMENT, SHEET, body, size=11)


def head() -> tuple[Xml, ...]:
    return (
        kop(SHEET),
        p("Title", "LAPORAN PENCAPAIAN KINERJA {{ frequency|upper }}"),
        p("Title", "PENGADAAN BARANG/JASA"),
        p("Title", "{{ period|upper }}"),
        p("Nomor Surat", "NOMOR {{ number }}"),
        space(8),
    )


def introduction() -> tuple[Xml, ...]:
    return (
        p("Heading 1", "Pendahuluan"),
        numbered(bold("Umum. "), "{{ general }}"),
        numbered(bold("Maksud dan tujuan. "), "{{ purpose }}"),
        numbered(bold("Ruang lingkup. "), "{{ scope }}"),
        numbered(bold("Dasar."), "{% if not legal_basis %} Belum dicantumkan.{% endif %}"),
        each("basis in legal_basis", numbered("{{ basis }}", level="Huruf")),
    )


def activities() -> tuple[Xml, ...]:
    return (
        p("Heading 1", "Kegiatan yang Dilaksanakan"),
        activities_table(SHEET),
        space(8),
        p(
            "Isi Bagian",
            "Data diterima dari {{ reported|angka }} dari {{ packages|angka }} paket yang wajib "
            "dilaporkan, menurut posisi {{ position.data_date }} pukul {{ position.data_time }} "
            "({{ position.standing }}).",
            keep=True,
        ),
        received(),
    )


def received() -> Xml:
    columns = (
        Column("No", 1.0, "center"),
        Column("Unit kerja", 5.8),
        Column("Paket wajib lapor", 2.2, "right"),
        Column("Paket dilaporkan", 2.2, "right"),
        Column("Keterangan", 5.8),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ one.unit }}",
        "{{ one.packages|angka }}",
        "{{ one.reported|angka }}",
        "{{ one.note|atau('Lengkap.') }}",
    )
    empty = ("received", "Belum ada unit kerja yang wajib melaporkan data.")
    return table(columns, Each("one in received", row), empty=empty)


def results() -> tuple[Xml, ...]:
    return (
        p("Heading 1", "Hasil yang Dicapai"),
        p("Isi Bagian", "{{ summary }}"),
        counts_strip(SHEET, of=""),
        space(8),
        achievement_table(SHEET),
        scale_note(),
        chart(
            "chart",
            "Capaian terhadap target {{ position.period }} tahun {{ position.year }} (%)",
            width=17.0,
            height=5.2,
        ),
        numbered(bold("Penjelasan indikator"), restart=1),
        explanations(restart=1),
        numbered(bold("Koreksi data"), restart=1),
        corrections_table(SHEET),
        space(8),
        numbered(bold("Pelaksanaan rencana aksi"), restart=1),
        actions(),
    )


def actions() -> Xml:
    columns = (
        Column("No", 1.0, "center"),
        Column("Indikator", 4.2),
        Column("Rencana aksi", 5.6),
        Column("Target (%)", 1.8, "right"),
        Column("Realisasi (%)", 2.2, "right"),
        Column("Status", 2.2, "center"),
    )
    reason = when("one.done is kosong", p("Tabel Kecil", "{{ one.done }}"))
    row = Row.of(
        "{{ loop.index }}.",
        "{{ one.indicator }}",
        Cell((p("Tabel", "{{ one.action }}"), reason)),
        "{{ one.planned|angka }}",
        number("one.done"),
        "{{ one.state }}",
    )
    empty = ("actions", "Tidak ada rencana aksi untuk periode ini.")
    return table(columns, Each("one in actions", row), empty=empty)


def advice() -> tuple[Xml, ...]:
    return (
        p("Heading 1", "Kesimpulan dan Saran"),
        listed("conclusions", "Belum ada kesimpulan."),
        p("Isi Bagian", "Rekomendasi perbaikan:", keep=True),
        recommendations_table(SHEET),
    )


def ending() -> tuple[Xml, ...]:
    return (
        p("Heading 1", "Penutup"),
        p("Isi Bagian", "{{ closing }}", keep=True),
        signatures(
            SHEET,
            "{{ signed.place_and_date }}",
            first=("Mengetahui,",),
            between=verification(),
        ),
    )
