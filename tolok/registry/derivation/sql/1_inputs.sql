-- What the derivation needs of the published tables. A table or column that was not published
-- stays empty here, so that the joins below need not ask what there is.
-- Every table ends with _berkas (SHA-256 of its file) and _baris (row number in that file).

CREATE TABLE "SPSE-TenderPengumuman" (
  kd_tender VARCHAR, kd_pkt_dce VARCHAR, kd_rup VARCHAR, kd_satker_str VARCHAR, nama_satker VARCHAR,
  nama_paket VARCHAR, pagu DECIMAL(20,2), hps DECIMAL(20,2), sumber_dana VARCHAR,
  kualifikasi_paket VARCHAR, jenis_pengadaan VARCHAR, mtd_pemilihan VARCHAR, status_tender VARCHAR,
  versi_tender BIGINT, ket_ditutup VARCHAR, ket_diulang VARCHAR, tgl_buat_paket TIMESTAMP,
  tgl_pengumuman_tender TIMESTAMP, tanggal_status DATE, nip_pokja VARCHAR, nama_pokja VARCHAR,
  _event_date DATE, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "SPSE-TenderSelesai" (
  kd_tender VARCHAR, jenis_pengadaan VARCHAR, kualifikasi_paket VARCHAR,
  tgl_penetapan_pemenang TIMESTAMP, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "SPSE-TenderSelesaiNilai" (
  kd_tender VARCHAR, pagu DECIMAL(20,2), hps DECIMAL(20,2), nilai_penawaran DECIMAL(20,2),
  nilai_terkoreksi DECIMAL(20,2), nilai_negosiasi DECIMAL(20,2), nilai_kontrak DECIMAL(20,2),
  nilai_pdn_kontrak DECIMAL(20,2), nilai_umk_kontrak DECIMAL(20,2), tgl_penetapan_pemenang DATE,
  nama_penyedia VARCHAR, npwp_penyedia VARCHAR, npwp_16_penyedia VARCHAR,
  _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "SPSE-PesertaTender" (
  kd_tender VARCHAR, kd_peserta VARCHAR, nama_penyedia VARCHAR, npwp_penyedia VARCHAR,
  npwp_penyedia_16 VARCHAR, nilai_penawaran DECIMAL(20,2), nilai_terkoreksi DECIMAL(20,2),
  pemenang BIGINT, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "SPSE-JadwalTahapanTender" (
  kd_tender VARCHAR, kd_tahapan VARCHAR, kd_akt VARCHAR, nama_tahapan VARCHAR,
  tgl_awal TIMESTAMP, tgl_akhir TIMESTAMP, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "SPSE-NonTenderPengumuman" (
  kd_nontender VARCHAR, kd_pkt_dce VARCHAR, kd_rup VARCHAR, kd_satker_str VARCHAR,
  nama_satker VARCHAR, nama_paket VARCHAR, pagu DECIMAL(20,2), hps DECIMAL(20,2),
  sumber_dana VARCHAR, kualifikasi_paket VARCHAR, jenis_pengadaan VARCHAR, mtd_pemilihan VARCHAR,
  status_nontender VARCHAR, versi_nontender BIGINT, ket_ditutup VARCHAR, ket_diulang VARCHAR,
  tgl_buat_paket TIMESTAMP, tgl_pengumuman_nontender TIMESTAMP, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "SPSE-NonTenderSelesai" (
  kd_nontender VARCHAR, pagu DECIMAL(20,2), hps DECIMAL(20,2), nilai_penawaran DECIMAL(20,2),
  nilai_terkoreksi DECIMAL(20,2), nilai_negosiasi DECIMAL(20,2), nilai_kontrak DECIMAL(20,2),
  nilai_pdn_kontrak DECIMAL(20,2), nilai_umk_kontrak DECIMAL(20,2),
  tgl_selesai_nontender TIMESTAMP, nama_penyedia VARCHAR, npwp_penyedia VARCHAR,
  npwp16_penyedia VARCHAR, tgl_penarikan DATE, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "SPSE-TenderEkontrak-SPPBJ" (
  kd_tender VARCHAR, tgl_sppbj DATE, harga_final DECIMAL(20,2), _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "SPSE-NonTenderEkontrak-SPPBJ" (
  kd_nontender VARCHAR, tgl_sppbj DATE, harga_final DECIMAL(20,2), _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "SPSE-TenderEkontrak-Kontrak" (
  kd_tender VARCHAR, no_kontrak VARCHAR, tgl_kontrak DATE, tgl_kontrak_awal DATE,
  tgl_kontrak_akhir DATE, nilai_kontrak DECIMAL(20,2), nilai_pdn_kontrak DECIMAL(20,2),
  nilai_umk_kontrak DECIMAL(20,2), jenis_kontrak VARCHAR, status_kontrak VARCHAR,
  versi_addendum BIGINT, alasan_addendum VARCHAR, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "SPSE-NonTenderEkontrak-Kontrak" (
  kd_nontender VARCHAR, no_kontrak VARCHAR, tgl_kontrak DATE, tgl_kontrak_awal DATE,
  tgl_kontrak_akhir DATE, nilai_kontrak DECIMAL(20,2), nilai_pdn_kontrak DECIMAL(20,2),
  nilai_umk_kontrak DECIMAL(20,2), jenis_kontrak VARCHAR, status_kontrak VARCHAR,
  versi_addendum BIGINT, alasan_addendum VARCHAR, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "SPSE-TenderEkontrak-SPMKSPP" (
  kd_tender VARCHAR, no_kontrak VARCHAR, tgl_spmk_spp DATE, tgl_mulai_pekerjaan DATE,
  tgl_selesai_pekerjaan DATE, waktu_penyelesaian VARCHAR, versi_addendum BIGINT,
  _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "SPSE-NonTenderEkontrak-SPMKSPP" (
  kd_nontender VARCHAR, no_kontrak VARCHAR, tgl_spmk_spp DATE, tgl_mulai_pekerjaan DATE,
  tgl_selesai_pekerjaan DATE, waktu_penyelesaian VARCHAR, versi_addendum BIGINT,
  _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "SPSE-TenderEkontrak-BAPBAST" (
  kd_tender VARCHAR, no_kontrak VARCHAR, no_bast VARCHAR, tgl_bast DATE, no_bap VARCHAR,
  tgl_bap DATE, besar_pembayaran DECIMAL(20,2), progres_pekerjaan DECIMAL(20,2),
  status_kontrak VARCHAR, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "SPSE-NonTenderEkontrak-BAPBAST" (
  kd_nontender VARCHAR, no_kontrak VARCHAR, no_bast VARCHAR, tgl_bast DATE, no_bap VARCHAR,
  tgl_bap DATE, besar_pembayaran DECIMAL(20,2), progres_pekerjaan DECIMAL(20,2),
  status_kontrak VARCHAR, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "SPSE-PencatatanNonTender" (
  kd_nontender_pct VARCHAR, kd_pkt_dce VARCHAR, kd_rup VARCHAR, kd_satker_str VARCHAR,
  nama_satker VARCHAR, nama_paket VARCHAR, pagu DECIMAL(20,2), total_realisasi DECIMAL(20,2),
  nilai_pdn_pct DECIMAL(20,2), nilai_umk_pct DECIMAL(20,2), sumber_dana VARCHAR,
  kategori_pengadaan VARCHAR, mtd_pemilihan VARCHAR, status_nontender_pct_ket VARCHAR,
  alasan_pembatalan VARCHAR, tgl_buat_paket TIMESTAMP, tgl_mulai_paket TIMESTAMP,
  tgl_selesai_paket TIMESTAMP, _event_date DATE, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "SPSE-PencatatanNonTenderRealisasi" (
  kd_nontender_pct VARCHAR, nama_penyedia VARCHAR, npwp_penyedia VARCHAR,
  npwp_16_penyedia VARCHAR, nilai_realisasi DECIMAL(20,2), tgl_realisasi DATE,
  _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "Ecat-PaketEPurchasing" (
  kd_paket VARCHAR, no_paket VARCHAR, kd_produk VARCHAR, kd_paket_produk VARCHAR, kd_rup VARCHAR,
  nama_paket VARCHAR, satker_id VARCHAR, nama_satker VARCHAR, nama_sumber_dana VARCHAR,
  total_harga DECIMAL(20,2), tanggal_buat_paket TIMESTAMP, status_paket VARCHAR,
  paket_status_str VARCHAR, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "Ecat-PaketEPurchasingV6" (
  kd_paket VARCHAR, kd_rup VARCHAR, rup_nama_pkt VARCHAR, kd_satker_str VARCHAR,
  nama_satker VARCHAR, sumber_dana VARCHAR, total_harga DECIMAL(20,2), tgl_order DATE,
  status_pkt VARCHAR, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "Ecat-InstansiSatker" (
  kd_satker VARCHAR, kd_satker_str VARCHAR, nama_satker VARCHAR, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "Bela-TokoDaringRealisasi" (
  order_id VARCHAR, order_desc VARCHAR, kd_satker VARCHAR, nama_satker VARCHAR,
  valuasi DECIMAL(20,2), tanggal_transaksi TIMESTAMP, status_verif VARCHAR,
  status_konfirmasi_ppmse VARCHAR, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "SPSE-DaftarPublik" (
  kd_tender VARCHAR, nama_paket VARCHAR, instansi VARCHAR, tahap VARCHAR, hps DECIMAL(20,2),
  mtd_pemilihan VARCHAR, kategori VARCHAR, nilai_kontrak DECIMAL(20,2), tender_ulang BIGINT,
  _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "RUP-MasterSatker" (
  kd_satker VARCHAR, kd_satker_str VARCHAR, nama_satker VARCHAR, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "RUP-PaketPenyedia-Terumumkan" (
  kd_rup VARCHAR, nama_paket VARCHAR, pagu DECIMAL(20,2), kd_satker_str VARCHAR,
  nama_satker VARCHAR, metode_pengadaan VARCHAR, jenis_pengadaan VARCHAR, status_pdn VARCHAR,
  status_ukm VARCHAR, tgl_pengumuman_paket TIMESTAMP, tgl_awal_pemilihan DATE,
  tgl_awal_kontrak DATE, tgl_akhir_kontrak DATE, _event_date DATE, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "RUP-PaketSwakelola-Terumumkan" (
  kd_rup VARCHAR, nama_paket VARCHAR, pagu DECIMAL(20,2), kd_satker_str VARCHAR,
  nama_satker VARCHAR, tgl_pengumuman_paket TIMESTAMP, tgl_awal_pelaksanaan_kontrak DATE,
  tgl_akhir_pelaksanaan_kontrak DATE, _event_date DATE, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "RUP-PaketAnggaran" (kd_rup VARCHAR, mak VARCHAR, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "RUP-PaketAnggaranPenyedia" (
  kd_rup VARCHAR, mak VARCHAR, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "RUP-PaketAnggaranSwakelola" (
  kd_rup VARCHAR, mak VARCHAR, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "RUP-ProgramMaster" (
  kd_program VARCHAR, kd_program_str VARCHAR, nama_program VARCHAR, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "RUP-KegiatanMaster" (
  kd_program VARCHAR, kd_kegiatan VARCHAR, kd_kegiatan_str VARCHAR, nama_kegiatan VARCHAR,
  _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "RUP-SubKegiatanMaster" (
  kd_kegiatan VARCHAR, kd_subkegiatan VARCHAR, kd_subkegiatan_str VARCHAR,
  nama_subkegiatan VARCHAR, _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "RUP-StrukturAnggaranPD" (
  kd_satker VARCHAR, kd_satker_str VARCHAR, nama_satker VARCHAR, belanja_pengadaan DECIMAL(20,2),
  _berkas VARCHAR, _baris BIGINT);
CREATE TABLE "Tolok-DataPaket" (
  kd_paket VARCHAR, kd_rup VARCHAR, nama_paket VARCHAR, kd_satker VARCHAR, nama_satker VARCHAR,
  mtd_pemilihan VARCHAR, jenis_pengadaan VARCHAR, status VARCHAR, status_kontrak VARCHAR,
  adendum BIGINT, pagu DECIMAL(20,2), hps DECIMAL(20,2), nilai_kontrak DECIMAL(20,2),
  nilai_pdn_kontrak DECIMAL(20,2), nilai_umk_kontrak DECIMAL(20,2), jumlah_penawar BIGINT,
  npwp_penyedia VARCHAR, nama_penyedia VARCHAR, tgl_pengumuman DATE, tgl_penetapan_pemenang DATE,
  tgl_sppbj DATE, tgl_kontrak DATE, tgl_mulai_pekerjaan DATE, tgl_selesai_pekerjaan DATE,
  tgl_bast DATE, _berkas VARCHAR, _baris BIGINT);

-- A fact of any type, so that one column of a finding can hold money, dates and words.
CREATE TYPE isian AS UNION (uang DECIMAL(20,2), tanggal DATE, teks VARCHAR);

-- Given by the program: other codes of work units (organisation.WorkUnitAlias)
CREATE TABLE padanan_satker (
  sistem VARCHAR, lain VARCHAR, kd_satker VARCHAR, nama_satker VARCHAR);

-- R-25: the NPWP in 16 digits, as core.identifiers reads it (a test holds them together): an old
-- number of 15 digits gets a leading zero (PMK 112/PMK.03/2022), a spreadsheet's its zeros back.
CREATE MACRO angka_npwp(teks) AS
  CASE
    WHEN regexp_full_match(trim(teks), '[0-9]{12,16}(\.0+)?')
      THEN nullif(lpad(regexp_extract(teks, '[0-9]+'), 16, '0'), '0000000000000000')
    WHEN regexp_full_match(trim(teks), '[0-9]{2}(\.[0-9]{3}){2}\.[0-9][-. ]?[0-9]{3}[-. ]?[0-9]{3}')
      THEN nullif(lpad(regexp_replace(teks, '\D', '', 'g'), 16, '0'), '0000000000000000')
  END;
CREATE MACRO npwp16(lama, baru) AS coalesce(angka_npwp(baru), angka_npwp(lama));
-- A code as the database keeps it, and a small number: what is longer or larger is nobody's.
CREATE MACRO kode(teks) AS left(teks, 57);
CREATE MACRO kecil(angka) AS CASE WHEN angka BETWEEN 0 AND 1000 THEN angka END;
CREATE MACRO status_ekontrak(teks) AS
  CASE teks
    WHEN 'Kontrak Selesai' THEN 'selesai'
    WHEN 'Kontrak Sedang Berjalan' THEN 'berjalan'
    WHEN 'Pemutusan Kontrak' THEN 'putus'
  END;
