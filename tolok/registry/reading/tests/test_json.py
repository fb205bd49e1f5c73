import json
from decimal import Decimal

import pytest

from tolok.registry.reading import json_rows
from tolok.registry.reading.testing import (
    codes,
    make_contract,
    reading_of,
    typed_rows,
    write_json,
)

ROWS = [make_contract(kd_tender=number) for number in (101, 102, 103)]


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(ROWS),
        json.dumps(ROWS, indent=2),
        json.dumps({"success": True, "meta": {"cursor": "abc"}, "data": ROWS, "more": [1]}),
        "\n".join(map(json.dumps, ROWS)),
        "\n\n".join(map(json.dumps, ROWS)) + "\n",
    ],
    ids=["array", "indented", "wrapped", "lines", "blank lines"],
)
def test_every_wrapping_gives_the_same_records(tmp_path, text):
    reading = reading_of(write(tmp_path / "x.json", text))

    assert typed_rows(reading, "kd_tender", "_baris") == [("101", 1), ("102", 2), ("103", 3)]


@pytest.mark.parametrize("size", [7, 64, 333])
def test_a_record_may_lie_across_the_pieces_in_which_a_file_is_read(tmp_path, monkeypatch, size):
    monkeypatch.setattr(json_rows, "_CHUNK", size)

    reading = reading_of(write_json(tmp_path / "x.json", ROWS))

    assert [code for (code,) in typed_rows(reading, "kd_tender")] == ["101", "102", "103"]


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("16921026850.03", Decimal("16921026850.03")),
        ("1234567890123456.78", Decimal("1234567890123456.78")),
        ("654549679.8199999809", Decimal("654549679.82")),
        ("1.234", Decimal("1.23")),
        ("1.5e9", Decimal("1500000000.00")),
        ("95000000.0", Decimal("95000000.00")),
        ("null", None),
        ("NaN", None),
        ('"1.234.567,89"', Decimal("1234567.89")),
    ],
)
def test_amounts_are_exact(tmp_path, number, value):
    text = json.dumps([make_contract(nilai_kontrak="@")]).replace('"@"', number)

    assert typed_rows(reading_of(write(tmp_path / "x.json", text)), "nilai_kontrak") == [(value,)]


def test_a_nip_stays_as_its_source_has_rounded_it(tmp_path):
    """R-24, quirk 10."""
    rows = [make_contract(nip_ppk=198908112011011000), make_contract(nip_ppk="19710205 2007011018")]

    assert typed_rows(reading_of(write_json(tmp_path / "x.json", rows)), "nip_ppk") == [
        ("198908112011011000",),
        ("19710205 2007011018",),
    ]


def test_codes_lose_the_decimals_of_a_data_frame(tmp_path):
    rows = [make_contract(kd_tender=124062.0), make_contract(kd_tender="009.0")]

    assert typed_rows(reading_of(write_json(tmp_path / "x.json", rows)), "kd_tender") == [
        ("124062",),
        ("009",),
    ]


def test_a_column_may_appear_late(tmp_path):
    rows = [make_contract(), make_contract(alasan_addendum="Penambahan waktu")]

    assert typed_rows(reading_of(write_json(tmp_path / "x.json", rows)), "alasan_addendum") == [
        (None,),
        ("Penambahan waktu",),
    ]


def test_texts_come_through_whole(tmp_path):
    text = "a\r\nb\tc \"d\" \\n é \u2028 'e' \x1f,;"
    rows = [make_contract(lingkup_pekerjaan=text, nama_paket="  ada  ", alasan_addendum=" ")]

    [found] = typed_rows(
        reading_of(write_json(tmp_path / "x.json", rows)),
        "lingkup_pekerjaan",
        "nama_paket",
        "alasan_addendum",
    )

    assert found == (text.replace("\x1f", " "), "ada", None)


def test_nested_values_stay_readable(tmp_path):
    rows = [make_contract(catatan={"a": [1, 2.5, None]})]

    assert typed_rows(reading_of(write_json(tmp_path / "x.json", rows)), "catatan") == [
        ('{"a": ["1", "2.5", null]}',)
    ]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(ROWS)[:-40],
        json.dumps(ROWS)[:-1],
        '{"a": 1, "b"}',
        "[" * 100_000,
        '[{"a": ' * 50_000,
        "[{]",
    ],
    ids=["cut in a record", "cut at the end", "no value", "deep", "deeper", "wrong"],
)
def test_damaged_json_is_refused(tmp_path, text):
    """R-03."""
    reading = reading_of(write(tmp_path / "x.json", text))

    assert (codes(reading), reading.failed) == (["R-03"], True)


@pytest.mark.parametrize("text", ["[1, 2]", '["a"]', "[[1, 2]]", "[[], []]", '[{"a": 1}, 2]'])
def test_json_that_holds_no_rows_is_no_table(tmp_path, text):
    assert codes(reading_of(write(tmp_path / "x.json", text))) == ["R-04"]


def test_the_english_names_of_inaproc_become_the_canonical_ones(tmp_path):
    order = {
        "order_id": "01K3EXAMPLE",
        "rup_code": 58494323,
        "rup_name": "Belanja obat",
        "total": 98568000,
        "status": "COMPLETED",
        "fiscal_year": 2025,
        "order_date": "2025-06-21T00:00:00Z",
        "last_update_ref": "abc.def",
    }

    reading = reading_of(write_json(tmp_path / "x.json", [order]))

    assert (reading.source, reading.table) == ("inaproc", "Ecat-PaketEPurchasingV6")
    assert typed_rows(reading, "kd_paket", "kd_rup", "total_harga", "last_update_ref") == [
        ("01K3EXAMPLE", "58494323", Decimal("98568000.00"), "abc.def")
    ]
    assert reading.columns is not None
    assert reading.columns["kd_paket"] == "order_id"
