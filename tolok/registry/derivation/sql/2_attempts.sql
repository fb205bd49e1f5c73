-- Announcements of tenders and non tenders, under the package they belong to.
-- P-10: an empty status means a failed tender where nothing was awarded (quirk 2).
-- P-17: a repeat keeps kd_pkt_dce and gets a new code; it is the next attempt (quirk 3).

CREATE TABLE pengumuman AS
WITH semua AS (
  SELECT DISTINCT ON (kd_tender) 'tender' AS jenis_proses, kode(kd_tender) AS kd_proses, kd_pkt_dce,
    kecil(versi_tender) AS versi, status_tender AS status_asli, kd_rup, kd_satker_str, nama_satker,
    nama_paket, pagu, hps, sumber_dana, kualifikasi_paket, jenis_pengadaan, mtd_pemilihan,
    coalesce(ket_ditutup, ket_diulang) AS alasan, tgl_buat_paket::DATE AS tgl_buat_paket,
    tgl_pengumuman_tender::DATE AS tgl_pengumuman, nip_pokja, nama_pokja, _berkas, _baris
  FROM "SPSE-TenderPengumuman" WHERE kd_tender IS NOT NULL
  ORDER BY kd_tender, _event_date DESC NULLS LAST, tanggal_status DESC NULLS LAST, _berkas, _baris
), nontender AS (
  SELECT DISTINCT ON (kd_nontender) 'non tender' AS jenis_proses, kode(kd_nontender) AS kd_proses,
    kd_pkt_dce, kecil(versi_nontender) AS versi, status_nontender AS status_asli, kd_rup,
    kd_satker_str, nama_satker, nama_paket, pagu, hps, sumber_dana, kualifikasi_paket,
    jenis_pengadaan, mtd_pemilihan, coalesce(ket_ditutup, ket_diulang) AS alasan,
    tgl_buat_paket::DATE AS tgl_buat_paket, tgl_pengumuman_nontender::DATE AS tgl_pengumuman,
    NULL::VARCHAR AS nip_pokja, NULL::VARCHAR AS nama_pokja, _berkas, _baris
  FROM "SPSE-NonTenderPengumuman" WHERE kd_nontender IS NOT NULL
  ORDER BY kd_nontender, _berkas, _baris
), bersama AS (SELECT * FROM semua UNION ALL BY NAME SELECT * FROM nontender)
SELECT *, kode(coalesce(kd_pkt_dce, kd_proses)) AS kd_paket,
  CASE
    WHEN status_asli = 'Selesai' THEN 'selesai'
    WHEN status_asli IN ('Gagal/Batal', 'Gagal', 'Batal') THEN 'gagal'
    WHEN status_asli = 'Berlangsung' THEN 'berlangsung'
    WHEN kd_proses IN (SELECT kd_tender FROM "SPSE-TenderSelesai") THEN 'selesai'
    WHEN status_asli = '-' THEN 'berlangsung'
    ELSE 'gagal'
  END AS status,
  row_number() OVER (
    PARTITION BY coalesce(kd_pkt_dce, kd_proses)
    ORDER BY coalesce(versi, 1) DESC, tgl_pengumuman DESC NULLS LAST, kd_proses DESC
  ) = 1 AS terakhir
FROM bersama;

CREATE TABLE paket_proses AS
SELECT kd_proses, any_value(kd_paket) AS kd_paket FROM pengumuman GROUP BY kd_proses;
