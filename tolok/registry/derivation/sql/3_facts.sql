-- One row per package for every kind of fact that has a table of its own.

-- Awards. Some pulls write a missing amount as 0: nothing is awarded for nothing, so 0 is missing
-- (and a share of a missing contract is missing too). A tender that appears with two values keeps
-- the higher contract (the smaller saving) until somebody decides; P-02 tells of it (quirk 13).
CREATE TABLE penetapan AS
WITH semua AS (
  SELECT kd_tender AS kd_proses, pagu, hps, nilai_penawaran, nilai_negosiasi, nilai_kontrak,
    nilai_pdn_kontrak, nilai_umk_kontrak, tgl_penetapan_pemenang, nama_penyedia,
    npwp16(npwp_penyedia, npwp_16_penyedia) AS npwp_penyedia, _berkas, _baris
  FROM "SPSE-TenderSelesaiNilai"
  UNION ALL BY NAME
  SELECT kd_nontender AS kd_proses, pagu, hps, nilai_penawaran, nilai_negosiasi, nilai_kontrak,
    nilai_pdn_kontrak, nilai_umk_kontrak, tgl_selesai_nontender::DATE AS tgl_penetapan_pemenang,
    nama_penyedia, npwp16(npwp_penyedia, npwp16_penyedia) AS npwp_penyedia, _berkas, _baris
  FROM "SPSE-NonTenderSelesai"
)
SELECT * REPLACE (nullif(pagu, 0) AS pagu, nullif(hps, 0) AS hps,
  nullif(nilai_penawaran, 0) AS nilai_penawaran, nullif(nilai_negosiasi, 0) AS nilai_negosiasi,
  nullif(nilai_kontrak, 0) AS nilai_kontrak,
  CASE WHEN nilai_kontrak > 0 THEN nilai_pdn_kontrak END AS nilai_pdn_kontrak,
  CASE WHEN nilai_kontrak > 0 THEN nilai_umk_kontrak END AS nilai_umk_kontrak)
FROM semua
QUALIFY row_number() OVER (
  PARTITION BY kd_proses ORDER BY nilai_kontrak DESC NULLS LAST, _berkas, _baris) = 1;

CREATE TABLE penetapan_waktu AS
SELECT kd_tender AS kd_proses, max(tgl_penetapan_pemenang)::DATE AS tgl_penetapan_pemenang,
  any_value(jenis_pengadaan) AS jenis_pengadaan,
  any_value(kualifikasi_paket) AS kualifikasi_paket
FROM "SPSE-TenderSelesai" GROUP BY ALL;

-- Bidders: a registrant is a bidder only with a price (P-06, quirk 21).
CREATE TABLE peserta AS
SELECT kd_tender AS kd_proses, count(DISTINCT kd_peserta) AS jumlah_pendaftar,
  count(DISTINCT kd_peserta) FILTER (nilai_penawaran > 0) AS jumlah_penawar,
  min(nilai_penawaran) FILTER (nilai_penawaran > 0) AS penawaran_terendah
FROM "SPSE-PesertaTender" GROUP BY kd_tender;

-- The last schedule published for the award stage.
CREATE TABLE jadwal AS
SELECT kd_tender AS kd_proses, max(tgl_akhir)::DATE AS tgl_jadwal_penetapan
FROM "SPSE-JadwalTahapanTender" WHERE lower(nama_tahapan) = 'penetapan pemenang' GROUP BY kd_tender;

CREATE TABLE sppbj AS
WITH semua AS (
  SELECT kd_tender AS kd_proses, tgl_sppbj, harga_final FROM "SPSE-TenderEkontrak-SPPBJ"
  UNION ALL SELECT kd_nontender, tgl_sppbj, harga_final FROM "SPSE-NonTenderEkontrak-SPPBJ")
SELECT kd_paket, min(tgl_sppbj) AS tgl_sppbj FROM semua JOIN paket_proses USING (kd_proses)
GROUP BY kd_paket;

-- Contracts and their addenda. tgl_kontrak_akhir is not read: it repeats tgl_kontrak (P-04,
-- quirk 5).
CREATE TABLE kontrak_versi AS
WITH semua AS (
  SELECT kd_tender AS kd_proses, * EXCLUDE (kd_tender) FROM "SPSE-TenderEkontrak-Kontrak"
  UNION ALL BY NAME
  SELECT kd_nontender AS kd_proses, * EXCLUDE (kd_nontender) FROM "SPSE-NonTenderEkontrak-Kontrak")
