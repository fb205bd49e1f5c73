-- One row per procurement process, in the fields of fields.toml.

CREATE TABLE satker_katalog AS
SELECT kd_satker, any_value(kd_satker_str) AS kd_satker_str, any_value(nama_satker) AS nama_satker
FROM "Ecat-InstansiSatker" WHERE kd_satker IS NOT NULL GROUP BY kd_satker;

CREATE TABLE hitung_pengumuman AS
SELECT kd_paket, count(*) AS jumlah_pengumuman, count(*) FILTER (status = 'gagal') AS jumlah_gagal
FROM pengumuman GROUP BY kd_paket;

CREATE TABLE paket_spse AS
SELECT p.kd_paket, p.jenis_proses, p.kd_proses AS kd_tender, p.kd_rup, p.nama_paket,
  p.kd_satker_str, p.nama_satker, p.mtd_pemilihan,
  coalesce(p.jenis_pengadaan, w.jenis_pengadaan) AS jenis_pengadaan,
  coalesce(p.kualifikasi_paket, w.kualifikasi_paket) AS kualifikasi_paket,
  p.sumber_dana, p.status, h.jumlah_pengumuman, h.jumlah_gagal,
  k.status_kontrak, k.kd_paket IS NOT NULL AS kontrak_tercatat, k.adendum,
  -- e-kontrak often keeps only the last version; then the award stands for the first
  CASE WHEN k.adendum > 0
    THEN k.nilai_ekontrak <> CASE k.versi_awal WHEN 0 THEN k.nilai_awal ELSE n.nilai_kontrak END
    WHEN k.kd_paket IS NOT NULL THEN FALSE END AS adendum_nilai,
  coalesce(n.pagu, nullif(p.pagu, 0)) AS pagu, coalesce(n.hps, nullif(p.hps, 0)) AS hps,
  n.nilai_penawaran, n.nilai_negosiasi, b.penawaran_terendah, n.nilai_kontrak,
  n.nilai_pdn_kontrak, n.nilai_umk_kontrak, b.jumlah_pendaftar,
  -- a finished tender nobody bid on is a gap in the data, not a tender without bidders (P-07)
  CASE WHEN p.status = 'selesai' THEN nullif(b.jumlah_penawar, 0) ELSE b.jumlah_penawar END
    AS jumlah_penawar,
  n.npwp_penyedia, n.nama_penyedia, p.tgl_buat_paket, p.tgl_pengumuman,
  j.tgl_jadwal_penetapan,
  CASE WHEN p.status = 'selesai' THEN coalesce(w.tgl_penetapan_pemenang, n.tgl_penetapan_pemenang)
    END AS tgl_penetapan_pemenang,
  s.tgl_sppbj, k.tgl_kontrak, m.tgl_mulai_pekerjaan, m.tgl_selesai_pekerjaan,
  t.tgl_bast, t.jumlah_pembayaran, t.nilai_pembayaran, p.nip_pokja, p.nama_pokja
FROM pengumuman p
JOIN hitung_pengumuman h USING (kd_paket)
LEFT JOIN penetapan n ON n.kd_proses = p.kd_proses
LEFT JOIN penetapan_waktu w ON w.kd_proses = p.kd_proses
LEFT JOIN peserta b ON b.kd_proses = p.kd_proses
LEFT JOIN jadwal j ON j.kd_proses = p.kd_proses
LEFT JOIN kontrak k ON k.kd_paket = p.kd_paket
LEFT JOIN sppbj s ON s.kd_paket = p.kd_paket
LEFT JOIN spmk m ON m.kd_paket = p.kd_paket
LEFT JOIN serah_terima t ON t.kd_paket = p.kd_paket
WHERE p.terakhir;

-- Recorded packages: no selection was run in SPSE; they have a value and a date of completion.
CREATE TABLE paket_pencatatan AS
WITH penyedia AS (
  SELECT kd_nontender_pct, arg_max(nama_penyedia, nilai_realisasi) AS nama_penyedia,
    arg_max(npwp16(npwp_penyedia, npwp_16_penyedia), nilai_realisasi) AS npwp_penyedia
  FROM "SPSE-PencatatanNonTenderRealisasi" WHERE nama_penyedia IS NOT NULL
  GROUP BY kd_nontender_pct)
