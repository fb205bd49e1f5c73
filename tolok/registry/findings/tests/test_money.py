"""Rules about amounts of money: what each doubts, and what it lets pass."""

from tolok.registry.derivation.testing import derive_from


def tenders(*awards):
    """Tenders 91, 92 … of packages 1, 2 … with what their award says."""
    codes = range(1, len(awards) + 1)
    return {
        "SPSE-TenderPengumuman": [
            {"kd_tender": f"9{code}", "kd_pkt_dce": f"{code}"} for code in codes
        ],
        "SPSE-TenderSelesaiNilai": [
            {"kd_tender": f"9{code}"} | award for code, award in zip(codes, awards, strict=True)
        ],
    }


def test_p01_a_contract_above_the_estimate_is_doubted_with_its_tenth_where_the_offer_says_so():
    """P-01, quirk 1."""
    typed_tenfold = {"nilai_kontrak": 9000, "nilai_penawaran": 900, "hps": 950}
    without_witness = {"nilai_kontrak": 9000, "nilai_penawaran": None, "hps": 950}
    just_above = {"nilai_kontrak": 951, "nilai_penawaran": 940, "hps": 950}
    equal = {"nilai_kontrak": 950, "nilai_penawaran": 950, "hps": 950}

    found = derive_from(tenders(typed_tenfold, without_witness, just_above, equal))

    doubts = {doubt.package: doubt for doubt in found.of_rule("P-01")}
    assert doubts.keys() == {"1", "2", "3"}
    assert {doubt.field for doubt in doubts.values()} == {"nilai_kontrak"}
    assert bounds(doubts["1"]) == ("900.00", "9000.00", "900.00")
    assert bounds(doubts["2"]) == ("950.00", "9000.00", "")
    assert bounds(doubts["3"]) == ("940.00", "951.00", "")
    assert "Paket 91" in doubts["1"].message
    assert "sepuluh kali lipat" in doubts["1"].message
    assert "sepuluh kali lipat" not in doubts["2"].message
    assert doubts["1"].rows == (("SPSE-TenderSelesaiNilai", 1, "SPSE-TenderSelesaiNilai"),)


def test_p01_the_domestic_share_and_the_contract_system_are_witnesses_too():
    by_share = {"nilai_kontrak": 9000, "nilai_penawaran": 9000, "nilai_pdn_kontrak": 890}
    by_contract = {"nilai_kontrak": 9000, "nilai_penawaran": 9000}

    found = derive_from(
        tenders(by_share, by_contract)
        | {"SPSE-TenderEkontrak-Kontrak": [{"kd_tender": "92", "nilai_kontrak": 905}]}
    )

    assert [doubt.guess for doubt in found.of_rule("P-01")] == ["900.00", "900.00"]


def test_p01_the_share_of_small_firms_that_repeats_the_slip_is_doubted_too():
    tenfold = {"nilai_kontrak": 9000, "nilai_penawaran": 900, "hps": 950}
    repeated, small = {"nilai_umk_kontrak": 9000}, {"nilai_umk_kontrak": 900}

    found = derive_from(tenders(tenfold | repeated, tenfold | small))

    doubts = [(doubt.package, doubt.field, bounds(doubt)) for doubt in found.of_rule("P-01")]
    assert doubts == [
        ("1", "nilai_kontrak", ("900.00", "9000.00", "900.00")),
        ("1", "nilai_umk_kontrak", ("900.00", "9000.00", "900.00")),
        ("2", "nilai_kontrak", ("900.00", "9000.00", "900.00")),
    ]


def test_p01_a_guess_keeps_every_rupiah_of_a_large_contract():
    found = derive_from(
        tenders({"nilai_kontrak": "9876543210987.50", "nilai_penawaran": "987654321098.75"})
    )

    assert found.of_rule("P-01")[0].guess == "987654321098.75"


def test_p01_the_rounded_estimate_of_the_public_list_is_no_limit():
    """P-01, quirk 20."""
    found = derive_from(
        {
            "SPSE-DaftarPublik": [
                {"kd_tender": "95", "hps": 990, "nilai_kontrak": 994},
                {"kd_tender": "96", "hps": 990, "nilai_kontrak": 9940},
            ]
        }
    )

    assert [doubt.package for doubt in found.of_rule("P-01")] == ["DP-96"]


def test_p02_one_tender_with_two_values_lies_between_them():
    """P-02, quirk 13."""
    found = derive_from(
        {
            "SPSE-TenderPengumuman": [{}],
            "SPSE-TenderSelesaiNilai": [
                {"nilai_kontrak": 900},
                {"nilai_kontrak": 900},
                {"nilai_kontrak": 930},
            ],
            "SPSE-NonTenderPengumuman": [{}],
            "SPSE-NonTenderSelesai": [{"nilai_kontrak": 180}, {"nilai_kontrak": 180}],
        }
    )

    (doubt,) = found.of_rule("P-02")
    assert (doubt.package, doubt.field) == ("1", "nilai_kontrak")
    assert bounds(doubt) == ("900.00", "930.00", "")
    assert "Tender 91" in doubt.message


