"""Packages of the other systems: recorded, catalogue, online shops, public list, own workbook."""

from datetime import date

from tolok.registry.derivation.testing import derive_from


def test_recorded_packages_count_with_what_they_have():
    found = derive_from(
        {
            "SPSE-PencatatanNonTender": [
                {"tgl_mulai_paket": "2025-02-01 00:00:00", "nilai_pdn_pct": 280}
            ],
            "SPSE-PencatatanNonTenderRealisasi": [
                {"nama_penyedia": "CV Kecil", "nilai_realisasi": 80},
                {"nama_penyedia": "CV Besar", "nilai_realisasi": 200},
            ],
        }
    )

    package = found.only
    assert (package["jenis_proses"], package["status"]) == ("pencatatan", "selesai")
    assert (package["pagu"], package["nilai_kontrak"]) == (300, 280)
    assert package["nama_penyedia"] == "CV Besar"
    assert package["tgl_pengumuman"] == date(2025, 2, 1)
    assert [package[fact] for fact in ("hps", "jumlah_penawar", "tgl_bast")] == [None, None, None]


def test_what_the_status_of_a_recorded_package_means():
    found = derive_from(
        {
            "SPSE-PencatatanNonTender": [
                {"kd_nontender_pct": f"7{code}", "kd_pkt_dce": code} | status
                for code, status in {
                    "1": {"status_nontender_pct_ket": "Paket Selesai"},
                    "2": {"status_nontender_pct_ket": "Paket Dibatalkan"},
                    "3": {"status_nontender_pct_ket": "Paket Sedang Berjalan"},
                    "4": {"status_nontender_pct_ket": None},
                }.items()
            ]
        }
    )

    assert found.facts("status") == {
        "1": "selesai",
        "2": "gagal",
        "3": "berlangsung",
        "4": "berlangsung",
    }


def test_a_recorded_package_that_was_also_announced_counts_once():
    found = derive_from(
        {
            "SPSE-NonTenderPengumuman": [{"kd_pkt_dce": "2"}],
            "SPSE-PencatatanNonTender": [{"kd_pkt_dce": "2"}],
        }
    )

    assert found.only["jenis_proses"] == "non tender"
    assert found.sources("2") == {("SPSE-NonTenderPengumuman", 1)}


def test_the_old_catalogue_has_one_row_per_product():
    found = derive_from(
        {
            "Ecat-PaketEPurchasing": [
                {"kd_produk": "P1", "total_harga": 50, "satker_id": "9", "kd_rup": "50001"},
                {"kd_produk": "P2", "total_harga": 70, "satker_id": "9"},
                {"kd_produk": "P2", "total_harga": 70, "satker_id": "9"},  # pulled twice
            ],
            "Ecat-InstansiSatker": [
                {"kd_satker": "9", "kd_satker_str": "1.01.", "nama_satker": "Dinas"}
            ],
        }
    )

    package = found.only
    assert (package["kd_paket"], package["kd_tender"]) == ("EP-600", "600")
    assert package["nilai_kontrak"] == 120
    assert (package["kd_satker"], package["nama_satker"]) == ("1.01.", "Dinas")
    assert package["mtd_pemilihan"] == "E-Purchasing"
    assert found.sources("EP-600") == {("Ecat-PaketEPurchasing", row) for row in (1, 2, 3)}


def test_a_catalogue_number_never_meets_a_package_of_spse():
    found = derive_from(
        {
            "SPSE-TenderPengumuman": [{"kd_tender": "91", "kd_pkt_dce": "600"}],
            "Ecat-PaketEPurchasing": [{"kd_paket": "600"}],
            "SPSE-DaftarPublik": [{"kd_tender": "600"}],
        }
    )

    assert found.packages == ["600", "DP-600", "EP-600"]


