-- Which published rows each package was derived from.

CREATE TABLE asal AS
WITH proses AS (
  SELECT kd_proses, tabel, _berkas, _baris FROM (
    SELECT kd_tender AS kd_proses, 'SPSE-TenderSelesai' AS tabel, _berkas, _baris
      FROM "SPSE-TenderSelesai"
    UNION ALL SELECT kd_tender, 'SPSE-TenderSelesaiNilai', _berkas, _baris
      FROM "SPSE-TenderSelesaiNilai"
    UNION ALL SELECT kd_nontender, 'SPSE-NonTenderSelesai', _berkas, _baris
      FROM "SPSE-NonTenderSelesai"
    UNION ALL SELECT kd_tender, 'SPSE-PesertaTender', _berkas, _baris
      FROM "SPSE-PesertaTender" WHERE nilai_penawaran > 0
    UNION ALL SELECT kd_tender, 'SPSE-JadwalTahapanTender', _berkas, _baris
      FROM "SPSE-JadwalTahapanTender" WHERE lower(nama_tahapan) = 'penetapan pemenang'
    UNION ALL SELECT kd_tender, 'SPSE-TenderEkontrak-SPPBJ', _berkas, _baris
      FROM "SPSE-TenderEkontrak-SPPBJ"
    UNION ALL SELECT kd_nontender, 'SPSE-NonTenderEkontrak-SPPBJ', _berkas, _baris
      FROM "SPSE-NonTenderEkontrak-SPPBJ"
    UNION ALL SELECT kd_tender, 'SPSE-TenderEkontrak-Kontrak', _berkas, _baris
      FROM "SPSE-TenderEkontrak-Kontrak"
    UNION ALL SELECT kd_nontender, 'SPSE-NonTenderEkontrak-Kontrak', _berkas, _baris
      FROM "SPSE-NonTenderEkontrak-Kontrak"
    UNION ALL SELECT kd_tender, 'SPSE-TenderEkontrak-SPMKSPP', _berkas, _baris
      FROM "SPSE-TenderEkontrak-SPMKSPP"
    UNION ALL SELECT kd_nontender, 'SPSE-NonTenderEkontrak-SPMKSPP', _berkas, _baris
      FROM "SPSE-NonTenderEkontrak-SPMKSPP"
    UNION ALL SELECT kd_tender, 'SPSE-TenderEkontrak-BAPBAST', _berkas, _baris
      FROM "SPSE-TenderEkontrak-BAPBAST"
    UNION ALL SELECT kd_nontender, 'SPSE-NonTenderEkontrak-BAPBAST', _berkas, _baris
      FROM "SPSE-NonTenderEkontrak-BAPBAST")
)
SELECT kd_paket, 'SPSE-TenderPengumuman' AS tabel, _berkas, _baris
  FROM pengumuman WHERE jenis_proses = 'tender'
UNION ALL SELECT kd_paket, 'SPSE-NonTenderPengumuman', _berkas, _baris
  FROM pengumuman WHERE jenis_proses = 'non tender'
UNION ALL SELECT p.kd_paket, s.tabel, s._berkas, s._baris
  FROM proses s JOIN paket_proses p USING (kd_proses)
UNION ALL SELECT p.kd_paket, 'SPSE-PencatatanNonTender', t._berkas, t._baris
  FROM "SPSE-PencatatanNonTender" t JOIN paket_pencatatan p ON p.kd_tender = t.kd_nontender_pct
UNION ALL SELECT p.kd_paket, 'SPSE-PencatatanNonTenderRealisasi', r._berkas, r._baris
  FROM "SPSE-PencatatanNonTenderRealisasi" r
  JOIN paket_pencatatan p ON p.kd_tender = r.kd_nontender_pct WHERE r.nama_penyedia IS NOT NULL
UNION ALL SELECT 'EP-' || kode(kd_paket), 'Ecat-PaketEPurchasing', _berkas, _baris
  FROM "Ecat-PaketEPurchasing"
UNION ALL SELECT kode(kd_paket), 'Ecat-PaketEPurchasingV6', _berkas, _baris
  FROM "Ecat-PaketEPurchasingV6"
UNION ALL SELECT 'TD-' || kode(order_id), 'Bela-TokoDaringRealisasi', _berkas, _baris
  FROM "Bela-TokoDaringRealisasi"
UNION ALL SELECT kd_paket, 'SPSE-DaftarPublik', _berkas, _baris
  FROM "SPSE-DaftarPublik" JOIN paket_daftar USING (kd_tender)
UNION ALL SELECT kode(kd_paket), 'Tolok-DataPaket', _berkas, _baris FROM "Tolok-DataPaket"
UNION ALL SELECT 'RUP-' || kd_rup,
  CASE cara_pengadaan WHEN 'penyedia' THEN 'RUP-PaketPenyedia-Terumumkan'
    ELSE 'RUP-PaketSwakelola-Terumumkan' END, _berkas, _baris FROM rencana
UNION ALL SELECT 'ANGGARAN-' || kd_satker, 'RUP-StrukturAnggaranPD', _berkas, _baris
  FROM anggaran_baris;