def test_p02_values_of_an_attempt_that_failed_are_not_the_packages():
    found = derive_from(
        {
            "SPSE-TenderPengumuman": [{"kd_tender": "91"}, {"kd_tender": "92", "versi_tender": 2}],
            "SPSE-TenderSelesaiNilai": [{"nilai_kontrak": 900}, {"nilai_kontrak": 930}],
        }
    )

    assert not found.of_rule("P-02")


def test_p09_a_dummy_a_percentage_and_a_share_above_the_whole_are_no_amounts():
    """P-09, quirk 12."""
    found = derive_from(
        tenders(
            {"nilai_kontrak": 900000, "nilai_pdn_kontrak": 1},
            {"nilai_kontrak": 900000, "nilai_umk_kontrak": 100},
            {"nilai_kontrak": 900000, "nilai_pdn_kontrak": 900001},
            {"nilai_kontrak": 900000, "nilai_pdn_kontrak": 900000, "nilai_umk_kontrak": 0},
            {"nilai_kontrak": 900000, "nilai_pdn_kontrak": None},
        )
    )

    doubts = [(doubt.package, doubt.field, *bounds(doubt)) for doubt in found.of_rule("P-09")]
    assert doubts == [
        ("1", "nilai_pdn_kontrak", "0", "900000.00", ""),
        ("2", "nilai_umk_kontrak", "0", "900000.00", ""),
        ("3", "nilai_pdn_kontrak", "0", "900000.00", ""),
    ]


def test_p12_a_finished_tender_without_a_value():
    """P-12, quirk 13."""
    found = derive_from(
        {
            "SPSE-TenderPengumuman": [
                {"kd_tender": "91", "kd_pkt_dce": "1"},
                {"kd_tender": "92", "kd_pkt_dce": "2", "status_tender": "Berlangsung"},
                {"kd_tender": "93", "kd_pkt_dce": "3"},
            ],
            "SPSE-TenderSelesaiNilai": [{"kd_tender": "93"}],
        }
    )

    (doubt,) = found.of_rule("P-12")
    assert (doubt.package, doubt.values["kode"], doubt.field) == ("1", "91", "nilai_kontrak")
    assert bounds(doubt) == ("", "", ""), "what is missing has the bounds of its field"


def test_p14_the_award_differs_from_the_contract_although_there_is_no_addendum():
    found = derive_from(
        tenders(*[{"nilai_kontrak": 900}] * 3)
        | {
            "SPSE-TenderEkontrak-Kontrak": [
                {"kd_tender": "91", "nilai_kontrak": 800},
                {"kd_tender": "92", "nilai_kontrak": 905},
                {"kd_tender": "93", "nilai_kontrak": 990, "versi_addendum": 1},
            ]
        }
    )

    (doubt,) = found.of_rule("P-14")
    assert (doubt.package, *bounds(doubt)) == ("1", "800.00", "900.00", "")
    assert {table for _, _, table in doubt.rows} == {
        "SPSE-TenderSelesaiNilai",
        "SPSE-TenderEkontrak-Kontrak",
    }


def test_p15_the_estimate_above_the_ceiling():
    found = derive_from(
        {
            "SPSE-TenderPengumuman": [
                {"kd_tender": "91", "kd_pkt_dce": "1", "hps": 1001, "pagu": 1000},
                {"kd_tender": "92", "kd_pkt_dce": "2", "hps": 1000, "pagu": 1000},
                {"kd_tender": "93", "kd_pkt_dce": "3", "hps": 1000, "pagu": None},
            ]
        }
    )

    assert [doubt.package for doubt in found.of_rule("P-15")] == ["1"]


def test_p19_payments_beyond_the_contract():
    """P-19, quirk 8."""
    found = derive_from(
        tenders({"nilai_kontrak": 900}, {"nilai_kontrak": 900})
        | {
            "SPSE-TenderEkontrak-Kontrak": [{"kd_tender": "91"}, {"kd_tender": "92"}],
            "SPSE-TenderEkontrak-BAPBAST": [
                {"kd_tender": "91", "no_bap": "1", "besar_pembayaran": 500},
                {"kd_tender": "91", "no_bap": "2", "besar_pembayaran": 500},
                {"kd_tender": "92", "no_bap": "1", "besar_pembayaran": 905},
            ],
        }
    )

    (doubt,) = found.of_rule("P-19")
    assert (doubt.package, doubt.values["nilai_pembayaran"]) == ("1", "Rp1.000,00")


def bounds(doubt):
    return doubt.lowest, doubt.highest, doubt.guess
