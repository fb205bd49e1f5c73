"""A small dictionary for tests, with the names people know."""

from tolok.core.formula.dictionary import Dictionary

FIELDS = {
    "baris": {"label": "Jenis baris", "type": "teks", "choices": ["paket", "rup", "anggaran"]},
    "kd_paket": {"label": "Kode paket", "type": "teks"},
    "nama_paket": {"label": "Nama paket", "type": "teks"},
    "nama_satker": {"label": "Satuan kerja", "type": "teks"},
    "kd_klpd": {"label": "Kode K/L/PD", "type": "teks"},
    "tahun_anggaran": {"label": "Tahun anggaran", "type": "angka"},
    "mtd_pemilihan": {
        "label": "Metode pemilihan",
        "type": "teks",
        "choices": ["Tender", "Seleksi", "Pengadaan Langsung"],
    },
    "status": {"label": "Status paket", "type": "teks", "choices": ["selesai", "gagal"]},
    "kontrak_selesai": {"label": "Kontrak selesai", "type": "ya_tidak"},
    "hps": {"label": "HPS", "type": "uang", "missing": "HPS"},
    "pagu": {"label": "Pagu", "type": "uang", "missing": "pagu"},
    "nilai_kontrak": {
        "label": "Nilai kontrak",
        "type": "uang",
        "missing": "nilai kontrak",
        "uncertain": True,
        "lowest": "0",
        "highest": "coalesce(hps, pagu)",
    },
    "jumlah_penawar": {"label": "Jumlah penawar", "type": "angka"},
    "npwp_penyedia": {"label": "NPWP penyedia", "type": "teks"},
    "tgl_kontrak": {"label": "Tanda tangan kontrak", "type": "tanggal"},
    "tgl_selesai_pekerjaan": {"label": "Akhir pekerjaan", "type": "tanggal"},
    "tgl_bast": {
        "label": "BAST terakhir",
        "type": "tanggal",
        "missing": "tanggal BAST",
        "uncertain": True,
        "lowest": "tgl_kontrak",
    },
}


def make_dictionary(**changed: dict[str, object]) -> Dictionary:
    """The small dictionary, with some fields added or replaced."""
    return Dictionary.from_mapping({**FIELDS, **changed})
