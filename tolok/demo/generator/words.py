"""The words names are made of. All invented, or so general that they name nobody."""

from typing import Final

# Syllables that form no common Indonesian name.
GIVEN_HEADS: Final = (
    "Ador", "Bakir", "Celum", "Derag", "Edum", "Fenit", "Gomar", "Hurad", "Ibun", "Jelor",
    "Kuman", "Lodir", "Merug", "Nadol", "Otam", "Perad", "Rubel", "Sedom", "Tumar", "Wolid",
)  # fmt: skip
GIVEN_TAILS: Final = ("a", "an", "ina", "o", "ika", "esa", "us", "oni", "awa", "ulin")
FAMILY_HEADS: Final = (
    "Bontar", "Cemir", "Dupak", "Gerun", "Hantol", "Jumer", "Kelap", "Lorang", "Mutis",
    "Nerap", "Pukal", "Rengat", "Sontar", "Tibul", "Wakur",
)  # fmt: skip
FAMILY_TAILS: Final = ("awe", "ono", "idi", "ulo", "aka", "ering")
TITLES: Final = ("", "", ", ST", ", SE", ", S.Sos", ", S.Kom.,M.Si", ", ST., MT", ", SH", ",S.Pd")

# Every invented company and place carries one of these words.
FICTION: Final = (
    "Contoh", "Misal", "Umpama", "Rekaan", "Khayal", "Andai", "Angan", "Ibarat", "Fiktif",
    "Bayangan", "Semisal", "Konon",
)  # fmt: skip
COMPANY_MIDDLE: Final = (
    "Bumi", "Cipta", "Karya", "Mitra", "Tirta", "Bina", "Graha", "Surya", "Mega", "Prima",
    "Anugerah", "Sumber", "Wahana", "Duta", "Nusa", "Tunas", "Adi", "Buana", "Citra", "Jasa",
)  # fmt: skip
COMPANY_LAST: Final = (
    "Lestari", "Mandiri", "Sejahtera", "Utama", "Perkasa", "Sentosa", "Abadi", "Persada",
    "Konsultan", "Teknik", "Konstruksi", "Makmur", "Nusantara", "Pratama", "Gemilang",
)  # fmt: skip
PLACE_LAST: Final = (
    "Jaya", "Makmur", "Sentosa", "Lestari", "Raya", "Indah", "Sejahtera", "Mulya", "Asri",
    "Permai", "Utara", "Selatan", "Timur", "Barat", "Tengah", "Damai", "Luhur", "Rahayu",
)  # fmt: skip

WORK_UNITS: Final = (
    ("1.01.0.00.0.00.01.0000", "DINAS PENDIDIKAN"),
    ("1.03.0.00.0.00.03.0000", "DINAS PEKERJAAN UMUM DAN TATA RUANG"),
    ("1.02.0.00.0.00.02.0000", "DINAS KESEHATAN"),
    ("1.04.2.10.0.00.04.0000", "DINAS PERUMAHAN DAN KAWASAN PERMUKIMAN"),
    ("4.01.0.00.0.00.24.0000", "SEKRETARIAT DAERAH"),
    ("1.02.0.00.0.00.02.0001", "RUMAH SAKIT UMUM DAERAH"),
    ("3.27.0.00.0.00.22.0000", "DINAS PERTANIAN"),
    ("2.15.0.00.0.00.15.0000", "DINAS PERHUBUNGAN"),
    ("4.02.0.00.0.00.25.0000", "SEKRETARIAT DPRD"),
    ("5.01.5.05.0.00.26.0000", "BADAN PERENCANAAN PEMBANGUNAN, RISET DAN INOVASI DAERAH"),
    ("5.02.0.00.0.00.27.0000", "BADAN KEUANGAN DAN ASET DAERAH"),
    ("2.11.0.00.0.00.11.0000", "DINAS LINGKUNGAN HIDUP"),
    ("1.06.0.00.0.00.08.0000", "DINAS SOSIAL"),
    ("2.16.2.20.2.21.16.0000", "DINAS KOMUNIKASI DAN INFORMATIKA, STATISTIK DAN PERSANDIAN"),
    ("1.05.0.00.0.00.06.0000", "BADAN PENANGGULANGAN BENCANA DAERAH"),
    ("2.07.3.32.0.00.09.0000", "DINAS KETENAGAKERJAAN"),
    ("2.12.0.00.0.00.12.0000", "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL"),
    ("3.30.3.31.0.00.23.0000", "DINAS PERDAGANGAN DAN PERINDUSTRIAN"),
    ("2.19.0.00.0.00.18.0000", "DINAS PEMUDA DAN OLAHRAGA"),
    ("2.22.3.26.0.00.20.0000", "DINAS KEBUDAYAAN DAN PARIWISATA"),
    ("5.03.5.04.0.00.29.0000", "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA"),
    ("6.01.0.00.0.00.30.0000", "INSPEKTORAT"),
    ("2.23.2.24.0.00.21.0000", "DINAS PERPUSTAKAAN DAN KEARSIPAN"),
    ("2.18.0.00.0.00.17.0000", "DINAS PENANAMAN MODAL DAN PELAYANAN TERPADU SATU PINTU"),
    ("8.01.0.00.0.00.31.0000", "BADAN KESATUAN BANGSA DAN POLITIK"),
)
WORK_UNIT_WEIGHTS: Final = (14, 30, 12, 10, 7, 6, 6, 4, 3, 3, 3, 3) + (2,) * 28

