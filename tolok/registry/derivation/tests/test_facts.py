"""Facts of a package from the tables that hold them: award, bids, contract, work, hand-over."""

from datetime import date
from decimal import Decimal

from tolok.core.identifiers import npwp16
from tolok.registry.derivation.testing import derive_from

TENDER: dict[str, list[dict[str, object]]] = {"SPSE-TenderPengumuman": [{}]}


def tender(code):
    return {"kd_tender": f"9{code}", "kd_pkt_dce": code}


def test_a_tender_with_two_values_keeps_the_higher_until_somebody_decides():
    """P-02, quirk 13."""
    found = derive_from(
        TENDER
        | {
            "SPSE-TenderSelesaiNilai": [
                {"kd_penyedia": "1", "nilai_kontrak": 900},
                {"kd_penyedia": "2", "nilai_kontrak": 930},
            ]
        }
    )

    assert found.only["nilai_kontrak"] == 930
    (doubt,) = found.of_rule("P-02")
    assert (doubt.field, doubt.lowest, doubt.highest) == ("nilai_kontrak", "900.00", "930.00")


def test_nothing_is_awarded_for_nothing_so_zero_is_missing():
    found = derive_from(
        TENDER
        | {
            "SPSE-TenderSelesaiNilai": [
                {"nilai_kontrak": 0, "nilai_pdn_kontrak": 0, "nilai_penawaran": 0, "hps": 0}
            ]
        }
    )

    package = found.only
    assert [package[fact] for fact in ("nilai_kontrak", "nilai_pdn_kontrak")] == [None, None]
    assert package["hps"] == 950, "the announcement has it"


def test_a_contract_without_domestic_share_has_a_share_of_zero():
    found = derive_from(
        TENDER | {"SPSE-TenderSelesaiNilai": [{"nilai_pdn_kontrak": 0, "nilai_umk_kontrak": None}]}
    )

    assert found.only["nilai_pdn_kontrak"] == 0
    assert found.only["nilai_umk_kontrak"] is None


def test_only_registrants_with_a_price_are_bidders():
    """P-06, quirk 21."""
    found = derive_from(
        TENDER
        | {
            "SPSE-PesertaTender": [
                {"kd_peserta": "1", "nilai_penawaran": 910},
                {"kd_peserta": "2", "nilai_penawaran": 890},
                {"kd_peserta": "3", "nilai_penawaran": 0},
                {"kd_peserta": "4", "nilai_penawaran": None},
            ]
        }
    )

    package = found.only
    assert (package["jumlah_pendaftar"], package["jumlah_penawar"]) == (4, 2)
    assert package["penawaran_terendah"] == 890
    assert [bid["nilai_penawaran"] for bid in found.kept("bids")] == [890, 910]


def test_a_finished_tender_without_bids_lacks_data_a_failed_one_had_none():
    found = derive_from(
        {
            "SPSE-TenderPengumuman": [
                {"kd_tender": "91", "kd_pkt_dce": "1", "status_tender": "Selesai"},
                {"kd_tender": "92", "kd_pkt_dce": "2", "status_tender": "Gagal/Batal"},
                {"kd_tender": "93", "kd_pkt_dce": "3", "status_tender": "Gagal/Batal"},
            ],
            "SPSE-PesertaTender": [
                {"kd_tender": "91", "nilai_penawaran": 0},
                {"kd_tender": "92", "nilai_penawaran": 0},
            ],
        }
    )

    assert found.facts("jumlah_penawar") == {"1": None, "2": 0, "3": None}


def test_work_ends_as_the_last_work_order_says_not_as_the_contract_repeats_its_own_date():
    """P-04, quirk 5."""
    found = derive_from(
        TENDER
        | {
            "SPSE-TenderEkontrak-Kontrak": [{"tgl_kontrak_akhir": "2025-04-14"}],
            "SPSE-TenderEkontrak-SPMKSPP": [
                {"tgl_mulai_pekerjaan": "2025-04-20", "tgl_selesai_pekerjaan": "2025-08-20"},
                {"tgl_mulai_pekerjaan": "2025-04-20", "tgl_selesai_pekerjaan": "2025-10-16"},
            ],
        }
    )

    package = found.only
    assert package["tgl_kontrak"] == date(2025, 4, 14)
    assert package["tgl_mulai_pekerjaan"] == date(2025, 4, 20)
    assert package["tgl_selesai_pekerjaan"] == date(2025, 10, 16)


def test_a_work_order_without_an_end_still_says_when_work_began():
    found = derive_from(
        TENDER | {"SPSE-TenderEkontrak-SPMKSPP": [{"tgl_mulai_pekerjaan": "2025-04-20"}]}
    )

    assert found.only["tgl_mulai_pekerjaan"] == date(2025, 4, 20)
    assert found.only["tgl_selesai_pekerjaan"] is None


def test_hand_over_rows_are_payments_and_exact_repeats_count_once():
    """P-11, quirk 8."""
    first = {"tgl_bast": "2025-08-01", "no_bap": "BAP-1", "besar_pembayaran": 400}
    last = {"tgl_bast": "2025-10-10", "no_bap": "BAP-2", "besar_pembayaran": 500}

    found = derive_from(TENDER | {"SPSE-TenderEkontrak-BAPBAST": [first, last, first, last]})

    package = found.only
    assert package["tgl_bast"] == date(2025, 10, 10)
    assert (package["jumlah_pembayaran"], package["nilai_pembayaran"]) == (2, Decimal(900))
    assert len(found.kept("handovers")) == 2
    (doubt,) = found.of_rule("P-11")
    assert doubt.values == {"baris": "4", "kembar": "2"}


