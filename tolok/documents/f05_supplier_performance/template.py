"""Makes template.docx: one A4 page, ten header rows, aspects with all criteria, legend, QR."""

from tolok.documents.building import (
    Sheet,
    Template,
    kop,
    note,
    p,
    signature,
    space,
    verification,
)
from tolok.documents.building.ratings import (
    all_zero,
    band_legend,
    header_rows,
    rated_aspects,
    remark_rows,
)
from tolok.documents.f05_supplier_performance import DOCUMENT

SHEET = Sheet.form()
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
        header_rows(4.7, SHEET, *HEADER),
        all_zero(
            "terminated",
            "termination_reason",
            "Kontrak diputus sepihak karena kesalahan penyedia",
            "Tidak diputus.",
        ),
        rated_aspects(SHEET, "NILAI KINERJA"),
        space(8),
        band_legend(SHEET),
        note(
            "Nilai akhir = bobot × angka ÷ 100. Dasar: {{ legal_basis }}. "
            "Instrumen versi {{ instrument }}."
        ),
        remark_rows(
            SHEET,
            ("Catatan penilai", "{{ remarks|atau('Tidak ada catatan.') }}"),
            ("Tanggapan penyedia", "{{ response|atau('Tidak ada tanggapan.') }}"),
        ),
        space(8),
        signature(
            SHEET,
            "{{ signed.place_and_date }}",
            "Penilai,",
            left=verification(),
        ),
    )
    return Template(DOCUMENT, SHEET, body, size=10, numbering="none", sheet_codes=True)
