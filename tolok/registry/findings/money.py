"""Rules about amounts of money."""

from typing import Final

from tolok.registry.findings.rule import Rule

AWARD: Final = (
    "SPSE-TenderSelesaiNilai",
    "SPSE-NonTenderSelesai",
    "SPSE-TenderEkontrak-Kontrak",
    "SPSE-NonTenderEkontrak-Kontrak",
)

RULES: Final = (
    Rule(
        "P-01",
        "Nilai kontrak di atas HPS",
        # The offer, the negotiated or the PDN value is often right where the contract is not.
        """
        WITH lebih AS (
          SELECT h.kd_paket, h.kd_tender, h.nilai_kontrak, h.nilai_umk_kontrak, h.hps,
            h.nilai_penawaran,
            list_filter([h.nilai_penawaran, h.nilai_negosiasi, h.nilai_pdn_kontrak,
              k.nilai_ekontrak], lambda x: abs(h.nilai_kontrak / 10 - x) < x * 0.05) AS saksi
          FROM hasil h LEFT JOIN kontrak k USING (kd_paket)
          WHERE h.baris = 'paket' AND h.hps > 0 AND h.nilai_kontrak > h.hps
            -- the public list rounds the HPS to "990 Jt"
            AND (h.nilai_kontrak > h.hps * 1.1
              OR h.kd_paket NOT IN (SELECT kd_paket FROM paket_daftar)))
        SELECT kd_paket, kd_tender AS kode, 'nilai kontrak' AS nama, nilai_kontrak AS nilai, hps,
          nilai_penawaran,
          CASE WHEN len(saksi) > 0 THEN ' Nilai lain pada paket ini menunjukkan angka terketik'
            ' sepuluh kali lipat.' ELSE '' END AS petunjuk,
          'nilai_kontrak' AS kolom,
          CASE WHEN len(saksi) > 0 THEN (nilai_kontrak * 0.1)::DECIMAL(20,2)
            ELSE least(hps, coalesce(nilai_penawaran, hps)) END AS terendah,
          nilai_kontrak AS tertinggi,
          CASE WHEN len(saksi) > 0 THEN (nilai_kontrak * 0.1)::DECIMAL(20,2) END AS dugaan
        FROM lebih
        -- the same slip of the pen, once more in the share of small firms
        UNION ALL
        SELECT kd_paket, kd_tender, 'nilai UMK-Koperasi', nilai_umk_kontrak, hps, nilai_penawaran,
          CASE WHEN len(saksi) > 0 THEN ' Nilai kontraknya terketik sepuluh kali lipat.'
            ELSE '' END,
          'nilai_umk_kontrak',
          CASE WHEN len(saksi) > 0 THEN (nilai_umk_kontrak * 0.1)::DECIMAL(20,2) ELSE 0 END,
          nilai_umk_kontrak,
          CASE WHEN len(saksi) > 0 THEN (nilai_umk_kontrak * 0.1)::DECIMAL(20,2) END
        FROM lebih WHERE nilai_umk_kontrak > hps
        ORDER BY kd_paket, kolom
        """,
        "Paket {kode}: {nama} {nilai} di atas HPS {hps}.{petunjuk} Periksa dokumen kontrak.",
        AWARD,
        quirk=1,
    ),
    Rule(
        "P-02",
        "Satu tender dengan dua nilai kontrak",
        """
        WITH semua AS (
          SELECT kd_tender AS kd_proses, nilai_kontrak FROM "SPSE-TenderSelesaiNilai"
          UNION ALL SELECT kd_nontender, nilai_kontrak FROM "SPSE-NonTenderSelesai")
        SELECT p.kd_paket, s.kd_proses AS kode, min(s.nilai_kontrak) AS nilai_rendah,
          max(s.nilai_kontrak) AS nilai_tinggi, 'nilai_kontrak' AS kolom,
          min(s.nilai_kontrak) AS terendah, max(s.nilai_kontrak) AS tertinggi
        FROM semua s JOIN pengumuman p ON p.kd_proses = s.kd_proses AND p.terakhir
        GROUP BY ALL HAVING count(DISTINCT s.nilai_kontrak) > 1 ORDER BY 1
        """,
        "Tender {kode} tercantum dengan dua nilai kontrak, {nilai_rendah} dan {nilai_tinggi}."
        " Sementara dipakai yang lebih tinggi. Tetapkan nilai yang benar.",
        AWARD,
        quirk=13,
    ),
    Rule(
        "P-09",
        "Nilai PDN atau UMK tidak masuk akal",
        """
        WITH bagian AS (
          SELECT kd_paket, nilai_kontrak, 'nilai_pdn_kontrak' AS kolom, 'PDN' AS nama,
            nilai_pdn_kontrak AS nilai FROM hasil WHERE baris = 'paket'
          UNION ALL SELECT kd_paket, nilai_kontrak, 'nilai_umk_kontrak', 'UMK-Koperasi',
            nilai_umk_kontrak FROM hasil WHERE baris = 'paket')
        SELECT kd_paket, nama, nilai, nilai_kontrak, kolom, 0 AS terendah,
          nilai_kontrak AS tertinggi
        FROM bagian
        WHERE (nilai > 0 AND nilai <= 100 AND nilai_kontrak > 10000)
          OR nilai > nilai_kontrak
        ORDER BY ALL
        """,
        "Nilai {nama} tercatat {nilai} untuk kontrak {nilai_kontrak}: isian pengganti, persen,"
        " atau lebih besar dari kontraknya. Isi nilai rupiah yang benar.",
        (*AWARD, "SPSE-PencatatanNonTender"),
        quirk=12,
    ),
    Rule(
        "P-12",
        "Pemilihan selesai tanpa nilai kontrak",
        """
        SELECT kd_paket, kd_tender AS kode, 'nilai_kontrak' AS kolom FROM hasil
        WHERE baris = 'paket' AND jenis_proses = 'tender' AND status = 'selesai'
          AND nilai_kontrak IS NULL AND kd_paket IN (SELECT kd_paket FROM pengumuman)
        ORDER BY kd_paket
        """,
        "Tender {kode} selesai, tetapi nilai kontraknya belum ada. Lengkapi nilai kontrak.",
        ("SPSE-TenderPengumuman", "SPSE-TenderSelesai", "SPSE-TenderSelesaiNilai"),
        quirk=13,
    ),
    Rule(
        "P-14",
        "Nilai pemenang berbeda dari e-kontrak",
        """
        SELECT h.kd_paket, h.nilai_kontrak, k.nilai_ekontrak, 'nilai_kontrak' AS kolom,
          least(h.nilai_kontrak, k.nilai_ekontrak) AS terendah,
          greatest(h.nilai_kontrak, k.nilai_ekontrak) AS tertinggi
        FROM hasil h JOIN kontrak k USING (kd_paket)
        WHERE h.baris = 'paket' AND k.adendum = 0
          AND abs(h.nilai_kontrak - k.nilai_ekontrak) > h.nilai_kontrak * 0.01 ORDER BY h.kd_paket
        """,
        "Nilai kontrak {nilai_kontrak} menurut hasil pemilihan berbeda lebih dari 1 % dari"
        " {nilai_ekontrak} menurut e-kontrak, padahal tidak ada adendum. Tetapkan yang benar.",
        AWARD,
    ),
    Rule(
        "P-15",
        "HPS di atas pagu",
        """
        SELECT kd_paket, hps, pagu FROM hasil
        WHERE baris = 'paket' AND pagu > 0 AND hps > pagu ORDER BY kd_paket
        """,
        "HPS {hps} di atas pagu {pagu}. Periksa keduanya.",
        ("SPSE-TenderPengumuman", "SPSE-NonTenderPengumuman"),
    ),
    Rule(
        "P-19",
        "Pembayaran melebihi nilai kontrak",
        """
        SELECT h.kd_paket, h.nilai_pembayaran,
          greatest(h.nilai_kontrak, k.nilai_ekontrak) AS nilai_kontrak
        FROM hasil h JOIN kontrak k USING (kd_paket)
        WHERE h.baris = 'paket'
          AND h.nilai_pembayaran > greatest(h.nilai_kontrak, k.nilai_ekontrak) * 1.01
        ORDER BY h.kd_paket
        """,
        "Pembayaran yang tercatat {nilai_pembayaran} melebihi nilai kontrak {nilai_kontrak}."
        " Periksa berita acara pembayaran.",
        ("SPSE-TenderEkontrak-BAPBAST", "SPSE-NonTenderEkontrak-BAPBAST"),
        quirk=8,
    ),
)
