"""Every figure leads back to the rows it came from."""

from tolok.registry.derivation.testing import derive_from


def test_lineage_names_every_row_a_package_was_derived_from():
    found = derive_from(
        {
            "SPSE-TenderPengumuman": [
                {"kd_tender": "90", "status_tender": "Gagal/Batal"},
                {"versi_tender": 2},
                {"kd_tender": "99", "kd_pkt_dce": "9"},
            ],
            "SPSE-TenderSelesai": [{}],
            "SPSE-TenderSelesaiNilai": [{"kd_tender": "99"}, {}],
            "SPSE-PesertaTender": [{}, {"kd_peserta": "2", "nilai_penawaran": 0}],
            "SPSE-JadwalTahapanTender": [{}, {"nama_tahapan": "Pembukaan"}],
            "SPSE-TenderEkontrak-SPPBJ": [{}],
            "SPSE-TenderEkontrak-Kontrak": [{}],
            "SPSE-TenderEkontrak-SPMKSPP": [{}],
            "SPSE-TenderEkontrak-BAPBAST": [{}],
            "Tolok-DataPaket": [{"kd_paket": "1"}],
        }
    )

    assert found.sources("1") == {
        ("SPSE-TenderPengumuman", 1),
        ("SPSE-TenderPengumuman", 2),
        ("SPSE-TenderSelesai", 1),
        ("SPSE-TenderSelesaiNilai", 2),
        ("SPSE-PesertaTender", 1),
        ("SPSE-JadwalTahapanTender", 1),
        ("SPSE-TenderEkontrak-SPPBJ", 1),
        ("SPSE-TenderEkontrak-Kontrak", 1),
        ("SPSE-TenderEkontrak-SPMKSPP", 1),
        ("SPSE-TenderEkontrak-BAPBAST", 1),
        ("Tolok-DataPaket", 1),
    }


def test_non_tenders_and_recorded_packages_have_their_rows_too():
    found = derive_from(
        {
            "SPSE-NonTenderPengumuman": [{}],
            "SPSE-NonTenderSelesai": [{}],
            "SPSE-NonTenderEkontrak-SPPBJ": [{}],
            "SPSE-NonTenderEkontrak-Kontrak": [{}],
            "SPSE-NonTenderEkontrak-SPMKSPP": [{}],
            "SPSE-NonTenderEkontrak-BAPBAST": [{}],
            "SPSE-PencatatanNonTender": [{}],
            "SPSE-PencatatanNonTenderRealisasi": [{"nama_penyedia": "CV Maju"}, {}],
        }
    )

    assert {table for table, _ in found.sources("2")} == {
        "SPSE-NonTenderPengumuman",
        "SPSE-NonTenderSelesai",
        "SPSE-NonTenderEkontrak-SPPBJ",
        "SPSE-NonTenderEkontrak-Kontrak",
        "SPSE-NonTenderEkontrak-SPMKSPP",
        "SPSE-NonTenderEkontrak-BAPBAST",
    }
    assert found.sources("3") == {
        ("SPSE-PencatatanNonTender", 1),
        ("SPSE-PencatatanNonTenderRealisasi", 1),
    }


def test_every_row_of_a_snapshot_has_a_source():
    found = derive_from(
        {
            "SPSE-TenderPengumuman": [{}],
            "SPSE-NonTenderPengumuman": [{}],
            "SPSE-PencatatanNonTender": [{}],
            "SPSE-DaftarPublik": [{"kd_tender": "95"}],
            "Ecat-PaketEPurchasing": [{}],
            "Ecat-PaketEPurchasingV6": [{}],
            "Bela-TokoDaringRealisasi": [{}],
            "Tolok-DataPaket": [{"kd_paket": "A-1"}],
            "RUP-PaketPenyedia-Terumumkan": [{}],
            "RUP-PaketSwakelola-Terumumkan": [{}],
            "RUP-StrukturAnggaranPD": [{"kd_satker": "9", "belanja_pengadaan": 5}],
        }
    )

    assert len(found.rows) == 11
    assert [row["kd_paket"] for row in found.rows if not found.sources(row["kd_paket"])] == []
