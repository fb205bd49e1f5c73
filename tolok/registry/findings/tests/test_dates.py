"""Rules about dates."""

from tolok.registry.derivation.testing import derive_from

TENDER: dict[str, list[dict[str, object]]] = {"SPSE-TenderPengumuman": [{}]}


def test_p03_dates_out_of_order():
    found = derive_from(
        {
            "SPSE-TenderPengumuman": [{"tgl_pengumuman_tender": "2025-03-03 08:00:00"}],
            "SPSE-TenderSelesai": [{"tgl_penetapan_pemenang": "2025-03-01 10:00:00"}],
            "SPSE-TenderEkontrak-SPPBJ": [{"tgl_sppbj": "2025-04-20"}],
            "SPSE-TenderEkontrak-Kontrak": [{"tgl_kontrak": "2025-04-14"}],
            "SPSE-TenderEkontrak-SPMKSPP": [
                {"tgl_mulai_pekerjaan": "2025-10-16", "tgl_selesai_pekerjaan": "2025-04-20"}
            ],
            "SPSE-TenderEkontrak-BAPBAST": [{"tgl_bast": "2025-04-01"}],
        }
    )

    pairs = [(doubt.values["dahulu"], doubt.values["kemudian"]) for doubt in found.of_rule("P-03")]
    assert sorted(pairs) == [
        ("Kontrak", "BAST"),
        ("Mulai pekerjaan", "akhir pekerjaan"),
        ("Pengumuman", "penetapan pemenang"),
        ("SPPBJ", "kontrak"),
    ]


def test_p03_the_same_day_is_in_order():
    found = derive_from(
        TENDER
        | {
            "SPSE-TenderEkontrak-SPPBJ": [{"tgl_sppbj": "2025-04-14"}],
            "SPSE-TenderEkontrak-Kontrak": [{"tgl_kontrak": "2025-04-14"}],
        }
    )

    assert not found.of_rule("P-03")


def test_p04_an_end_date_that_repeats_the_contract_date_is_told_once_for_all():
    """P-04, quirk 5."""
    found = derive_from(
        TENDER
        | {
            "SPSE-TenderEkontrak-Kontrak": [
                {"tgl_kontrak": "2025-04-14", "tgl_kontrak_akhir": "2025-04-14"},
                {"tgl_kontrak": "2025-05-14", "tgl_kontrak_akhir": "2025-10-14"},
                {"tgl_kontrak": "2025-05-14", "tgl_kontrak_akhir": None},
            ]
        }
    )

    (doubt,) = found.of_rule("P-04")
    assert doubt.note
    assert doubt.values == {"jumlah": "1", "seluruhnya": "2"}


DONE = {"status_kontrak": "Kontrak Selesai"}


def test_p05_a_finished_contract_without_a_hand_over_date():
    found = derive_from(
        {
            "SPSE-TenderPengumuman": [
                {"kd_tender": f"9{code}", "kd_pkt_dce": f"{code}"} for code in (1, 2, 3)
            ],
            "SPSE-TenderEkontrak-Kontrak": [
                {"kd_tender": "91"} | DONE,
                {"kd_tender": "92"} | DONE,
                {"kd_tender": "93", "status_kontrak": "Kontrak Sedang Berjalan"},
            ],
            "SPSE-TenderEkontrak-SPMKSPP": [{"tgl_selesai_pekerjaan": "2025-10-16"}],
            "SPSE-TenderEkontrak-BAPBAST": [{"kd_tender": "92", "tgl_bast": "2025-10-10"}],
        }
    )

    (doubt,) = found.of_rule("P-05")
    assert (doubt.package, doubt.field) == ("1", "tgl_bast")
    assert "akhir pekerjaan 16/10/2025" in doubt.message


def test_p22_hand_overs_that_were_never_published_are_one_finding():
    found = derive_from(
        {
            "SPSE-TenderPengumuman": [{}],
            "SPSE-TenderEkontrak-Kontrak": [DONE],
            "SPSE-NonTenderPengumuman": [{}],
            "SPSE-NonTenderEkontrak-BAPBAST": [{"tgl_bast": "2025-10-10"}],
        }
    )

    (doubt,) = found.of_rule("P-22")
    assert doubt.values == {"jenis_proses": "tender", "kontrak": "1"}
    assert not found.of_rule("P-05")


def test_p20_a_hand_over_after_the_data_were_pulled():
    found = derive_from(
        {
            "SPSE-TenderPengumuman": [{"_event_date": "2025-10-03"}],
            "SPSE-TenderEkontrak-BAPBAST": [{"tgl_bast": "2025-10-04"}],
            "SPSE-NonTenderPengumuman": [{}],
            "SPSE-NonTenderEkontrak-BAPBAST": [{"tgl_bast": "2025-10-03"}],
        }
    )

    assert [doubt.package for doubt in found.of_rule("P-20")] == ["1"]


def test_p23_work_that_ends_long_before_the_agreed_time_has_another_end():
    """P-23, quirk 15."""
    orders = {  # code: start, end, agreed, the end that follows
        "1": ("2025-06-05", "2025-06-05", "10 Hari Kalender", "2025-06-14"),
        "2": ("2025-06-05", "2025-06-06", "45 (empat puluh lima) hari kalender", "2025-07-19"),
        "3": ("2025-06-05", "2025-07-04", "30 hari kalender", None),
        "4": ("2025-06-05", "2025-06-25", "30 hari", None),
        "5": ("2025-06-05", "2025-06-05", "20 Hari Kerja", None),
        "6": ("2025-06-05", "2025-06-05", "3O hari", None),
        "7": ("2025-06-05", "2025-06-05", None, None),
        "8": ("2025-06-05", "2025-06-05", "1 hari kalender", None),
        "9": ("2025-06-05", "2025-06-05", "10 hari kalender", None),  # handed over that day
    }

    found = derive_from(
        {
            "SPSE-TenderPengumuman": [
                {"kd_tender": f"9{code}", "kd_pkt_dce": code} for code in orders
            ],
            "SPSE-TenderEkontrak-SPMKSPP": [
                {
                    "kd_tender": f"9{code}",
                    "tgl_mulai_pekerjaan": start,
                    "tgl_selesai_pekerjaan": end,
                    "waktu_penyelesaian": agreed,
                }
                for code, (start, end, agreed, _) in orders.items()
            ],
            "SPSE-TenderEkontrak-BAPBAST": [
                {"kd_tender": "91", "tgl_bast": "2025-06-06"},
                {"kd_tender": "99", "tgl_bast": "2025-06-05"},
            ],
        }
    )

    doubts = {doubt.package: doubt for doubt in found.of_rule("P-23")}
    follows = {code: end for code, (*_, end) in orders.items() if end}
    assert {code: doubt.guess for code, doubt in doubts.items()} == follows
    assert doubts["1"].field == "tgl_selesai_pekerjaan"
    assert (doubts["1"].lowest, doubts["1"].highest) == ("2025-06-05", "2025-06-14")
    assert "“10 Hari Kalender”" in doubts["1"].message
