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
        "P-23",
        "Akhir pekerjaan tidak sesuai waktu penyelesaian",
        # Some work orders end on the day they begin, or the day after: the form's own proposal.
        # It matters for work that was not handed over by that day.
        r"""
        WITH janji AS (
          SELECT kd_paket,
            arg_max(waktu_penyelesaian, (versi, tgl_selesai_pekerjaan)) AS waktu
          FROM spmk_versi GROUP BY kd_paket),
        hari AS (
          SELECT *, CASE WHEN waktu NOT ILIKE '%kerja%' THEN try_cast(regexp_extract(lower(waktu),
            '^\s*([0-9]{1,4})\s*(?:\([^)]*\))?\s*(?:hari|k[ae]l[ae]nd[ae]r)', 1) AS INTEGER)
            END AS hari FROM janji)
        SELECT h.kd_paket, tgl_mulai_pekerjaan AS mulai, tgl_selesai_pekerjaan AS selesai, j.waktu,
          'tgl_selesai_pekerjaan' AS kolom, selesai AS terendah,
          mulai + (j.hari - 1) AS tertinggi, mulai + (j.hari - 1) AS dugaan
        FROM hasil h JOIN hari j USING (kd_paket)
        WHERE h.baris = 'paket' AND (selesai - mulai + 1) * 2 < j.hari
          AND (h.tgl_bast IS NULL OR h.tgl_bast > selesai) ORDER BY h.kd_paket
        """,
        "Menurut SPMK pekerjaan berlangsung {mulai} sampai {selesai}, padahal waktu"
        " penyelesaiannya “{waktu}”. Tetapkan tanggal selesai yang benar, agar paket ini tidak"
        " keliru dinyatakan terlambat.",
        EXECUTION,
        quirk=15,
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
