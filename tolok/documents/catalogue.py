"""All documents in official order: the sixteen formats, the Jayawijaya papers, SOP, PIAGAM."""

import importlib
from functools import cache
from pathlib import Path
from typing import Final

from tolok.core.problem import Problem, RefusedError
from tolok.documents.document import Document

TITLES: Final = {
    "F1": "Surat Tugas Kepala UKPBJ kepada Koordinator Tim Pengelola Kinerja Pengadaan",
    "F2": "Surat Edaran Implementasi Pengelolaan Kinerja Pengadaan",
    "F3": "Dokumen Perencanaan Kinerja Pengadaan",
    "F4": "Formulir Isian Utama Data Kinerja (PPK; Pokja)",
    "F5": "Formulir Isian Kinerja Penyedia (per paket)",
    "F6": "Formulir Rekapitulasi Kinerja Per Penyedia",
    "F7": "Formulir Rekapitulasi Kinerja Per Satuan Kerja Instansi",
    "F8": "Formulir Isian Data Kinerja Pokja Pemilihan Per Paket Pengadaan",
    "F9": "Formulir Rekapitulasi Kinerja Per Pokja Pemilihan",
    "F10": (
        "Formulir Rekapitulasi Kinerja Pokja Pemilihan Per Unit Eselon II / Satuan Pelaksana UKPBJ"
    ),
    "F11": "Formulir Rekapitulasi Kinerja Pokja Pemilihan Total UKPBJ",
    "F12": "Formulir Survei Kepuasan Pelanggan Internal Kinerja Pengadaan",
    "F13": "Formulir Survei Kepuasan Pelanggan Eksternal Kinerja Pengadaan",
    "F14": "Kertas Kerja Perhitungan Survei Kepuasan Pelanggan Kinerja Pengadaan",
    "F15": "Laporan Evaluasi Kinerja Pengadaan UKPBJ",
    "F16": "Dashboard Status Nilai Indikator Kinerja Pengadaan",
    "BA-RENCANA": "Berita Acara Persetujuan Rencana dan Target Kinerja Tahun Berjalan",
    "UNDANGAN": "Surat Undangan Sosialisasi Implementasi Pengelolaan Kinerja",
    "HADIR": "Daftar Hadir",
    "NOTULA": "Notula Rapat",
    "LAP-SOSIALISASI": "Laporan Sosialisasi Implementasi Pengelolaan Kinerja",
    "LAP-LOKAKARYA": "Laporan Lokakarya Penyusunan Rencana Kinerja",
    "PAKET-AREA": "Paket Pengadaan Berdasarkan Area Strategis",
    "TEMPLATE-DATA": "Template Data Kinerja",
    "HITUNG": "Formulir Perhitungan Indikator Kinerja",
    "LAP-PAKET": "Laporan Kinerja Per Paket",
    "KOMP-INDIKATOR": "Kompilasi Pencapaian Kinerja Per Indikator",
    "KOMP-AKSI": "Kompilasi Rencana Aksi",
    "ANALISIS": "Hasil Analisis dan Rekomendasi Perbaikan",
    "LAP-CAPAIAN": "Laporan Pencapaian Kinerja",
    "PRESENTASI": "Materi Presentasi Laporan Pencapaian Kinerja",
    "BA-KEPUTUSAN": "Berita Acara Keputusan Rapat Pimpinan atas Laporan Kinerja",
    "STATUS-AKHIR": "Laporan Akhir Status Indikator Kinerja",
    "SERAH-TERIMA": "Berita Acara Serah Terima Tugas",
    "ARSIP": "Daftar Arsip",
    "SOP": "Standar Operasional Prosedur Pengelolaan Kinerja Pengadaan",
    "PIAGAM": "Piagam Penghargaan",
}


@cache
def documents() -> tuple[Document, ...]:
    """Every document whose folder is there, in official order."""
    room = Path(__file__).parent
    folders = [path.parent.name for path in room.glob("*/example.json")]
    found = [importlib.import_module(f"tolok.documents.{name}").DOCUMENT for name in folders]
    order = list(TITLES)
    return tuple(sorted(found, key=lambda document: order.index(document.code)))


def document(code: str) -> Document:
    """DK-04: only documents of the catalogue are made."""
    for one in documents():
        if one.code == code.upper():
            return one
    known = ", ".join(one.code for one in documents())
    message = f"Dokumen {code} tidak ada. Yang ada: {known}."
    raise RefusedError(Problem("DK-04", code, message))
