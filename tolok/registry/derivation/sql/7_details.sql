-- The rows below a package, as its page tells its story.

CREATE TABLE rincian_pengumuman AS
SELECT kd_paket, kd_proses, coalesce(versi, 1) AS versi, tgl_pengumuman, status, alasan
FROM pengumuman;

CREATE TABLE rincian_penawaran AS
SELECT DISTINCT p.kd_paket, s.kd_tender AS kd_proses,
  npwp16(s.npwp_penyedia, s.npwp_penyedia_16) AS npwp_penyedia, s.nama_penyedia,
  s.nilai_penawaran, s.nilai_terkoreksi, coalesce(s.pemenang = 1, FALSE) AS pemenang
FROM "SPSE-PesertaTender" s JOIN paket_proses p ON p.kd_proses = s.kd_tender
WHERE s.nilai_penawaran > 0;

CREATE TABLE rincian_tahap AS
SELECT DISTINCT p.kd_paket, j.kd_tender AS kd_proses, try_cast(j.kd_akt AS INTEGER) AS urutan,
  j.nama_tahapan, j.tgl_awal, j.tgl_akhir
FROM "SPSE-JadwalTahapanTender" j JOIN paket_proses p ON p.kd_proses = j.kd_tender
WHERE j.nama_tahapan IS NOT NULL;

CREATE TABLE rincian_kontrak AS
SELECT k.kd_paket, k.no_kontrak, k.versi, k.tgl_kontrak, k.nilai_kontrak, k.jenis_kontrak,
  k.status_kontrak, m.tgl_mulai_pekerjaan, m.tgl_selesai_pekerjaan, k.alasan_addendum
FROM kontrak_versi k
LEFT JOIN (
  SELECT kd_paket, no_kontrak, versi, min(tgl_mulai_pekerjaan) AS tgl_mulai_pekerjaan,
    max(tgl_selesai_pekerjaan) AS tgl_selesai_pekerjaan
  FROM spmk_versi GROUP BY ALL) m
  ON m.kd_paket = k.kd_paket AND m.no_kontrak = k.no_kontrak AND m.versi = k.versi;

CREATE TABLE rincian_serah_terima AS
SELECT kd_paket, no_bast, tgl_bast, tgl_bap, besar_pembayaran,
  CASE WHEN abs(progres_pekerjaan) < 10000 THEN progres_pekerjaan END AS progres_pekerjaan
FROM serah_terima_baris;

CREATE TABLE nama_penyedia AS
SELECT npwp_penyedia, nama_penyedia, count(*) AS kali FROM (
  SELECT npwp_penyedia, nama_penyedia FROM penetapan
  UNION ALL SELECT npwp_penyedia, nama_penyedia FROM rincian_penawaran
  UNION ALL SELECT npwp_penyedia, nama_penyedia FROM paket_pencatatan)
WHERE npwp_penyedia IS NOT NULL AND nama_penyedia IS NOT NULL
GROUP BY ALL;
