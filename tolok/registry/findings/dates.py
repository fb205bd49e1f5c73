"""Rules about dates."""

from typing import Final

from tolok.registry.findings.rule import Rule

EXECUTION: Final = (
    "SPSE-TenderEkontrak-Kontrak",
    "SPSE-NonTenderEkontrak-Kontrak",
    "SPSE-TenderEkontrak-SPMKSPP",
    "SPSE-NonTenderEkontrak-SPMKSPP",
    "SPSE-TenderEkontrak-BAPBAST",
    "SPSE-NonTenderEkontrak-BAPBAST",
)

RULES: Final = (
    Rule(
        "P-03",
        "Tanggal tidak berurutan",
        """
        WITH pasangan AS (
          SELECT kd_paket, 'Pengumuman' AS dahulu, tgl_pengumuman AS tgl_dahulu,
            'penetapan pemenang' AS kemudian, tgl_penetapan_pemenang AS tgl_kemudian
            FROM hasil WHERE baris = 'paket' AND jenis_proses IN ('tender', 'non tender')
          UNION ALL SELECT kd_paket, 'Pengumuman', tgl_pengumuman, 'SPPBJ', tgl_sppbj
            FROM hasil WHERE baris = 'paket'
          UNION ALL SELECT kd_paket, 'SPPBJ', tgl_sppbj, 'kontrak', tgl_kontrak
            FROM hasil WHERE baris = 'paket'
          UNION ALL SELECT kd_paket, 'Mulai pekerjaan', tgl_mulai_pekerjaan, 'akhir pekerjaan',
            tgl_selesai_pekerjaan FROM hasil WHERE baris = 'paket'
          UNION ALL SELECT kd_paket, 'Kontrak', tgl_kontrak, 'BAST', tgl_bast
            FROM hasil WHERE baris = 'paket')
        SELECT * FROM pasangan WHERE tgl_dahulu > tgl_kemudian ORDER BY ALL
        """,
        "{dahulu} ({tgl_dahulu}) tercatat setelah {kemudian} ({tgl_kemudian}). Periksa keduanya.",
        ("SPSE-TenderPengumuman", "SPSE-NonTenderPengumuman", *EXECUTION),
    ),
    Rule(
        "P-04",
        "Akhir kontrak sama dengan tanggal kontrak",
        """
        WITH semua AS (
          SELECT tgl_kontrak, tgl_kontrak_akhir FROM "SPSE-TenderEkontrak-Kontrak"
          UNION ALL SELECT tgl_kontrak, tgl_kontrak_akhir FROM "SPSE-NonTenderEkontrak-Kontrak")
        SELECT NULL AS kd_paket, count(*) FILTER (tgl_kontrak_akhir = tgl_kontrak) AS jumlah,
          count(tgl_kontrak_akhir) AS seluruhnya
        FROM semua HAVING jumlah > 0
        """,
        "Pada {jumlah} dari {seluruhnya} kontrak, kolom tgl_kontrak_akhir hanya mengulang tanggal"
        " kontrak. Tolok memakai tanggal selesai pada SPMK atau SPP.",
        note=True,
        quirk=5,
    ),
    Rule(
        "P-05",
        "Kontrak selesai tanpa tanggal BAST",
        """
        SELECT kd_paket, coalesce(tgl_selesai_pekerjaan, tgl_kontrak) AS akhir, 'tgl_bast' AS kolom
        FROM hasil WHERE baris = 'paket' AND kontrak_selesai AND tgl_bast IS NULL
          AND jenis_proses IN (SELECT jenis_proses FROM serah_terima_baris
            JOIN pengumuman USING (kd_proses)) ORDER BY kd_paket
        """,
        "Kontrak dinyatakan selesai (akhir pekerjaan {akhir}), tetapi tanggal BAST belum ada."
        " Lengkapi tanggal BAST.",
        EXECUTION,
    ),
    Rule(
        "P-22",
        "Tabel serah terima belum ada",
        """
        SELECT NULL AS kd_paket, jenis_proses, count(*) AS kontrak
        FROM hasil WHERE baris = 'paket' AND kontrak_selesai AND tgl_bast IS NULL
          AND jenis_proses NOT IN (SELECT jenis_proses FROM serah_terima_baris
            JOIN pengumuman USING (kd_proses))
        GROUP BY jenis_proses ORDER BY jenis_proses
        """,
        "{kontrak} kontrak {jenis_proses} dinyatakan selesai, tetapi tabel BAP/BAST-nya belum"
        " diimpor. Impor tabel itu agar ketepatan waktu dapat dihitung.",
    ),
    Rule(
        "P-20",
        "BAST setelah data ditarik",
        """
        SELECT kd_paket, tgl_bast, tgl_data FROM hasil
        WHERE baris = 'paket' AND tgl_bast > tgl_data ORDER BY kd_paket
        """,
        "Tanggal BAST {tgl_bast} lebih lambat dari tanggal data ditarik, {tgl_data}: serah terima"
        " dicatat sebelum terjadi. Periksa tanggal BAST.",
        EXECUTION,
    ),
)