def test_what_the_status_of_an_order_of_the_new_catalogue_means():
    meaning = {
        "COMPLETED": "selesai",
        "PAYMENT_OUTSIDE_SYSTEM": "selesai",
        "CANCELLED_ON_REVIEW": "gagal",
        "CANCELLED": "gagal",
        "ON_PROCESS": "berlangsung",
        "WAITING_PPK": "berlangsung",
    }

    found = derive_from(
        {"Ecat-PaketEPurchasingV6": [{"kd_paket": code, "status_pkt": code} for code in meaning]}
    )

    assert found.facts("status") == meaning


def test_an_order_in_an_online_shop_is_done_when_confirmed_and_verified():
    orders = {  # code: confirmed by the shop, verified, status
        "TD-1": ("selesai", "verified", "selesai"),
        "TD-2": ("selesai", "unverified", "berlangsung"),
        "TD-3": ("gagal", "verified", "gagal"),
        "TD-4": (None, "verified", "berlangsung"),
    }

    found = derive_from(
        {
            "Bela-TokoDaringRealisasi": [
                {
                    "order_id": code.removeprefix("TD-"),
                    "status_konfirmasi_ppmse": confirmed,
                    "status_verif": verified,
                }
                for code, (confirmed, verified, _) in orders.items()
            ]
        }
    )

    assert found.facts("status") == {code: status for code, (*_, status) in orders.items()}


def test_the_public_list_tells_only_of_tenders_no_other_table_knows():
    found = derive_from(
        {
            "SPSE-TenderPengumuman": [{"kd_tender": "91"}],
            "SPSE-DaftarPublik": [
                {"kd_tender": "91", "hps": 990},
                {
                    "kd_tender": "95",
                    "hps": 274,
                    "mtd_pemilihan": "Seleksi Sederhana",
                    "tahap": "Tender Sudah Selesai",
                    "tender_ulang": 1,
                },
                {"kd_tender": "96", "mtd_pemilihan": "Lelang Umum", "tahap": "Tender Gagal"},
            ],
        }
    )

    assert found.packages == ["1", "DP-95", "DP-96"]
    assert found["1"]["hps"] == 950
    listed = found["DP-95"]
    assert (listed["kd_tender"], listed["hps"]) == ("95", 274)
    assert (listed["mtd_pemilihan"], listed["status"]) == ("Seleksi", "selesai")
    assert listed["jumlah_pengumuman"] == 2
    assert (found["DP-96"]["mtd_pemilihan"], found["DP-96"]["status"]) == ("Tender", "gagal")


def test_the_workbook_fills_gaps_but_never_overrides():
    found = derive_from(
        {
            "SPSE-TenderPengumuman": [{"hps": 950}],
            "Tolok-DataPaket": [
                {
                    "kd_paket": "1",
                    "hps": 800,
                    "tgl_bast": "2025-10-10",
                    "nama_penyedia": "CV Maju",
                    "npwp_penyedia": "02.942.721.8-701.000",
                    "status": "gagal",
                }
            ],
        }
    )

    package = found.only
    assert (package["hps"], package["status"]) == (950, "selesai")
    assert (package["tgl_bast"], package["nama_penyedia"]) == (date(2025, 10, 10), "CV Maju")
    assert package["npwp_penyedia"] == "0029427218701000"
    assert package["kontrak_selesai"] is True
    assert {doubt.values["fakta"] for doubt in found.of_rule("P-21")} == {"HPS", "status"}


def test_the_workbook_adds_packages_no_system_knows():
    found = derive_from(
        {
            "Tolok-DataPaket": [
                {
                    "kd_paket": "A-1",
                    "kd_satker": "1.01.",
                    "nama_satker": "Dinas",
                    "status": "gagal",
                    "jumlah_penawar": -3,
                    "adendum": 999999,
                }
            ]
        }
    )

    package = found.only
    assert (package["kd_paket"], package["kd_satker"]) == ("A-1", "1.01.")
    assert (package["jenis_proses"], package["jumlah_gagal"]) == ("pencatatan", 1)
    assert (package["jumlah_penawar"], package["adendum"]) == (None, None)
