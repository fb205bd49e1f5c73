"""Announcements become packages: repeats, empty statuses, several systems."""

from tolok.registry.derivation.testing import derive_from

TENDER = "SPSE-TenderPengumuman"
NON_TENDER = "SPSE-NonTenderPengumuman"


def test_a_repeat_is_the_next_attempt_of_the_same_package():
    """P-17, quirk 3."""
    found = derive_from(
        {
            TENDER: [
                {"kd_tender": "91", "status_tender": "Gagal/Batal", "nama_paket": "Gedung"},
                {"kd_tender": "93", "versi_tender": 3, "nama_paket": "Gedung (ulang)"},
                {"kd_tender": "92", "versi_tender": 2, "status_tender": "Gagal/Batal"},
            ]
        }
    )

    package = found.only
    assert package["kd_tender"] == "93"
    assert package["nama_paket"] == "Gedung (ulang)"
    assert (package["jumlah_pengumuman"], package["jumlah_gagal"]) == (3, 2)
    assert [row["kd_proses"] for row in found.kept("attempts")] == ["91", "92", "93"]


def test_the_award_of_an_earlier_attempt_is_not_the_packages_award():
    found = derive_from(
        {
            TENDER: [
                {"kd_tender": "91", "status_tender": "Gagal/Batal"},
                {"kd_tender": "92", "versi_tender": 2, "status_tender": "Berlangsung"},
            ],
            "SPSE-TenderSelesaiNilai": [{"kd_tender": "91", "nilai_kontrak": 900}],
        }
    )

    assert found.only["nilai_kontrak"] is None


def test_a_tender_without_status_failed_unless_it_was_awarded():
    """P-10, quirk 2."""
    published = {
        "1": "Selesai",
        "2": "Gagal/Batal",
        "3": "Berlangsung",
        "4": None,
        "5": None,
    }

    found = derive_from(
        {
            TENDER: [
                {"kd_tender": f"9{code}", "kd_pkt_dce": code, "status_tender": status}
                for code, status in published.items()
            ],
            "SPSE-TenderSelesai": [{"kd_tender": "95"}],
        }
    )

    assert found.facts("status") == {
        "1": "selesai",
        "2": "gagal",
        "3": "berlangsung",
        "4": "gagal",
        "5": "selesai",
    }


def test_a_dash_is_a_non_tender_that_still_runs():
    found = derive_from({NON_TENDER: [{"status_nontender": "-"}]})

    assert found.only["status"] == "berlangsung"


def test_the_newest_pull_of_a_tender_counts_whatever_file_it_is_in():
    found = derive_from(
        {
            TENDER: [
                {"_berkas": "a", "status_tender": "Berlangsung", "_event_date": "2025-10-03"},
                {"_berkas": "z", "status_tender": "Selesai", "_event_date": "2025-10-10"},
            ]
        }
    )

    assert found.only["status"] == "selesai"


def test_rows_without_a_code_belong_to_nothing_and_hide_nothing():
    found = derive_from(
        {
            TENDER: [{"kd_tender": None, "kd_pkt_dce": None}, {}],
            NON_TENDER: [{"kd_nontender": None, "kd_pkt_dce": None}],
            "SPSE-DaftarPublik": [{"kd_tender": "95"}, {"kd_tender": None}],
            "Ecat-PaketEPurchasing": [{"kd_paket": None}],
            "Bela-TokoDaringRealisasi": [{"order_id": None}],
        }
    )

    assert found.packages == ["1", "DP-95"]


def test_the_member_sets_of_tenders_become_proposed_pokja():
    """R-24, quirk 10."""
    found = derive_from(
        {
            TENDER: [
                {
                    "kd_tender": "91",
                    "kd_pkt_dce": "1",
                    "nip_pokja": "19800101 200501 1 001;198502022010012002",
                    "nama_pokja": "Andi;Budi",
                },
                {
                    "kd_tender": "92",
                    "kd_pkt_dce": "2",
                    "nip_pokja": "198502022010012002;198001012005011001",
                    "nama_pokja": "BUDI;Andi",
                },
                {"kd_tender": "93", "kd_pkt_dce": "3", "nama_pokja": "Citra"},
                {"kd_tender": "94", "kd_pkt_dce": "4"},
            ]
        }
    )

    members = {tuple(member.name for member in pokja.members) for pokja in found.pokja}
    assert members == {("Andi", "Budi"), ("Citra",)}
    assert found["1"]["kd_pokja"] == found["2"]["kd_pokja"] != found["3"]["kd_pokja"]
    assert found["4"]["kd_pokja"] is None