SELECT DISTINCT ON (kd_paket) kode(coalesce(kd_pkt_dce, kd_nontender_pct)) AS kd_paket,
  'pencatatan' AS jenis_proses, kd_nontender_pct AS kd_tender, kd_rup, nama_paket, kd_satker_str,
  nama_satker, mtd_pemilihan, kategori_pengadaan AS jenis_pengadaan, sumber_dana,
  CASE status_nontender_pct_ket WHEN 'Paket Selesai' THEN 'selesai'
    WHEN 'Paket Dibatalkan' THEN 'gagal' ELSE 'berlangsung' END AS status,
  1 AS jumlah_pengumuman,
  (status_nontender_pct_ket = 'Paket Dibatalkan')::INTEGER AS jumlah_gagal,
  FALSE AS kontrak_tercatat, nullif(pagu, 0) AS pagu, nullif(total_realisasi, 0) AS nilai_kontrak,
  CASE WHEN total_realisasi > 0 THEN nilai_pdn_pct END AS nilai_pdn_kontrak,
  CASE WHEN total_realisasi > 0 THEN nilai_umk_pct END AS nilai_umk_kontrak, npwp_penyedia,
  nama_penyedia, tgl_buat_paket::DATE AS tgl_buat_paket,
  tgl_mulai_paket::DATE AS tgl_pengumuman, tgl_selesai_paket::DATE AS tgl_penetapan_pemenang
FROM "SPSE-PencatatanNonTender" LEFT JOIN penyedia USING (kd_nontender_pct)
WHERE kode(coalesce(kd_pkt_dce, kd_nontender_pct)) NOT IN (SELECT kd_paket FROM paket_spse)
ORDER BY kd_paket, _berkas, _baris;

-- E-purchasing. V5 has one row per product, V6 one per order. The numbers of V5 are counted apart
-- from those of SPSE and would meet them, hence the prefix; those of V6 are unique by themselves.
CREATE TABLE paket_katalog AS
WITH produk AS (
  SELECT DISTINCT ON (kd_paket, kd_produk, kd_paket_produk, total_harga)
    * REPLACE (kode(kd_paket) AS kd_paket)
  FROM "Ecat-PaketEPurchasing" WHERE kd_paket IS NOT NULL
  ORDER BY kd_paket, kd_produk, kd_paket_produk, total_harga, _berkas, _baris
), v5 AS (
  SELECT 'EP-' || e.kd_paket AS kd_paket, e.kd_paket AS kd_tender,
    any_value(e.kd_rup) AS kd_rup, any_value(e.nama_paket) AS nama_paket,
    any_value(i.kd_satker_str) AS kd_satker_str,
    any_value(coalesce(i.nama_satker, e.nama_satker)) AS nama_satker,
    any_value(e.nama_sumber_dana) AS sumber_dana,
    try_cast(nullif(sum(e.total_harga), 0) AS DECIMAL(20,2)) AS nilai_kontrak,
    min(e.tanggal_buat_paket)::DATE AS tgl_pengumuman,
    CASE WHEN any_value(e.paket_status_str) = 'Paket Selesai'
        OR any_value(e.status_paket) = 'paket_selesai' THEN 'selesai'
      ELSE 'berlangsung' END AS status
  FROM produk e LEFT JOIN satker_katalog i ON i.kd_satker = e.satker_id
  GROUP BY e.kd_paket
), v6 AS (
  SELECT DISTINCT ON (kode(kd_paket)) kode(kd_paket) AS kd_paket, kd_paket AS kd_tender, kd_rup,
    rup_nama_pkt AS nama_paket, kd_satker_str, nama_satker, sumber_dana,
    nullif(total_harga, 0) AS nilai_kontrak, tgl_order AS tgl_pengumuman,
    CASE WHEN status_pkt IN ('COMPLETED', 'PAYMENT_OUTSIDE_SYSTEM') THEN 'selesai'
      WHEN status_pkt LIKE 'CANCEL%' THEN 'gagal' ELSE 'berlangsung' END AS status
  FROM "Ecat-PaketEPurchasingV6" WHERE kd_paket IS NOT NULL
  ORDER BY kode(kd_paket), _berkas, _baris
)
SELECT *, 'e-purchasing' AS jenis_proses, 'E-Purchasing' AS mtd_pemilihan,
  1 AS jumlah_pengumuman, (status = 'gagal')::INTEGER AS jumlah_gagal, FALSE AS kontrak_tercatat
