"""Packages for the benchmark: many agencies and years, sorted, with gaps as in real data.

Everything follows from the number of the row, so the same call gives the same file.
"""

from pathlib import Path

import duckdb

from tolok.registry.dictionary import snapshot_columns

METHODS = (
    "['Pengadaan Langsung', 'E-Purchasing', 'E-Purchasing', 'Pengadaan Langsung', 'Dikecualikan',"
    " 'Penunjukan Langsung', 'Tender', 'Seleksi', 'Tender', 'Tender Cepat']"
)
FACTS = {  # column -> SQL over: i the row, h a hash of it, day its place in the year
    "baris": "'paket'",
    "kd_paket": "printf('%010d', i)",
    "jenis_proses": "if(metode = 'E-Purchasing', 'e-purchasing',"
    " if(h % 5 < 4, 'tender', 'pencatatan'))",
    "kd_klpd": "printf('D%03d', badan)",
    "tahun_anggaran": "tahun",
    "nama_paket": "'Paket ' || i",
    "kd_satker": "printf('%d.%02d', badan, h % 40)",
    "mtd_pemilihan": "metode",
    "jenis_pengadaan": "['Barang', 'Pekerjaan Konstruksi', 'Jasa Lainnya'][h % 3 + 1]",
    "kd_pokja": "'PK' || (h % 25)",
    "status": "if(h % 100 < 88, 'selesai', if(h % 100 < 95, 'berlangsung', 'gagal'))",
    "jumlah_pengumuman": "1 + (h % 17 = 0)::INT",
    "jumlah_gagal": "(h % 17 = 0)::INT",
    "status_kontrak": "if(h % 90 = 0, 'putus', if(h % 3 = 0, 'berjalan', 'selesai'))",
    "kontrak_tercatat": "h % 10 < 7",
    "kontrak_selesai": "h % 10 < 6",
    "adendum_nilai": "h % 23 = 0",
    "pagu": "harga * 1.02",
    "hps": "harga",
    "penawaran_terendah": "harga * 0.8",
    "nilai_kontrak": "if(h % 40 = 0, NULL, harga * (0.85 + (h % 15) / 100))",
    "nilai_kontrak_terendah": "if(h % 4001 = 1, harga * 0.09, NULL)",
    "nilai_kontrak_tertinggi": "if(h % 4001 = 1, harga * 0.99, NULL)",
    "nilai_pdn_kontrak": "if(h % 6 = 0, NULL, harga * 0.6)",
    "nilai_umk_kontrak": "if(h % 6 = 1, NULL, harga * 0.5)",
    "jumlah_pendaftar": "20 + h % 50",
    "jumlah_penawar": "if(h % 33 = 0, NULL, 1 + h % 5)",
    "npwp_penyedia": "printf('%016d', h % 60000)",
    "tgl_pengumuman": "hari",
    "tgl_jadwal_penetapan": "if(h % 12 = 0, NULL, hari + 30)",
    "tgl_penetapan_pemenang": "if(h % 25 = 0, NULL, hari + 20 + (h % 14)::INT)",
    "tgl_sppbj": "if(h % 9 = 0, NULL, hari + 25 + (h % 20)::INT)",
    "tgl_kontrak": "hari + 35",
    "tgl_mulai_pekerjaan": "hari + 40",
    "tgl_selesai_pekerjaan": "if(h % 50 = 0, NULL, hari + 100)",
    "tgl_bast": "if(h % 11 = 0, NULL, hari + 80 + (h % 25)::INT)",
    "tgl_data": "make_date(tahun::INT + 1, 3, 31)",
}


def generate(path: Path, packages: int, *, agencies: int, years: int) -> None:
    """A Parquet file with all columns of a snapshot, sorted by agency, year and day."""
    columns = ", ".join(
        f'CAST({FACTS.get(name, "NULL")} AS {kind}) AS "{name}"'
        for name, kind in snapshot_columns().items()
    )
    per_agency = packages // agencies
    per_year = max(per_agency // years, 1)
    query = f"""
        SELECT {columns} FROM (
            SELECT *, make_date(tahun::INT, 1, 1) + hari_ke::INT AS hari,
                (5000000 + h % 900000007)::DECIMAL(20,2) AS harga,
                {METHODS}[h % 10 + 1] AS metode
            FROM (
                SELECT i, (hash(i) >> 8)::BIGINT AS h,
                    least(i // {per_agency}, {agencies - 1}) AS badan,
                    2020 + least((i % {per_agency}) // {per_year}, {years - 1}) AS tahun,
                    ((i % {per_year}) * 365) // {per_year} AS hari_ke
                FROM range({packages}) t(i)))"""
    with duckdb.connect(config={"memory_limit": "1500MB"}) as session:
        session.execute("SET preserve_insertion_order = true; SET threads = 1")
        session.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet, ROW_GROUP_SIZE 122880)")
