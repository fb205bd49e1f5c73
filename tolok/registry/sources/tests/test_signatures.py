import random
from collections import Counter

import pytest

from tolok.registry.sources.signatures import (
    SOURCES,
    recognise,
    recognise_rows,
    signatures,
    source_name,
)
from tolok.registry.tables import Kind, pull_columns, tables

WITH_HEADER = sorted(set(tables()) - {"SPSE-DaftarPublik", "Tolok-DataPaket"})
PUBLIC_ROW = [
    "9001035",
    "Gedung Serbaguna <span class='label label-warning'>Tender Ulang</span>",
    "Pemerintah Kabupaten Contoh",
    "Tender Sudah Selesai",
    "990 Jt",
    "Pascakualifikasi Satu File",
    "Tender",
    "Harga Terendah Sistem Gugur",
    "Pekerjaan Konstruksi - TA 2020",
    "3",
    "Nilai Kontrak belum dibuat",
    "",
    "",
    "0",
]


def header_of(table):
    return [column.name for column in tables()[table].columns]


@pytest.mark.parametrize("table", WITH_HEADER)
def test_a_table_is_recognised_by_its_columns_in_any_order(table):
    header = header_of(table)
    random.Random(table).shuffle(header)

    found = recognise(header)

    assert [(match.source, match.table) for match in found] == [("isb", table)]


@pytest.mark.parametrize("table", WITH_HEADER)
def test_the_cursor_column_makes_it_a_file_of_inaproc(table):
    found = recognise([*header_of(table), "last_update_ref"])

    assert [(match.source, match.table) for match in found] == [("inaproc", table)]


def test_columns_nobody_knows_and_capital_letters_do_not_matter():
    header = [*map(str.upper, header_of("SPSE-TenderPengumuman")), "catatan kami"]

    [found] = recognise(header)

    assert found.table == "SPSE-TenderPengumuman"
    assert found.canonical(header)[-2:] == ["_event_date", "catatan kami"]


def test_inaproc_names_the_e_catalogue_in_english():
    header = ["order_id", "rup_code", "rup_name", "total", "status", "last_update_ref", "mak"]

    [found] = recognise(header)

    assert found.table == "Ecat-PaketEPurchasingV6"
    assert found.canonical(header)[:4] == ["kd_paket", "kd_rup", "rup_nama_pkt", "total_harga"]


def test_the_misspelled_description_of_sirup_gets_its_right_name():
    header = ["kd_rup", "nama_paket", "pagu", "metode_pengadaan", "urarian_pekerjaan"]

    [found] = recognise(header)

    assert found.canonical(header)[-1] == "uraian_pekerjaan"


def test_a_name_is_not_changed_into_one_that_the_file_has_already():
    header = ["kd_tender", "hps", "nilai_penawaran", "nilai_kontrak", "tgl_penetapan_pemenang"]
    header += ["kd_satker", "kd_satker_str"]

    [found] = recognise(header)

    assert found.canonical(header) == header


@pytest.mark.parametrize(
    "header",
    [
        ["ocid", "id", "date", "tag", "parties", "tender", "awards"],
        ["Partisipan", "Q1", "Q2", "Q3"],
        ["Nama Kementerian/Lembaga/Pemerintah Daerah", "Nilai RUP Total"],
        [],
    ],
)
def test_what_is_no_table_of_ours_is_not_taken_for_one(header):
    assert recognise(header) == []


def test_rows_of_the_public_list_are_known_by_what_they_look_like():
    assert [found.table for found in recognise_rows([PUBLIC_ROW] * 3)] == ["SPSE-DaftarPublik"]
    assert recognise_rows([PUBLIC_ROW, PUBLIC_ROW[::-1]]) == []
    assert recognise_rows([]) == []


def test_the_public_list_gives_up_what_hides_in_its_cells():
    """R-20, quirk 20."""
    [found] = recognise_rows([PUBLIC_ROW])
    row = dict(zip(found.shape.columns, found.shape.named(PUBLIC_ROW), strict=True))

    assert row["nama_paket"].strip() == "Gedung Serbaguna"
    assert row["tender_ulang"] == "1"
    assert (row["kategori"], row["tahun_anggaran"]) == ("Pekerjaan Konstruksi", "2020")
    assert (row["hps"], row["hps_teks"], row["nilai_kontrak"]) == ("990 Jt", "990 Jt", "")


def test_every_table_has_one_signature_per_source():
    counted = Counter((found.source, found.table) for found in signatures())

    assert set(counted.values()) == {1}
    assert {found.table for found in signatures()} == set(tables())


def test_every_source_has_a_name_for_people():
    assert all(map(source_name, SOURCES))


def test_what_tables_say_of_themselves_holds_together():
    for table in tables().values():
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names)), table.name
        assert {*table.key, *filter(None, (table.body, table.year))} <= set(names), table.name


def test_a_column_has_one_type_in_all_published_tables():
    published = [table for name, table in tables().items() if name != "Tolok-DataPaket"]
    kinds = {(column.name, column.kind) for table in published for column in table.columns}

    assert len(kinds) == len({name for name, _ in kinds})


def test_an_exact_name_wins_over_a_pattern():
    schedule = tables()["SPSE-JadwalTahapanTender"]
    plan = tables()["RUP-PaketPenyedia-Terumumkan"]

    assert schedule.kind_of("tgl_akhir") is Kind.MOMENT
    assert plan.kind_of("tgl_akhir_kontrak") is Kind.DATE
    assert plan.kind_of("kd_satker_str") is Kind.TEXT
    assert plan.kind_of("tidak_dikenal") is Kind.TEXT


def test_the_date_of_the_pull_is_known_as_such():
    assert "_event_date" in pull_columns()
