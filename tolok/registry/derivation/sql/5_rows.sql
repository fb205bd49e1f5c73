-- The rows of the snapshot: packages, RUP entries and budgets, under one list of fields.
-- "hasil" was made empty from fields.toml.

-- Other codes of a work unit: the table people keep, and the numbers SiRUP and e-Katalog use (quirk 9).
CREATE TABLE satker AS
SELECT DISTINCT ON (kd_satker_str) kd_satker_str AS kd_satker, nama_satker
FROM "RUP-MasterSatker" WHERE kd_satker_str IS NOT NULL ORDER BY kd_satker_str, _berkas, _baris;

CREATE TABLE kode_lain AS
SELECT DISTINCT ON (lain) lain, kd_satker FROM (
  SELECT 1 AS urut, lain, kd_satker FROM padanan_satker
  UNION ALL SELECT 2, kd_satker, kd_satker_str FROM "RUP-MasterSatker" WHERE kd_satker_str IS NOT NULL
  UNION ALL SELECT 3, kd_satker, kd_satker_str FROM "Ecat-InstansiSatker"
    WHERE kd_satker_str IS NOT NULL)
ORDER BY lain, urut, kd_satker;

-- Tolok's own workbook fills what the systems leave empty, and adds what they do not know.
CREATE TABLE buku AS
SELECT DISTINCT ON (kd_paket) * FROM "Tolok-DataPaket" WHERE kd_paket IS NOT NULL
ORDER BY kd_paket, _berkas, _baris DESC;

CREATE TABLE paket_lengkap AS
SELECT p.* REPLACE (
    coalesce(p.status, b.status) AS status,
    coalesce(p.status_kontrak, b.status_kontrak) AS status_kontrak,
    coalesce(p.pagu, b.pagu) AS pagu, coalesce(p.hps, b.hps) AS hps,
    coalesce(p.nilai_kontrak, b.nilai_kontrak) AS nilai_kontrak,
    coalesce(p.nilai_pdn_kontrak, b.nilai_pdn_kontrak) AS nilai_pdn_kontrak,
    coalesce(p.nilai_umk_kontrak, b.nilai_umk_kontrak) AS nilai_umk_kontrak,
    coalesce(p.jumlah_penawar, b.jumlah_penawar) AS jumlah_penawar,
    coalesce(p.tgl_pengumuman, b.tgl_pengumuman) AS tgl_pengumuman,
    coalesce(p.tgl_penetapan_pemenang, b.tgl_penetapan_pemenang) AS tgl_penetapan_pemenang,
    coalesce(p.tgl_sppbj, b.tgl_sppbj) AS tgl_sppbj,
    coalesce(p.tgl_kontrak, b.tgl_kontrak) AS tgl_kontrak,
    coalesce(p.tgl_mulai_pekerjaan, b.tgl_mulai_pekerjaan) AS tgl_mulai_pekerjaan,
    coalesce(p.tgl_selesai_pekerjaan, b.tgl_selesai_pekerjaan) AS tgl_selesai_pekerjaan,
    coalesce(p.tgl_bast, b.tgl_bast) AS tgl_bast)
FROM semua_paket p LEFT JOIN buku b ON b.kd_paket = p.kd_paket
UNION ALL BY NAME
SELECT * EXCLUDE (kd_satker, _berkas, _baris), kd_satker AS kd_satker_str,
  'pencatatan' AS jenis_proses, kd_paket AS kd_tender, 1 AS jumlah_pengumuman,
  (status = 'gagal')::INTEGER AS jumlah_gagal, FALSE AS kontrak_tercatat
FROM buku WHERE kd_paket NOT IN (SELECT kd_paket FROM semua_paket);

INSERT INTO hasil BY NAME
SELECT 'paket' AS baris, p.* EXCLUDE (kd_satker_str, nama_satker, nip_pokja, nama_pokja),
  coalesce(l.kd_satker, p.kd_satker_str) AS kd_satker,
  coalesce(s.nama_satker, p.nama_satker) AS nama_satker,
  k.kd_pokja,
  p.tgl_bast IS NOT NULL OR coalesce(p.status_kontrak = 'selesai', FALSE) AS kontrak_selesai
FROM paket_lengkap p
LEFT JOIN kode_lain l ON l.lain = p.kd_satker_str
LEFT JOIN satker s ON s.kd_satker = coalesce(l.kd_satker, p.kd_satker_str)
LEFT JOIN pokja_paket k ON k.kd_paket = p.kd_paket;