FROM (SELECT * FROM v5 UNION ALL BY NAME SELECT * FROM v6);

CREATE TABLE paket_toko_daring AS
SELECT DISTINCT ON (kd_paket) 'TD-' || kode(order_id) AS kd_paket, 'toko daring' AS jenis_proses,
  order_id AS kd_tender, coalesce(order_desc, 'Pesanan toko daring ' || order_id) AS nama_paket,
  kd_satker AS kd_satker_str, nama_satker, 'Toko Daring' AS mtd_pemilihan,
  CASE WHEN status_konfirmasi_ppmse = 'gagal' THEN 'gagal'
    WHEN status_konfirmasi_ppmse = 'selesai' AND status_verif = 'verified' THEN 'selesai'
    ELSE 'berlangsung' END AS status,
  1 AS jumlah_pengumuman, (status_konfirmasi_ppmse = 'gagal')::INTEGER AS jumlah_gagal,
  FALSE AS kontrak_tercatat, nullif(valuasi, 0) AS nilai_kontrak,
  tanggal_transaksi::DATE AS tgl_pengumuman
FROM "Bela-TokoDaringRealisasi" WHERE order_id IS NOT NULL ORDER BY kd_paket, _berkas, _baris;

-- The public list of SPSE, for tenders no ISB or INAPROC table names. Its HPS is rounded, and it
-- has tender codes only, which would meet package codes, hence the prefix.
CREATE TABLE paket_daftar AS
SELECT DISTINCT ON (kd_paket) 'DP-' || kode(kd_tender) AS kd_paket, 'tender' AS jenis_proses,
  kd_tender, nama_paket, instansi AS nama_satker,
  CASE WHEN mtd_pemilihan ILIKE '%seleksi%' THEN 'Seleksi'
    WHEN mtd_pemilihan ILIKE '%cepat%' THEN 'Tender Cepat'
    WHEN mtd_pemilihan ILIKE '%penunjukan langsung%' THEN 'Penunjukan Langsung'
    ELSE 'Tender' END AS mtd_pemilihan,
  kategori AS jenis_pengadaan,
  CASE WHEN tahap ILIKE '%sudah selesai%' THEN 'selesai'
    WHEN tahap ILIKE '%gagal%' OR tahap ILIKE '%batal%' THEN 'gagal'
    ELSE 'berlangsung' END AS status,
  1 + coalesce(kecil(tender_ulang), 0) AS jumlah_pengumuman,
  coalesce(kecil(tender_ulang), 0) AS jumlah_gagal,
  FALSE AS kontrak_tercatat, hps, nilai_kontrak
FROM "SPSE-DaftarPublik"
WHERE kd_tender IS NOT NULL AND kd_tender NOT IN (SELECT kd_proses FROM pengumuman)
ORDER BY kd_paket, _berkas, _baris;

CREATE TABLE semua_paket AS
SELECT *, 'spse' AS sistem FROM paket_spse
UNION ALL BY NAME SELECT *, 'spse' AS sistem FROM paket_pencatatan
UNION ALL BY NAME SELECT *, 'katalog' AS sistem FROM paket_katalog
UNION ALL BY NAME SELECT *, 'katalog' AS sistem FROM paket_toko_daring
UNION ALL BY NAME SELECT *, 'spse' AS sistem FROM paket_daftar;
