"""Rules about the selection, and about tables as a whole."""

from tolok.registry.derivation.testing import derive_from


def test_p06_registrants_are_told_apart_from_bidders():
    """P-06, quirk 21."""
    found = derive_from(
        {
            "SPSE-TenderPengumuman": [{}],
            "SPSE-PesertaTender": [
                {"kd_peserta": "1"},
                {"kd_peserta": "2", "nilai_penawaran": 0},
                {"kd_peserta": "3", "nilai_penawaran": None},
            ],
        }
    )

    (doubt,) = found.of_rule("P-06")
    assert doubt.note
    assert doubt.values == {"pendaftar": "3", "penawar": "1", "tender": "1"}


def test_p06_is_silent_when_all_bid():
    found = derive_from({"SPSE-TenderPengumuman": [{}], "SPSE-PesertaTender": [{}]})

    assert not found.of_rule("P-06")


def test_p07_a_finished_tender_nobody_is_recorded_to_have_bid_on():
    """P-07, quirk 21."""
    bids = [{"kd_tender": "91", "nilai_penawaran": 0}, {"kd_tender": "92"}]

    found = derive_from(
        {
            "SPSE-TenderPengumuman": [
                {"kd_tender": "91", "kd_pkt_dce": "1"},
                {"kd_tender": "92", "kd_pkt_dce": "2"},
                {"kd_tender": "93", "kd_pkt_dce": "3", "status_tender": "Gagal/Batal"},
            ],
            "SPSE-PesertaTender": bids,
        }
    )

    (doubt,) = found.of_rule("P-07")
    assert (doubt.package, doubt.field) == ("1", "jumlah_penawar")


def test_p07_says_nothing_when_bids_were_not_published_at_all():
    assert not derive_from({"SPSE-TenderPengumuman": [{}]}).of_rule("P-07")


def test_p10_an_empty_status_says_how_it_was_read():
    """P-10, quirk 2."""
    found = derive_from(
        {
            "SPSE-TenderPengumuman": [{"status_tender": None}],
            "SPSE-NonTenderPengumuman": [{"status_nontender": "-"}],
        }
    )

    doubts = {doubt.package: doubt for doubt in found.of_rule("P-10")}
    assert doubts["1"].values == {"kode": "91", "dibaca": "gagal"}
    assert doubts["2"].values == {"kode": "81", "dibaca": "berlangsung"}
    assert all(doubt.note for doubt in doubts.values())


def test_p17_repeats_are_counted_on_their_package():
    """P-17, quirk 3."""
    found = derive_from(
        {
            "SPSE-TenderPengumuman": [
                {"kd_tender": "91"},
                {"kd_tender": "92", "versi_tender": 2},
                {"kd_tender": "93", "kd_pkt_dce": "3"},
            ],
            "SPSE-NonTenderPengumuman": [{}],
        }
    )

    (doubt,) = found.of_rule("P-17")
    assert doubt.note
    assert doubt.values == {
        "jenis_proses": "tender",
        "pengumuman": "3",
        "paket": "2",
        "ulang": "1",
    }


def test_p08_a_plan_that_knows_few_of_the_packages_is_partial():
    """P-08, quirk 4."""
    tenders = [
        {"kd_tender": f"9{code}", "kd_pkt_dce": code, "kd_rup": f"5000{code}"} for code in "123"
    ]
    plan = [{"kd_rup": "50001"}]

    partial = derive_from({"SPSE-TenderPengumuman": tenders, "RUP-PaketPenyedia-Terumumkan": plan})
    none = derive_from({"SPSE-TenderPengumuman": tenders})

    assert partial.of_rule("P-08")[0].values == {"ditemukan": "1", "paket": "3"}
    assert not none.of_rule("P-08"), "a plan that was not imported is not partial"


def test_p11_rows_that_came_twice():
    """P-11, quirk 8."""
    found = derive_from(
        {
            "SPSE-NonTenderPengumuman": [{}],
            "SPSE-NonTenderEkontrak-BAPBAST": [{}, {}, {"no_bast": "B-2"}, {"kd_nontender": "99"}],
        }
    )

    (doubt,) = found.of_rule("P-11")
    assert doubt.note
    assert doubt.values == {"baris": "3", "kembar": "1"}


def test_p13_a_work_unit_this_years_list_does_not_know():
    """P-13, quirk 9."""
    units = [{"kd_satker": "1", "kd_satker_str": "1.01.", "nama_satker": "Dinas"}]
    tenders = [
        {"kd_tender": "91", "kd_pkt_dce": "1", "kd_satker_str": "1.01."},
        {"kd_tender": "92", "kd_pkt_dce": "2", "kd_satker_str": "9.99.", "nama_satker": "Biro"},
        {"kd_tender": "93", "kd_pkt_dce": "3", "kd_satker_str": "9.99.", "nama_satker": "Biro"},
    ]

    found = derive_from({"SPSE-TenderPengumuman": tenders, "RUP-MasterSatker": units})

    (doubt,) = found.of_rule("P-13")
    assert doubt.values == {"kode": "9.99.", "nama": "Biro", "paket": "2"}
    assert not derive_from({"SPSE-TenderPengumuman": tenders}).of_rule("P-13")


def test_p16_one_tax_number_under_several_names():
    """P-16, quirk 11."""
    number = {"npwp_16_penyedia": "0029427218701000"}
    found = derive_from(
        {
            "SPSE-TenderPengumuman": [
                {"kd_tender": f"9{code}", "kd_pkt_dce": code} for code in "1234"
            ],
            "SPSE-TenderSelesaiNilai": [
                {"kd_tender": "91", "nama_penyedia": "CV Maju"} | number,
                {"kd_tender": "92", "nama_penyedia": "CV. MAJU"} | number,
                {"kd_tender": "93", "nama_penyedia": "PT Lain"},
                {"kd_tender": "94", "nama_penyedia": "PT Nol", "npwp_16_penyedia": "0" * 16},
            ],
        }
    )

    assert found.of_rule("P-16")[0].values == {"penyedia": "1"}
    assert [row["nama_penyedia"] for row in found.kept("supplier_names")] == ["CV Maju", "CV. MAJU"]


def test_p21_the_workbook_contradicts_the_systems():
    found = derive_from(
        {
            "SPSE-TenderPengumuman": [{}],
            "SPSE-TenderSelesaiNilai": [{"nilai_kontrak": 900}],
            "SPSE-TenderEkontrak-BAPBAST": [{"tgl_bast": "2025-10-10"}],
            "Tolok-DataPaket": [
                {
                    "kd_paket": "1",
                    "nilai_kontrak": 890,
                    "hps": 950,
                    "tgl_bast": "2025-10-11",
                    "status": "gagal",
                }
            ],
        }
    )

    said = {doubt.values["fakta"]: doubt.values for doubt in found.of_rule("P-21")}
    assert said.keys() == {"nilai kontrak", "tanggal BAST", "status"}
    assert said["nilai kontrak"]["sistem"] == "Rp900,00"
    assert said["nilai kontrak"]["buku"] == "Rp890,00"
    assert said["status"]["sistem"] == "selesai"