OFFICES: Final = ("Kepala Bidang Sarana", "KEPALA BIDANG", "Sekretaris", "Kabid Prasarana", "Camat")

# What is bought: by kind of procurement; {place} is an invented village or street.
WORKS: Final = (
    "Rehabilitasi Ruang Kelas SDN {place}",
    "Pembangunan Jalan Lingkungan Desa {place}",
    "Peningkatan Jalan Ruas {place}",
    "Pemeliharaan Jembatan {place}",
    "Pembangunan Saluran Irigasi {place}",
    "Rehabilitasi Puskesmas {place}",
    "Belanja Modal Bangunan Gedung Kantor - {place}",
    "Pembangunan Drainase Perkotaan {place}",
)
GOODS: Final = (
    "Belanja Alat/Bahan untuk Kegiatan Kantor-Alat Tulis Kantor",
    "Pengadaan Meubelair Kantor {place}",
    "Pengadaan Alat Kesehatan Puskesmas {place}",
    "Belanja Modal Komputer Unit - {place}",
    "Belanja Obat-Obatan-Obat-Obatan Lainnya",
    "Pengadaan Bibit dan Pupuk Kelompok Tani {place}",
    "Belanja Modal Kendaraan Dinas Operasional",
)
SERVICES: Final = (
    "Belanja Makanan dan Minuman Rapat",
    "Jasa Kebersihan Gedung {place}",
    "Belanja Sewa Kendaraan Bermotor Penumpang",
    "Jasa Penyelenggaraan Acara {place}",
    "Belanja Pemeliharaan Alat Kantor dan Rumah Tangga",
)
CONSULTING: Final = (
    "Perencanaan Rehabilitasi Gedung {place}",
    "Pengawasan Pembangunan Jalan {place}",
    "DED Sistem Drainase {place}",
    "Kajian Potensi Wisata {place}",
    "Penyusunan Dokumen Perencanaan {place}",
)
SELF_MANAGED: Final = (
    "Belanja Perjalanan Dinas Biasa",
    "Honorarium Tim Pelaksana Kegiatan dan Sekretariat Tim Pelaksana Kegiatan",
    "Honorarium Narasumber atau Pembahas, Moderator, Pembawa Acara, dan Panitia",
)
PROGRAMMES: Final = (
    "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH",
    "PROGRAM PENYELENGGARAAN PELAYANAN PUBLIK",
    "PROGRAM PENGELOLAAN SARANA DAN PRASARANA",
)
ACTIVITIES: Final = (
    "Administrasi Umum Perangkat Daerah",
    "Pemeliharaan Barang Milik Daerah",
    "Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah",
)
SUB_ACTIVITIES: Final = (
    "Penyediaan Peralatan dan Perlengkapan Kantor",
    "Pemeliharaan/Rehabilitasi Gedung Kantor dan Bangunan Lainnya",
    "Pembangunan Sarana dan Prasarana",
)
