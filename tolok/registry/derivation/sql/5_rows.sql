-- The rows of the snapshot: packages, RUP entries and budgets, under one list of fields.
-- "hasil" was made empty from fields.toml.

-- Work units by kd_satker_str: those of SiRUP, and those people named others the same as.
CREATE TABLE satker AS
SELECT DISTINCT ON (kd_satker) kd_satker, nama_satker FROM (
  SELECT 1 AS urut, kd_satker_str AS kd_satker, nama_satker, _berkas, _baris
    FROM "RUP-MasterSatker" WHERE kd_satker_str IS NOT NULL
  UNION ALL SELECT 2, kd_satker, nama_satker, '', 0 FROM padanan_satker)
ORDER BY kd_satker, urut, _berkas, _baris;

-- Other codes and names of a work unit in each system (quirk 9): first the table people keep, for
-- that system or for any; then the numbers SiRUP and e-Katalog use.
CREATE TABLE kode_lain AS
SELECT DISTINCT ON (sistem, lain) sistem, lain, kd_satker
FROM (SELECT unnest(['sirup', 'spse', 'katalog', 'workbook']) AS sistem), (
  SELECT CASE sistem WHEN 'any' THEN 2 ELSE 1 END AS urut, sistem AS untuk, lower(lain) AS lain,
    kd_satker FROM padanan_satker
  UNION ALL SELECT 3, 'any', kd_satker, kd_satker_str FROM "RUP-MasterSatker"
    WHERE kd_satker_str IS NOT NULL
  UNION ALL SELECT 4, 'any', kd_satker, kd_satker_str FROM "Ecat-InstansiSatker"
    WHERE kd_satker_str IS NOT NULL)
WHERE untuk IN ('any', sistem) AND lain IS NOT NULL
ORDER BY sistem, lain, urut, kd_satker;

-- Tolok's own workbook fills what the systems leave empty, and adds what they do not know.
CREATE TABLE buku AS
SELECT DISTINCT ON (kode(kd_paket)) * REPLACE (
    kode(kd_paket) AS kd_paket,
    npwp16(npwp_penyedia, NULL) AS npwp_penyedia,
    kecil(adendum) AS adendum,
    kecil(jumlah_penawar) AS jumlah_penawar)
FROM "Tolok-DataPaket" WHERE kd_paket IS NOT NULL
ORDER BY kode(kd_paket), _berkas, _baris DESC;

