"""The sentences of F3 that are the same in every year, by SOP."""

from datetime import date
from typing import Final

from tolok.core.indicator import SOP_METHODS
from tolok.core.regulations import cited, listed
from tolok.documents.f03_performance_plan.collection import Instrument
from tolok.rulebook.regulations import regulations

PROCEDURE: Final = "Standar Operasional Prosedur Pengelolaan Kinerja Pengadaan Barang/Jasa"
EXCEPTED: Final = {"Dikecualikan": "Pengadaan yang Dikecualikan"}
BACKGROUND: Final = (
    "Pengadaan barang/jasa berperan penting dalam pelaksanaan pembangunan. Agar nilai yang "
    "dihasilkannya dapat diketahui dan ditingkatkan, kinerja pengadaan direncanakan, diukur, dan "
    "dievaluasi secara teratur."
)
PURPOSE: Final = (
    "Dokumen ini menjadi acuan UKPBJ dan unit kerja terkait dalam merencanakan, memantau, dan "
    "mengendalikan kinerja pengadaan, agar indikator, baseline, target, dan rencana aksinya "
    "dipahami dan dilaksanakan secara seragam."
)
CLOSING: Final = (
    "Dokumen ini berlaku sejak disetujui dan menjadi dasar pelaksanaan pengelolaan kinerja "
    "pengadaan Tahun Anggaran {year}. Perubahan indikator atau target dilakukan dengan "
    "persetujuan tertulis dan dicatat sebagai versi baru."
)
APPROVAL: Final = (
    "Dokumen Perencanaan Kinerja Pengadaan Barang/Jasa Tahun Anggaran {year} ini disetujui untuk "
    "dilaksanakan oleh seluruh unit kerja terkait di lingkungan {organisation}."
)
MECHANISM: Final = (
    "Tim Pengumpul Data menyampaikan formulir kepada responden pada hari pertama masa pengumpulan.",
    "PPK dan Pokja Pemilihan mengisi atau melengkapi data setiap paket beserta bukti pendukungnya.",
    "Tim Pengumpul Data memeriksa kelengkapan; isian yang kurang dikembalikan dengan penjelasan.",
    "Tim Pengolah Data menghitung realisasi indikator, menganalisis sebab, dan menyusun "
    "rekomendasi.",
)
MECHANISM_JAYAWIJAYA: Final = (
    "Area strategis dipetakan ke paket pengadaan bersama OPD/unit kerja.",
    "Penanggung Jawab Kinerja mengisi dan memutakhirkan data proses dan rencana aksi ke dalam "
    "template data kinerja.",
    "Realisasi dilaporkan per paket menurut frekuensi pelaporan setiap indikator.",
    "Tim Pengelolaan Kelembagaan UKPBJ mengolah data dan menyusun kompilasi pencapaian.",
)
SURVEY: Final = "Survei teknis PPK dan Pokja Pemilihan"
REPORTING: Final = "Pelaporan realisasi per paket"
INSTRUMENTS: Final = (
    Instrument(
        "F4", "Formulir Isian Utama Data Kinerja", "PPK; Pokja Pemilihan", "Setiap triwulan"
    ),
    Instrument("F5", "Formulir Isian Kinerja Penyedia", "PPK", "Setelah serah terima"),
    Instrument(
        "F8",
        "Formulir Isian Data Kinerja Pokja Pemilihan",
        "Kepala UKPBJ atau yang ditunjuk",
        "Setelah pemilihan selesai",
    ),
    Instrument(
        "F12, F13",
        "Formulir Survei Kepuasan Pelanggan Internal dan Eksternal",
        "Pengguna layanan; penyedia",
        "Januari tahun berikutnya",
    ),
)
INSTRUMENTS_JAYAWIJAYA: Final = (
    Instrument(
        "TEMPLATE-DATA", "Template Data Kinerja", "Penanggung Jawab Kinerja", "Setiap periode"
    ),
    Instrument(
        "HITUNG", "Formulir Perhitungan Indikator", "Tim Pengelolaan Kelembagaan", "Setiap periode"
    ),
)
CIRCULAR_POINTS: Final = (
    "Penunjukan penanggung jawab kinerja pada setiap unit kerja;",
    "Pelaksanaan rencana aksi dan pengisian data kinerja menurut jadwal; dan",
    "Penyampaian isian melalui aplikasi atau formulir cetak.",
)
CIRCULAR_TO: Final = (
    "Kepala Perangkat Daerah;",
    "Pejabat Pembuat Komitmen; dan",
    "Pokja Pemilihan.",
)


def legal_basis(day: date, *more: str) -> tuple[str, ...]:
    """What a paper of that day rests on; `more` are papers of the agency's own."""
    return listed((*cited(regulations(), day), PROCEDURE, *more))


def methods() -> str:
    """As the SOP names them: data have "Dikecualikan" alone."""
    *others, last = SOP_METHODS
    return f"{', '.join(others)}, dan {EXCEPTED.get(last, last)}"
