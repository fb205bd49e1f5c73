"""The plan's text and tables but for its indicators: why, where to, with what, from whom."""

from tolok.documents.building import (
    Cell,
    Column,
    Each,
    Row,
    Xml,
    bold,
    each,
    item,
    p,
    space,
    table,
    when,
)
from tolok.documents.f03_performance_plan.headings import Headings


def listed(loop: str, text: str, otherwise: str, style: str = "Butir") -> Xml:
    """1. 2. 3., or the sentence when there are none."""
    field = loop.split(" in ")[1]
    return when(
        field,
        each(loop, item("{{ loop.index }}.", text, style=style)),
        otherwise=(p("Isi Bagian", otherwise),),
    )


def introduction(head: Headings) -> tuple[Xml, ...]:
    return (
        head.section(1, "Latar Belakang"),
        p("Isi Bagian", "{{ background }}"),
        head.section(2, "Maksud dan Tujuan"),
        p("Isi Bagian", "{{ purpose }}"),
        head.section(3, "Ruang Lingkup"),
        p("Isi Bagian", "{{ scope }}"),
        head.section(4, "Dasar Hukum"),
        listed("basis in legal_basis", "{{ basis }}", "Dasar hukum belum ditetapkan."),
    )


def goals(head: Headings) -> tuple[Xml, ...]:
    sourced = "{{ goal.text }}{% if goal.source %} ({{ goal.source }}){% endif %}"
    return (
        head.section(1, "Visi dan Misi Pengadaan"),
        p("Isi Bagian", bold("Visi: "), "{{ vision|atau('belum ditetapkan.') }}"),
        p("Isi Bagian", bold("Misi:"), keep=True),
        listed("mission in missions", "{{ mission }}", "Misi pengadaan belum ditetapkan."),
        head.section(2, "Tujuan Pengadaan Barang/Jasa"),
        p(
            "Isi Bagian",
            "Tujuan pengadaan {{ organisation }} Tahun Anggaran {{ year }} adalah:",
            keep=True,
        ),
        listed("goal in goals", sourced, "Tujuan pengadaan belum ditetapkan."),
        head.section(3, "Keselarasan dengan RPJMD, RKPD, dan Renstra"),
        alignment(),
    )


def alignment() -> Xml:
    columns = (
        Column("No", 0.9, "center"),
        Column("Dokumen perencanaan", 3.3),
        Column("Sasaran organisasi", 4.8),
        Column("Tujuan pengadaan yang mendukung", 4.8),
        Column("Area strategis", 3.2),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ row.plan }}",
        "{{ row.organisation_goal }}",
        "{{ row.procurement_goal }}",
        "{{ row.area }}",
    )
    empty = ("alignment", "Keselarasan dengan rencana organisasi belum disusun.")
    return table(columns, Each("row in alignment", row), empty=empty)


def areas() -> tuple[Xml, ...]:
    columns = (
        Column("No", 0.9, "center"),
        Column("Area strategis", 4.0),
        Column("Alasan penetapan", 8.1),
        Column("Bidang pengukuran", 4.0),
    )
    row = Row.of(
        "{{ loop.index }}.",
        Cell((p("Tabel Judul", "{{ area.name }}"),)),
        "{{ area.reason }}",
        "{{ area.fields }}",
    )
    empty = ("areas", "Area strategis belum ditetapkan.")
    return (table(columns, Each("area in areas", row), empty=empty),)


def packages() -> Xml:
    columns = (
        Column("No", 0.9, "center"),
        Column("Paket dan kode RUP", 4.4),
        Column("Area strategis", 2.4),
        Column("Unit kerja", 2.5),
        Column("Metode", 1.9),
        Column("Pagu", 3.1, "right"),
        Column("Mulai pemilihan", 1.8, "center"),
    )
    code = p("Tabel Kecil", "RUP {{ package.rup_code|atau('belum tersedia di SiRUP') }}")
    row = Row.of(
        "{{ loop.index }}.",
        Cell((p("Tabel", "{{ package.name }}"), code)),
        "{{ package.area }}",
        "{{ package.work_unit }}",
        "{{ package.method }}",
        "{{ package.ceiling|rupiah }}",
        "{{ package.selection_month }}",
    )
    empty = ("packages", "Paket pengadaan per area strategis belum tersedia di SiRUP.")
    return table(columns, Each("package in packages", row), empty=empty)


def collection(head: Headings, first: int) -> tuple[Xml, ...]:
    """Mechanism, calendar, team, instruments; their numbers begin with `first`."""
    return (
        head.section(first, "Mekanisme"),
        listed("step in mechanism", "{{ step }}", "Mekanisme pengumpulan data belum ditetapkan."),
        head.section(first + 1, "Kalender Pengumpulan Data"),
        schedule(),
        head.section(first + 2, "Tim dan Tugas"),
        team(),
        head.section(first + 3, "Instrumen"),
        instruments(),
    )


def schedule() -> Xml:
    columns = (
        Column("No", 0.9, "center"),
        Column("Periode", 3.0),
        Column("Masa pengumpulan", 5.0),
        Column("Batas kirim", 3.6),
        Column("Pekerjaan", 4.5),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ window.period }}",
        "{{ window.opens }} – {{ window.closes }}",
        Cell((p("Tabel", "{{ window.closes }}"), p("Tabel", "pukul {{ window.closing_time }}"))),
        "{{ window.work }}",
    )
    empty = ("schedule", "Jadwal pengumpulan data belum ditetapkan.")
    return table(columns, Each("window in schedule", row), empty=empty)


def team() -> Xml:
    columns = (
        Column("No", 0.9, "center"),
        Column("Peran", 4.0),
        Column("Pelaksana", 4.6),
        Column("Tugas", 7.5),
    )
    row = Row.of("{{ loop.index }}.", "{{ one.role }}", "{{ one.holder }}", "{{ one.duty }}")
    empty = ("team", "Tim pengelola kinerja belum ditetapkan.")
    return table(columns, Each("one in team", row), empty=empty)


def instruments() -> Xml:
    columns = (
        Column("Kode", 2.2, "center"),
        Column("Instrumen", 7.0),
        Column("Responden/pengisi", 4.3),
        Column("Waktu pengisian", 3.5),
    )
    row = Row.of("{{ one.code }}", "{{ one.name }}", "{{ one.respondent }}", "{{ one.when }}")
    empty = ("instruments", "Instrumen pengumpulan data belum ditetapkan.")
    return table(columns, Each("one in instruments", row), empty=empty)


def data_columns() -> Xml:
    columns = (
        Column("No", 0.9, "center"),
        Column("Kolom", 4.2),
        Column("Isi", 6.1),
        Column("Sumber", 2.9),
        Column("Diisi oleh", 2.9),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ column.name }}",
        "{{ column.content }}",
        "{{ column.source }}",
        "{{ column.filled_by }}",
    )
    empty = ("data_columns", "Kolom template data kinerja belum ditetapkan.")
    return table(columns, Each("column in data_columns", row), empty=empty)


def circular() -> tuple[Xml, ...]:
    nobody = "Penerima belum ditetapkan."
    return (
        p("Isi", bold("Tentang: "), "{{ circular.subject }}"),
        p("Isi", bold("Ditujukan kepada:"), keep=True),
        listed("one in circular.recipients", "{{ one }}", nobody),
        space(4),
        p("Isi", bold("Pokok isi edaran:"), keep=True),
        listed("point in circular.points", "{{ point }}", "Pokok isi edaran belum disusun."),
        p("Isi", "Naskah lengkap disusun sebagai Surat Edaran (F2) setelah rencana ini disetujui."),
    )