def test_a_contract_is_done_when_handed_over_or_declared_done():
    contracts = {
        "1": ("Kontrak Selesai", None),
        "2": ("Kontrak Sedang Berjalan", "2025-10-10"),
        "3": ("Kontrak Sedang Berjalan", None),
        "4": ("Pemutusan Kontrak", None),
    }

    found = derive_from(
        {
            "SPSE-TenderPengumuman": [tender(code) for code in contracts],
            "SPSE-TenderEkontrak-Kontrak": [
                {"kd_tender": f"9{code}", "status_kontrak": status}
                for code, (status, _) in contracts.items()
            ],
            "SPSE-TenderEkontrak-BAPBAST": [
                {"kd_tender": f"9{code}", "tgl_bast": day} for code, (_, day) in contracts.items()
            ],
        }
    )

    assert found.facts("kontrak_selesai") == {"1": True, "2": True, "3": False, "4": False}
    assert found.facts("status_kontrak") == {
        "1": "selesai",
        "2": "berjalan",
        "3": "berjalan",
        "4": "putus",
    }


def test_an_addendum_changes_the_value_when_it_differs_from_the_first_contract():
    cases = {  # code: award, [(version, value)], addenda, whether the value changed
        "1": (900, [(0, 900)], 0, False),
        "2": (900, [(0, 900), (1, 900)], 1, False),
        "3": (900, [(0, 900), (1, 990)], 1, True),
        "4": (1000, [(0, 900), (1, 900)], 1, False),  # negotiated down when it was signed
        "5": (900, [(2, 990)], 2, True),  # only the last version was kept
        "6": (900, [(2, 900)], 2, False),
        "7": (None, [(2, 900)], 2, None),
    }

    found = derive_from(
        {
            "SPSE-TenderPengumuman": [tender(code) for code in cases],
            "SPSE-TenderSelesaiNilai": [
                {"kd_tender": f"9{code}", "nilai_kontrak": award}
                for code, (award, *_) in cases.items()
            ],
            "SPSE-TenderEkontrak-Kontrak": [
                {"kd_tender": f"9{code}", "versi_addendum": version, "nilai_kontrak": value}
                for code, (_, versions, *_) in cases.items()
                for version, value in versions
            ],
        }
    )

    assert found.facts("adendum") == {code: case[2] for code, case in cases.items()}
    assert found.facts("adendum_nilai") == {code: case[3] for code, case in cases.items()}
    assert len(found.kept("contracts")) == 10


def test_the_award_date_of_a_finished_tender_and_its_last_schedule():
    found = derive_from(
        TENDER
        | {
            "SPSE-TenderSelesai": [{"tgl_penetapan_pemenang": "2025-04-03 16:00:00"}],
            "SPSE-JadwalTahapanTender": [
                {"tgl_akhir": "2025-03-28 15:59:00"},
                {"tgl_akhir": "2025-04-02 15:59:00"},
                {"nama_tahapan": "Surat Penunjukan", "tgl_akhir": "2025-05-05 15:59:00"},
            ],
        }
    )

    assert found.only["tgl_penetapan_pemenang"] == date(2025, 4, 3)
    assert found.only["tgl_jadwal_penetapan"] == date(2025, 4, 2)
    assert len(found.kept("stages")) == 3


def test_a_tax_number_is_read_as_the_core_reads_it():
    """R-25, quirk 11."""
    whole = "0029427218701000"
    numbers = {  # code: as it was in use, as it is now, as it is read
        "1": ("02.942.721.8-701.000", None, whole),
        "2": ("029427218701000", None, whole),
        "3": (None, whole, whole),
        "4": (whole, "", whole),
        "5": ("__.___.___._-___.___", None, None),
        "6": ("29427218701000", None, whole),
        "7": (None, None, None),
        "8": (whole, "1234567890123456", "1234567890123456"),
        "9": ("29427218701000.0", "0000000000000000", whole),
        "10": ("12345678901", "satu", None),
        "11": ("02.942.721.8 701.000", "0" * 15, whole),
    }

    found = derive_from(
        {
            "SPSE-TenderPengumuman": [tender(code) for code in numbers],
            "SPSE-TenderSelesaiNilai": [
                {"kd_tender": f"9{code}", "npwp_penyedia": old, "npwp_16_penyedia": new}
                for code, (old, new, _) in numbers.items()
            ],
        }
    )

    assert found.facts("npwp_penyedia") == {code: read for code, (*_, read) in numbers.items()}
    assert {code: npwp16(new, old) for code, (old, new, _) in numbers.items()} == found.facts(
        "npwp_penyedia"
    )


def test_the_data_are_as_of_the_newest_pull():
    found = derive_from(
        {
            "SPSE-TenderPengumuman": [{"_event_date": "2025-09-30"}],
            "SPSE-NonTenderSelesai": [{"tgl_penarikan": "2025-10-03"}],
            "RUP-PaketPenyedia-Terumumkan": [{"_event_date": "2025-03-31"}],
        }
    )

    assert {row["tgl_data"] for row in found.rows} == {date(2025, 10, 3)}
