"""Makes template.docx: one A4 page, ten header rows, aspects with all criteria, legend, QR."""

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
    grid,
    item,
    kop,
    note,
    p,
    side_by_side,
    signature,
    space,
    table,
    verification,
    when,
)
from tolok.documents.f05_supplier_performance import DOCUMENT

SHEET = Sheet.form()
TINT = "{% cellbg 'E7ECEB' if band.name == category else 'auto' %}"
HEADER = (
    ("Perangkat Daerah", "{{ work_unit }}"),
    ("Nama Penyedia", "{{ supplier }}"),
    ("Alamat Penyedia", "{{ supplier_address }}"),
    ("Nama Paket Pekerjaan", "{{ package }}"),
    ("Lokasi Pekerjaan", "{{ location }}"),
    (
        "Nilai Kontrak",
        "{{ contract_value|rupiah }}\n({{ contract_value|terbilang_rupiah }})",
    ),
    ("Nomor dan Tanggal Kontrak", "{{ contract_number }}, {{ contract_date }}"),
    (
        "Jangka Waktu Pelaksanaan",
        "{{ duration_days|angka }} hari kalender ({{ starts }} s.d. {{ ends }})",
    ),
    ("Jenis Pengadaan", "{{ procurement_kind }}"),
    ("Metode Pemilihan", "{{ selection_method }}"),
)


def build() -> Template:
    body = (
        kop(SHEET),
        p("Title", "FORMULIR PENILAIAN KINERJA PENYEDIA"),
        p("Subtitle", "TAHUN ANGGARAN {{ year }}"),
        header_rows(),
        termination(),
        aspects(),
        space(8),
        legend(),
        note(
            "Nilai akhir = bobot × angka ÷ 100. Dasar: {{ legal_basis }}. "
            "Instrumen versi {{ instrument }}."
        ),
        remarks(),
        space(8),
        signature(
            SHEET,
            "{{ signed.place_and_date }}",
            "Penilai,",
            left=verification(),
        ),
    )
    return Template(DOCUMENT, SHEET, body, size=10, numbering="none")


def header_rows() -> Xml:
    rows = [Row.of(f"{at}.", label, value) for at, (label, value) in enumerate(HEADER, 1)]
    columns = (Column("", 0.9, "center"), Column("", 4.7), Column("", 11.9))
    return table(columns, *rows, heads=())


def termination() -> Xml:
    """Zero is given only so: by termination through the supplier's fault, with its reason."""
    question = "Kontrak diputus sepihak karena kesalahan penyedia"
    return when(
        "terminated",
        note(bold(f"■ {question}"), "; seluruh aspek bernilai 0. Alasan: {{ termination_reason }}"),
        otherwise=(
            note(
                f"□ {question} (seluruh aspek bernilai 0; alasan wajib diisi). ■ Tidak diputus.",
                "{% if termination_reason %} {{ termination_reason }}{% endif %}",
            ),
        ),
    )


def aspects() -> Xml:
    columns = (
        Column("No", 0.9, "center"),
        Column("Aspek kinerja dan kriteria", 10.0),
        Column("Bobot (%)", 1.6, "center"),
        Column("Penilaian (angka, predikat)", 3.1, "center"),
        Column("Nilai akhir", 1.9, "right"),
    )
    criterion = each(
        "criterion in aspect.criteria",
        when(
            "criterion.points == aspect.rating",
            item(
                bold("■ {{ criterion.points }}"), bold("{{ criterion.text }}"), style="Tabel Butir"
            ),
            otherwise=(
                item("□ {{ criterion.points }}", "{{ criterion.text }}", style="Tabel Butir"),
            ),
        ),
    )
    rating = p(
        "Tabel Tengah",
        bold("{{ aspect.rating }}"),
        "{% if aspect.predicate %} ({{ aspect.predicate }}){% endif %}",
    )
    row = Row.of(
        "{{ loop.index }}.",
        Cell((p("Tabel Judul", "{{ aspect.name }}"), criterion)),
        "{{ aspect.weight }}",
        Cell((rating,)),
        "{{ aspect.score|angka(2) }}",
    )
    total = Row.of(
        Cell("NILAI KINERJA", 2, style="Tabel Judul"),
        Cell("{{ total_weight }}", style="Tabel Kepala"),
        Cell("{{ category|upper }}", style="Tabel Kepala"),
        Cell((p("Tabel Angka", bold("{{ value|angka(2) }}")),)),
    )
    empty = ("aspects", "Aspek penilaian belum ditetapkan pada instrumen.")
    return table(columns, Each("aspect in aspects", row), total, empty=empty)


def legend() -> Xml:
    """One cell a category; the one reached is tinted, marked and bold."""
    words = "{{ band.name }}: {{ band.meaning }}"
    reached = p("Tabel Tengah", TINT, bold(f"► {words}"))
    other = p("Tabel Tengah", words)
    either = when("band.name == category", reached, otherwise=(other,))
    return side_by_side("band in bands", SHEET.text_width, either)


def remarks() -> Xml:
    columns = grid(3.2, SHEET.text_width - 3.2)
    rows = (
        Row.of("Catatan penilai", "{{ remarks|atau('Tidak ada catatan.') }}"),
        Row.of("Tanggapan penyedia", "{{ response|atau('Tidak ada tanggapan.') }}"),
    )
    return table(columns, *rows, heads=())
