"""Makes template.docx: the package, the figures of its selection, aspects, legend, QR."""

from tolok.documents.building import (
    F4,
    Column,
    Each,
    Row,
    Sheet,
    Template,
    Xml,
    kop,
    note,
    p,
    signature,
    space,
    table,
    together,
    verification,
)
from tolok.documents.building.ratings import (
    all_zero,
    band_legend,
    header_rows,
    rated_aspects,
    remark_rows,
)
from tolok.documents.f08_pokja_performance import DOCUMENT

SHEET = Sheet.form(F4)
DATES = (
    "Pengumuman {{ announced }}; penetapan pemenang menurut jadwal awal {{ planned_award }}, "
    "nyatanya {{ award }}"
)
HEADER = (
    ("Unit/Satuan Pelaksana UKPBJ", "{{ unit }}"),
    ("Pokja Pemilihan", "{{ pokja }} ({{ decree }})"),
    (
        "Anggota Pokja",
        "{% for one in members %}{{ one }}{% if not loop.last %}; {% endif %}"
        "{% else %}Belum dicatat.{% endfor %}",
    ),
    ("Nama Paket Pengadaan", "{{ package }}\n{{ package_code }}"),
    ("Perangkat Daerah", "{{ work_unit }}"),
    ("Pagu dan HPS", "Pagu {{ ceiling|rupiah }}; HPS {{ estimate|rupiah }}"),
    ("Jenis Pengadaan", "{{ procurement_kind }}"),
    ("Metode Pemilihan", "{{ selection_method }}"),
    ("Tanggal Proses", DATES),
    ("Hasil Pemilihan", "{{ outcome }}"),
)


def build() -> Template:
    body = (
        kop(SHEET),
        p("Title", "FORMULIR PENILAIAN KINERJA POKJA PEMILIHAN"),
        p("Subtitle", "PER PAKET PENGADAAN, TAHUN ANGGARAN {{ year }}"),
        header_rows(4.7, SHEET, *HEADER),
        all_zero(
            "violation",
            "violation_reason",
            "Pokja terbukti melakukan pelanggaran",
            "Tidak ada pelanggaran yang terbukti.",
        ),
        evidence(),
        space(6),
        rated_aspects(SHEET, "NILAI KINERJA"),
        space(6),
        band_legend(SHEET),
        note(
            "Nilai akhir = bobot × angka ÷ 100. Dasar: {{ legal_basis }}. "
            "Instrumen versi {{ instrument }}. Penilai menyatakan bukan anggota Pokja Pemilihan "
            "yang dinilai."
        ),
        together(
            SHEET,
            remark_rows(
                SHEET,
                ("Catatan penilai", "{{ remarks|atau('Tidak ada catatan.') }}"),
                ("Tanggapan Pokja", "{{ response|atau('Tidak ada tanggapan.') }}"),
            ),
            space(6),
            signature(SHEET, "{{ signed.place_and_date }}", "Penilai,", left=verification()),
        ),
    )
    return Template(DOCUMENT, SHEET, body, size=10, numbering="none", sheet_codes=True)


def evidence() -> Xml:
    columns = (
        Column("No", 0.9, "center"),
        Column("Data pendukung", 5.4),
        Column("Isi", 4.5),
        Column("Untuk aspek", 4.2),
        Column("Sumber", 3.0),
    )
    row = Row.of(
        "{{ loop.index }}.",
        "{{ one.name }}",
        "{{ one.text }}",
        "{{ one.aspect }}",
        "{{ one.source }}",
    )
    empty = ("evidence", "Belum ada data pendukung dari SPSE.")
    return table(columns, Each("one in evidence", row), empty=empty)
