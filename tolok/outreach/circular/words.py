"""The sentences of the circular that are the same in every year, by SOP."""

from typing import Final

from tolok.documents.f02_circular import Point

SUBJECT: Final = "Implementasi Pengelolaan Kinerja\nPengadaan Barang/Jasa Tahun Anggaran {year}"
OPENING: Final = (
    "Pengadaan barang/jasa {organisation} harus dapat diukur hasilnya. Untuk itu kinerja pengadaan "
    "direncanakan, dikumpulkan datanya menurut jadwal, dan dievaluasi setiap tahun. Rencana "
    "kinerja Tahun Anggaran {year} telah disetujui dan dilaksanakan oleh seluruh unit kerja."
)
CLOSING: Final = (
    "Surat Edaran ini berlaku pada tanggal ditetapkan. Atas perhatian dan kerja sama Saudara, kami "
    "ucapkan terima kasih."
)
PURPOSE: Final = (
    "Surat Edaran ini menjadi acuan bagi unit kerja dalam melaksanakan pengelolaan kinerja "
    "pengadaan, dengan tujuan agar indikator, target, dan jadwal yang telah disetujui dilaksanakan "
    "secara seragam dan tepat waktu."
)
SCOPE: Final = (
    "Surat Edaran ini berlaku untuk paket Tahun Anggaran {year} dengan metode pemilihan {methods}."
)
THE_PLAN: Final = (
    "Dokumen Perencanaan Kinerja Pengadaan Tahun Anggaran {year} yang telah disetujui (kode isi "
    "{code})"
)
APPOINT: Final = (
    "Kepala unit kerja menunjuk satu penanggung jawab kinerja, menyampaikan namanya, dan memeriksa "
    "daftar PPK unit kerjanya{until} (Lampiran II)."
)
MEASURED: Final = "Kinerja pengadaan Tahun Anggaran {year} diukur pada area strategis:"
ASKED: Final = (
    Point(
        "Pejabat Pembuat Komitmen mengisi:",
        (
            "Formulir Isian Utama Data Kinerja (F4) setiap triwulan; dan",
            "Formulir Isian Kinerja Penyedia (F5) untuk setiap kontrak yang selesai.",
        ),
    ),
    Point(
        "Pokja Pemilihan mengisi:",
        (
            "Formulir Isian Utama Data Kinerja (F4) setiap triwulan; dan",
            "Formulir Isian Data Kinerja Pokja Pemilihan (F8) untuk setiap paket yang selesai "
            "dipilih.",
        ),
    ),
)
ASKED_JAYAWIJAYA: Final = (
    Point(
        "Penanggung jawab kinerja, bersama Pejabat Pembuat Komitmen:",
        (
            "memetakan paket pengadaan unit kerjanya ke area strategis;",
            "melaksanakan rencana aksi dan memutakhirkan template data kinerja; dan",
            "melaporkan realisasinya per paket menurut jadwal pada Lampiran I.",
        ),
    ),
)
HANDED_IN: Final = "Isian disampaikan melalui aplikasi Tolok menurut jadwal pada Lampiran I."
ON_PAPER: Final = (
    "Unit kerja yang tidak dapat mengisi secara daring menggunakan formulir cetak dan "
    "mengirimkannya ke {office}."
)
CONTACT: Final = "Pertanyaan disampaikan kepada {contact}."
FORMS: Final = ("F4, F5 (PPK)", "F4, F8 (Pokja)")
FORMS_JAYAWIJAYA: Final = ("Template data kinerja",)
NOTE: Final = "Hari dihitung sebagai {days}. Data tahun n dinilai pada tahun n+1."
COPIES: Final = "Inspektorat {agency}."