-- RUP entries, with their place in the budget. A budget code is read by its dots: programme 3,
-- activity 5, sub-activity 6 parts (a fixed position misreads the codes of 2023).
CREATE TABLE mata_anggaran AS
SELECT kd_rup, min(mak) AS mak FROM (
  SELECT kd_rup, mak FROM "RUP-PaketAnggaranPenyedia"
  UNION ALL SELECT kd_rup, mak FROM "RUP-PaketAnggaranSwakelola") GROUP BY kd_rup;

CREATE MACRO bagian(mak, n) AS array_to_string(list_slice(string_split(mak, '.'), 1, n), '.');

CREATE TABLE rencana AS
WITH semua AS (
  SELECT DISTINCT ON (kd_rup) kd_rup, 'penyedia' AS cara_pengadaan, nama_paket, pagu, kd_satker_str,
    nama_satker, metode_pengadaan, jenis_pengadaan, status_pdn, status_ukm,
    tgl_pengumuman_paket::DATE AS tgl_pengumuman_rup, tgl_awal_pemilihan, tgl_awal_kontrak,
    tgl_akhir_kontrak, _berkas, _baris
  FROM "RUP-PaketPenyedia-Terumumkan" ORDER BY kd_rup, _berkas, _baris
), swakelola AS (
  SELECT DISTINCT ON (kd_rup) kd_rup, 'swakelola' AS cara_pengadaan, nama_paket, pagu,
    kd_satker_str, nama_satker, tgl_pengumuman_paket::DATE AS tgl_pengumuman_rup,
    tgl_awal_pelaksanaan_kontrak AS tgl_awal_kontrak,
    tgl_akhir_pelaksanaan_kontrak AS tgl_akhir_kontrak, _berkas, _baris
  FROM "RUP-PaketSwakelola-Terumumkan" ORDER BY kd_rup, _berkas, _baris
), keduanya AS (SELECT * FROM semua UNION ALL BY NAME SELECT * FROM swakelola)
SELECT r.* EXCLUDE (kd_satker_str, nama_satker), coalesce(l.kd_satker, r.kd_satker_str) AS kd_satker,
  coalesce(s.nama_satker, r.nama_satker) AS nama_satker, m.mak, g.nama_program, a.nama_kegiatan,
  u.nama_subkegiatan
FROM keduanya r
LEFT JOIN kode_lain l ON l.lain = r.kd_satker_str
LEFT JOIN satker s ON s.kd_satker = coalesce(l.kd_satker, r.kd_satker_str)
LEFT JOIN mata_anggaran m ON m.kd_rup = r.kd_rup
LEFT JOIN (SELECT kd_program_str, any_value(nama_program) AS nama_program
    FROM "RUP-ProgramMaster" GROUP BY ALL) g ON g.kd_program_str = bagian(m.mak, 3)
LEFT JOIN (SELECT kd_kegiatan_str, any_value(nama_kegiatan) AS nama_kegiatan
    FROM "RUP-KegiatanMaster" GROUP BY ALL) a ON a.kd_kegiatan_str = bagian(m.mak, 5)
LEFT JOIN (SELECT kd_subkegiatan_str, any_value(nama_subkegiatan) AS nama_subkegiatan
    FROM "RUP-SubKegiatanMaster" GROUP BY ALL) u ON u.kd_subkegiatan_str = bagian(m.mak, 6);

INSERT INTO hasil BY NAME
SELECT 'rup' AS baris, 'RUP-' || kd_rup AS kd_paket, kd_rup, nama_paket, kd_satker, nama_satker,
  metode_pengadaan AS mtd_pemilihan, jenis_pengadaan, cara_pengadaan, pagu AS pagu_rup,
  tgl_pengumuman_rup
FROM rencana;

CREATE TABLE anggaran AS
SELECT DISTINCT ON (kd_satker) coalesce(l.kd_satker, g.kd_satker_str, g.kd_satker) AS kd_satker,
  g.nama_satker, g.belanja_pengadaan, g._berkas, g._baris
FROM "RUP-StrukturAnggaranPD" g LEFT JOIN kode_lain l ON l.lain = g.kd_satker_str
WHERE g.belanja_pengadaan IS NOT NULL ORDER BY kd_satker, _berkas, _baris;

INSERT INTO hasil BY NAME
SELECT 'anggaran' AS baris, 'ANGGARAN-' || kd_satker AS kd_paket, kd_satker, nama_satker,
  belanja_pengadaan
FROM anggaran;