SELECT DISTINCT ON (kd_paket, kd_proses, no_kontrak, versi, tgl_kontrak, nilai_kontrak) kd_paket,
  kd_proses, no_kontrak, coalesce(kecil(versi_addendum), 0) AS versi, tgl_kontrak, nilai_kontrak,
  nilai_pdn_kontrak, nilai_umk_kontrak, jenis_kontrak,
  status_ekontrak(status_kontrak) AS status_kontrak, alasan_addendum, _berkas, _baris
FROM semua JOIN paket_proses USING (kd_proses)
ORDER BY kd_paket, kd_proses, no_kontrak, versi, tgl_kontrak, nilai_kontrak, _berkas, _baris;

CREATE TABLE kontrak AS
SELECT kd_paket, min(tgl_kontrak) AS tgl_kontrak, max(versi) AS adendum,
  min(versi) AS versi_awal,
  arg_max(status_kontrak, (versi, tgl_kontrak)) AS status_kontrak,
  arg_max(nilai_kontrak, (versi, tgl_kontrak)) AS nilai_ekontrak,
  arg_min(nilai_kontrak, (versi, tgl_kontrak)) AS nilai_awal,
  arg_max(nilai_pdn_kontrak, (versi, tgl_kontrak)) AS pdn_ekontrak,
  bool_or(status_kontrak = 'putus') AS pernah_putus
FROM kontrak_versi GROUP BY kd_paket;

CREATE TABLE spmk_versi AS
WITH semua AS (
  SELECT kd_tender AS kd_proses, * EXCLUDE (kd_tender) FROM "SPSE-TenderEkontrak-SPMKSPP"
  UNION ALL BY NAME
  SELECT kd_nontender AS kd_proses, * EXCLUDE (kd_nontender) FROM "SPSE-NonTenderEkontrak-SPMKSPP")
SELECT kd_paket, kd_proses, no_kontrak, coalesce(kecil(versi_addendum), 0) AS versi, tgl_spmk_spp,
  tgl_mulai_pekerjaan, tgl_selesai_pekerjaan, waktu_penyelesaian, _berkas, _baris
FROM semua JOIN paket_proses USING (kd_proses);

CREATE TABLE spmk AS
SELECT kd_paket, min(tgl_mulai_pekerjaan) AS tgl_mulai_pekerjaan,
  arg_max(tgl_selesai_pekerjaan, (versi, tgl_selesai_pekerjaan)) AS tgl_selesai_pekerjaan
FROM spmk_versi GROUP BY kd_paket;

-- Hand-overs and payments: one row per payment, exact repeats counted once (P-11, quirk 8).
CREATE TABLE serah_terima_baris AS
WITH semua AS (
  SELECT kd_tender AS kd_proses, * EXCLUDE (kd_tender) FROM "SPSE-TenderEkontrak-BAPBAST"
  UNION ALL BY NAME
  SELECT kd_nontender AS kd_proses, * EXCLUDE (kd_nontender) FROM "SPSE-NonTenderEkontrak-BAPBAST")
SELECT DISTINCT ON (kd_proses, no_kontrak, no_bast, tgl_bast, no_bap, tgl_bap, besar_pembayaran,
    progres_pekerjaan)
  kd_paket, kd_proses, no_kontrak, no_bast, tgl_bast, no_bap, tgl_bap, besar_pembayaran,
  progres_pekerjaan, _berkas, _baris
FROM semua JOIN paket_proses USING (kd_proses)
ORDER BY kd_proses, no_kontrak, no_bast, tgl_bast, no_bap, tgl_bap, besar_pembayaran,
  progres_pekerjaan, _berkas, _baris;

CREATE TABLE serah_terima AS
SELECT kd_paket, max(tgl_bast) AS tgl_bast, count(*) AS jumlah_pembayaran,
  try_cast(sum(besar_pembayaran) AS DECIMAL(20,2)) AS nilai_pembayaran
FROM serah_terima_baris GROUP BY kd_paket;

-- When the data were drawn from the source systems.
CREATE TABLE tanggal_data AS
SELECT max(tgl) AS tgl_data FROM (
  SELECT max(_event_date) AS tgl FROM "SPSE-TenderPengumuman"
  UNION ALL SELECT max(tanggal_status) FROM "SPSE-TenderPengumuman"
  UNION ALL SELECT max(tgl_penarikan) FROM "SPSE-NonTenderSelesai"
  UNION ALL SELECT max(_event_date) FROM "SPSE-PencatatanNonTender"
  UNION ALL SELECT max(_event_date) FROM "RUP-PaketPenyedia-Terumumkan"
  UNION ALL SELECT max(tgl_order) FROM "Ecat-PaketEPurchasingV6"
  UNION ALL SELECT max(tanggal_buat_paket)::DATE FROM "Ecat-PaketEPurchasing");
