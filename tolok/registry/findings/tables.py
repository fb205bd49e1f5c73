"""Rules about whole tables: what is partial, doubled, or known under other names."""

from typing import Final

from tolok.registry.findings.rule import Rule

RULES: Final = (
    Rule(
        "P-08",
        "RUP hanya sebagian",
        """
        WITH kode AS (
          SELECT kd_paket, unnest(string_split(kd_rup, ';')) AS kd_rup FROM hasil
          WHERE baris = 'paket' AND kd_rup IS NOT NULL),
        cocok AS (
          SELECT count(DISTINCT k.kd_paket) AS paket,
            count(DISTINCT k.kd_paket) FILTER (r.kd_rup IS NOT NULL) AS ditemukan
          FROM kode k LEFT JOIN rencana r ON r.kd_rup = trim(k.kd_rup))
        SELECT NULL AS kd_paket, ditemukan, paket FROM cocok
        WHERE ditemukan * 2 < paket AND EXISTS (SELECT 1 FROM rencana)
        """,
        "Hanya {ditemukan} dari {paket} paket yang kode RUP-nya ada dalam data RUP: data RUP"
        " tampaknya sebagian. Impor RUP yang lengkap sebelum membandingkan dengan rencana.",
        quirk=4,
    ),
    Rule(
        "P-11",
        "Baris kembar",
        """
        WITH semua AS (
          SELECT 'SPSE-TenderEkontrak-BAPBAST' AS tabel, count(*) AS baris
            FROM "SPSE-TenderEkontrak-BAPBAST" JOIN paket_proses ON kd_proses = kd_tender
          UNION ALL SELECT 'SPSE-NonTenderEkontrak-BAPBAST', count(*)
            FROM "SPSE-NonTenderEkontrak-BAPBAST" JOIN paket_proses ON kd_proses = kd_nontender),
        total AS (SELECT sum(baris)::BIGINT AS baris FROM semua)
        SELECT NULL AS kd_paket, baris, baris - (SELECT count(*) FROM serah_terima_baris) AS kembar
        FROM total WHERE kembar > 0
        """,
        "{kembar} dari {baris} baris berita acara sama persis dengan baris lain (tabel ditarik dua"
        " kali); masing-masing dihitung sekali.",
        note=True,
        quirk=8,
    ),
    Rule(
        "P-13",
        "Satuan kerja tidak dikenal",
        """
        SELECT NULL AS kd_paket, h.kd_satker AS kode, any_value(h.nama_satker) AS nama,
          count(*) AS paket
        FROM hasil h WHERE h.baris = 'paket' AND h.kd_satker IS NOT NULL
          AND EXISTS (SELECT 1 FROM satker)
          AND h.kd_satker NOT IN (SELECT kd_satker FROM satker)
        GROUP BY h.kd_satker ORDER BY h.kd_satker
        """,
        "Kode satuan kerja {kode} ({nama}, {paket} paket) tidak ada dalam daftar satuan kerja"
        " tahun ini. Bila kodenya berganti, tambahkan padanannya pada daftar satuan kerja.",
        quirk=9,
    ),
    Rule(
        "P-16",
        "Satu NPWP dengan beberapa nama",
        """
        WITH ragam AS (
          SELECT npwp_penyedia FROM nama_penyedia GROUP BY 1
          HAVING count(DISTINCT lower(nama_penyedia)) > 1)
        SELECT NULL AS kd_paket, count(*) AS penyedia FROM ragam HAVING penyedia > 0
        """,
        "{penyedia} penyedia tercatat dengan beberapa nama untuk NPWP yang sama. Tolok"
        " menggabungkan menurut NPWP dan menyimpan semua namanya.",
        note=True,
        quirk=11,
    ),
    Rule(
        "P-21",
        "Buku kerja berbeda dari sistem",
        """
        WITH fakta AS (
          SELECT h.kd_paket, unnest([
            {fakta: 'nilai kontrak', sistem: h.nilai_kontrak::isian, buku: b.nilai_kontrak::isian},
            {fakta: 'HPS', sistem: h.hps::isian, buku: b.hps::isian},
            {fakta: 'tanggal BAST', sistem: h.tgl_bast::isian, buku: b.tgl_bast::isian},
            {fakta: 'status', sistem: h.status::isian, buku: b.status::isian}], recursive := true)
          FROM hasil h JOIN buku b USING (kd_paket))
        SELECT * FROM fakta WHERE sistem <> buku ORDER BY ALL
        """,
        "Menurut sistem, {fakta} adalah {sistem}; menurut buku kerja {buku}. Yang dipakai nilai"
        " sistem; ajukan koreksi bila buku kerja yang benar.",
        ("Tolok-DataPaket",),
    ),
)