CREATE TABLE paket_lengkap AS
SELECT p.* REPLACE (
    coalesce(p.kd_rup, b.kd_rup) AS kd_rup,
    coalesce(p.nama_paket, b.nama_paket) AS nama_paket,
    coalesce(p.kd_satker_str, b.kd_satker) AS kd_satker_str,
    coalesce(p.nama_satker, b.nama_satker) AS nama_satker,
    coalesce(p.mtd_pemilihan, b.mtd_pemilihan) AS mtd_pemilihan,
    coalesce(p.jenis_pengadaan, b.jenis_pengadaan) AS jenis_pengadaan,
    coalesce(p.npwp_penyedia, b.npwp_penyedia) AS npwp_penyedia,
    coalesce(p.nama_penyedia, b.nama_penyedia) AS nama_penyedia,
    coalesce(p.adendum, b.adendum) AS adendum,
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
  'workbook' AS sistem, 'pencatatan' AS jenis_proses, kd_paket AS kd_tender, 1 AS jumlah_pengumuman,
  (status = 'gagal')::INTEGER AS jumlah_gagal, FALSE AS kontrak_tercatat
FROM buku WHERE kd_paket NOT IN (SELECT kd_paket FROM semua_paket);

INSERT INTO hasil BY NAME
SELECT 'paket' AS baris, p.* EXCLUDE (sistem, kd_satker_str, nama_satker, nip_pokja, nama_pokja),
  coalesce(l.kd_satker, p.kd_satker_str, n.kd_satker) AS kd_satker,
  coalesce(s.nama_satker, p.nama_satker) AS nama_satker,
  k.kd_pokja,
  p.tgl_bast IS NOT NULL OR coalesce(p.status_kontrak = 'selesai', FALSE) AS kontrak_selesai
FROM paket_lengkap p
LEFT JOIN kode_lain l ON l.lain = lower(p.kd_satker_str) AND l.sistem = p.sistem
LEFT JOIN kode_lain n ON n.lain = lower(p.nama_satker) AND n.sistem = p.sistem
LEFT JOIN satker s ON s.kd_satker = coalesce(l.kd_satker, p.kd_satker_str, n.kd_satker)
LEFT JOIN pokja_paket k ON k.kd_paket = p.kd_paket;

-- RUP entries, with their place in the budget. A budget code is read by its dots: programme 3,
-- activity 5, sub-activity 6 parts (R-29: a fixed position misreads the codes of 2023); of several
-- lines the first counts.
CREATE TABLE mata_anggaran AS
SELECT kd_rup, min(regexp_extract(mak, '[^;,]+')) AS mak FROM (
  SELECT kd_rup, mak FROM "RUP-PaketAnggaran"
  UNION ALL SELECT kd_rup, mak FROM "RUP-PaketAnggaranPenyedia"
  UNION ALL SELECT kd_rup, mak FROM "RUP-PaketAnggaranSwakelola") GROUP BY kd_rup;

CREATE MACRO bagian(mak, n) AS array_to_string(list_slice(string_split(mak, '.'), 1, n), '.');

CREATE TABLE rencana AS
WITH semua AS (
  SELECT DISTINCT ON (kd_rup) left(kd_rup, 30) AS kd_rup, 'penyedia' AS cara_pengadaan, nama_paket,
    pagu, kd_satker_str, nama_satker, metode_pengadaan, jenis_pengadaan, status_pdn, status_ukm,
    tgl_pengumuman_paket::DATE AS tgl_pengumuman_rup, tgl_awal_pemilihan, tgl_awal_kontrak,
    tgl_akhir_kontrak, _berkas, _baris
  FROM "RUP-PaketPenyedia-Terumumkan" WHERE kd_rup IS NOT NULL
  ORDER BY kd_rup, _event_date DESC NULLS LAST, _berkas, _baris
), swakelola AS (
  SELECT DISTINCT ON (kd_rup) left(kd_rup, 30) AS kd_rup, 'swakelola' AS cara_pengadaan,
    nama_paket, pagu, kd_satker_str, nama_satker, tgl_pengumuman_paket::DATE AS tgl_pengumuman_rup,
    tgl_awal_pelaksanaan_kontrak AS tgl_awal_kontrak,
    tgl_akhir_pelaksanaan_kontrak AS tgl_akhir_kontrak, _berkas, _baris
  FROM "RUP-PaketSwakelola-Terumumkan" WHERE kd_rup IS NOT NULL
  ORDER BY kd_rup, _event_date DESC NULLS LAST, _berkas, _baris
), keduanya AS (
  SELECT * FROM semua UNION ALL BY NAME
  SELECT * FROM swakelola WHERE kd_rup NOT IN (SELECT kd_rup FROM semua))
SELECT r.* EXCLUDE (kd_satker_str, nama_satker),
  coalesce(l.kd_satker, r.kd_satker_str) AS kd_satker,
  coalesce(s.nama_satker, r.nama_satker) AS nama_satker, m.mak, g.nama_program, a.nama_kegiatan,
  u.nama_subkegiatan
FROM keduanya r
LEFT JOIN kode_lain l ON l.lain = lower(r.kd_satker_str) AND l.sistem = 'sirup'
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

-- A unit's budget; units that people or SiRUP made one are added up.
CREATE TABLE anggaran_baris AS
SELECT DISTINCT ON (asli) coalesce(g.kd_satker, g.kd_satker_str) AS asli,
  coalesce(l.kd_satker, g.kd_satker_str, g.kd_satker) AS kd_satker, g.nama_satker,
  g.belanja_pengadaan, g._berkas, g._baris
FROM "RUP-StrukturAnggaranPD" g
LEFT JOIN kode_lain l ON l.lain = lower(g.kd_satker_str) AND l.sistem = 'sirup'
WHERE g.belanja_pengadaan IS NOT NULL ORDER BY asli, g._berkas, g._baris;

INSERT INTO hasil BY NAME
SELECT 'anggaran' AS baris, 'ANGGARAN-' || b.kd_satker AS kd_paket, b.kd_satker,
  coalesce(any_value(s.nama_satker), any_value(b.nama_satker)) AS nama_satker,
  try_cast(sum(b.belanja_pengadaan) AS DECIMAL(20,2)) AS belanja_pengadaan
FROM anggaran_baris b LEFT JOIN satker s USING (kd_satker)
WHERE b.kd_satker IS NOT NULL GROUP BY b.kd_satker;
