"""Work units across systems, RUP entries with their place in the budget, budgets."""

from tolok.registry.derivation.testing import derive_from

MASTER = [
    {"kd_satker": "264449", "kd_satker_str": "1.01.", "nama_satker": "Dinas Pendidikan"},
    {"kd_satker": "264450", "kd_satker_str": "1.02.", "nama_satker": "Dinas Kesehatan"},
]
UNITS = {"RUP-MasterSatker": MASTER}


def test_every_system_finds_the_unit_by_its_own_number():
    """Quirk 9."""
    found = derive_from(
        UNITS
        | {
            "SPSE-TenderPengumuman": [{"kd_satker_str": "1.01."}],
            "Bela-TokoDaringRealisasi": [{"kd_satker": "264450"}],
            "Ecat-PaketEPurchasingV6": [{"kd_satker_str": "1.02."}],
        }
    )

    assert found.facts("nama_satker") == {
        "1": "Dinas Pendidikan",
        "TD-500": "Dinas Kesehatan",
        "01JK": "Dinas Kesehatan",
    }
    assert not found.of_rule("P-13")


def test_an_alias_joins_a_renumbered_unit():
    """P-13, quirk 9."""
    tender = {"SPSE-TenderPengumuman": [{"kd_satker_str": "9.99.", "nama_satker": "Disdik"}]}

    before = derive_from(UNITS | tender)
    after = derive_from(UNITS | tender, aliases=[("any", "9.99.", "1.01.", "Pendidikan")])

    assert [doubt.values["kode"] for doubt in before.of_rule("P-13")] == ["9.99."]
    assert after.only["kd_satker"] == "1.01."
    assert after.only["nama_satker"] == "Dinas Pendidikan"
    assert not after.of_rule("P-13")


def test_an_alias_may_be_a_name_where_the_source_has_no_code():
    found = derive_from(
        {"SPSE-DaftarPublik": [{"instansi": "DINAS PU Kota X"}]},
        aliases=[("spse", "Dinas PU Kota X", "1.03.", "Dinas Pekerjaan Umum")],
    )

    assert (found.only["kd_satker"], found.only["nama_satker"]) == ("1.03.", "Dinas Pekerjaan Umum")


def test_an_alias_of_one_system_says_nothing_about_another_and_goes_before_one_for_all():
    aliases = [
        ("katalog", "77", "1.01.", "Pendidikan"),
        ("any", "77", "1.02.", "Kesehatan"),
    ]

    found = derive_from(
        {
            "SPSE-TenderPengumuman": [{"kd_satker_str": "77"}],
            "Bela-TokoDaringRealisasi": [{"kd_satker": "77"}],
        },
        aliases=aliases,
    )

    assert (found["1"]["kd_satker"], found["TD-500"]["kd_satker"]) == ("1.02.", "1.01.")


def test_a_plan_entry_finds_programme_activity_and_sub_activity_by_the_dots_of_its_budget_code():
    found = derive_from(
        {
            "RUP-PaketPenyedia-Terumumkan": [{"kd_rup": "50001"}],
            "RUP-PaketAnggaran": [{"kd_rup": "50001", "mak": "1.01.02.2.01.03.5.2.02.05"}],
            "RUP-ProgramMaster": [
                {"kd_program_str": "1.01.02", "nama_program": "Pendidikan"},
                {"kd_program_str": "1.01.0", "nama_program": "Lain"},
            ],
            "RUP-KegiatanMaster": [{"kd_kegiatan_str": "1.01.02.2.01", "nama_kegiatan": "Sekolah"}],
            "RUP-SubKegiatanMaster": [
                {"kd_subkegiatan_str": "1.01.02.2.01.03", "nama_subkegiatan": "Ruang Kelas"}
            ],
        }
    )

    (entry,) = found.kept("plan")
    assert entry["nama_program"] == "Pendidikan"
    assert entry["nama_kegiatan"] == "Sekolah"
    assert entry["nama_subkegiatan"] == "Ruang Kelas"


def test_budget_lines_come_from_any_of_their_tables():
    lines = ("RUP-PaketAnggaran", "RUP-PaketAnggaranPenyedia", "RUP-PaketAnggaranSwakelola")

    found = derive_from(
        {"RUP-PaketPenyedia-Terumumkan": [{"kd_rup": name} for name in lines]}
        | {name: [{"kd_rup": name, "mak": "5.1.02"}] for name in lines}
    )

    assert [entry["mak"] for entry in found.kept("plan")] == ["5.1.02"] * 3


def test_plan_entries_are_rows_of_their_own_beside_packages():
    found = derive_from(
        UNITS
        | {
            "RUP-PaketPenyedia-Terumumkan": [
                {"metode_pengadaan": "Tender", "kd_satker_str": "1.01.", "pagu": 1000}
            ],
            "RUP-PaketSwakelola-Terumumkan": [
                {"kd_rup": "40001", "pagu": 100},
                {"kd_rup": "50001", "pagu": 1},  # a number of both kinds is one entry
            ],
        }
    )

    assert found.packages == []
    provider, own = found["RUP-50001"], found["RUP-40001"]
    assert (provider["pagu_rup"], provider["cara_pengadaan"]) == (1000, "penyedia")
    assert provider["nama_satker"] == "Dinas Pendidikan"
    assert (own["pagu_rup"], own["cara_pengadaan"]) == (100, "swakelola")
    assert provider["pagu"] is None, "pagu is a package's"


def test_budgets_of_units_that_became_one_are_added_up():
    found = derive_from(
        UNITS
        | {
            "RUP-StrukturAnggaranPD": [
                {"kd_satker": "264449", "kd_satker_str": "1.01.", "belanja_pengadaan": 500},
                {"kd_satker": "264450", "kd_satker_str": "1.02.", "belanja_pengadaan": 300},
                {"kd_satker": "264451", "kd_satker_str": "1.03.", "belanja_pengadaan": 30},
                {"kd_satker": "264451", "kd_satker_str": "1.03.", "belanja_pengadaan": 30},
            ]
        },
        aliases=[("sirup", "1.03.", "1.02.", "Dinas Kesehatan")],
    )

    budgets = {
        row["kd_satker"]: row["belanja_pengadaan"]
        for row in found.rows
        if row["baris"] == "anggaran"
    }
    assert budgets == {"1.01.": 500, "1.02.": 330}
    assert found.sources("ANGGARAN-1.02.") == {("RUP-StrukturAnggaranPD", row) for row in (2, 3)}


def test_a_package_may_carry_out_several_plan_entries():
    found = derive_from(
        {
            "SPSE-TenderPengumuman": [{"kd_rup": "50001; 50002"}],
            "RUP-PaketPenyedia-Terumumkan": [{"kd_rup": "50002"}, {"kd_rup": "50003"}],
        }
    )

    assert found.only["kd_rup"] == "50001; 50002"
    assert not found.of_rule("P-08"), "one of its entries is known"
