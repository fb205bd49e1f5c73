"""Folders and ZIPs are taken whole; every file has a child of its own."""

import io
import json
import logging
import os
import struct
import zipfile

import pytest

from tolok.core.file_names import printable
from tolok.registry.reading import read_all
from tolok.registry.reading.archives import sha256_of
from tolok.registry.reading.limits import Limits
from tolok.registry.reading.testing import (
    as_rows,
    codes,
    make_contract,
    typed_rows,
    write_json,
    write_sheets,
)

CONTRACTS = json.dumps([make_contract()])


@pytest.fixture
def read(tmp_path):
    def reading(*paths, **limits):
        return read_all(paths, out=tmp_path / "out", limits=Limits(**limits))

    return reading


def make_zip(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def said(readings):
    return [(found.path, found.table or ",".join(codes(found))) for found in readings]


def test_a_folder_is_read_with_all_below_it_in_order(read, tmp_path):
    folder = tmp_path / "tarikan"
    for name in ("b.json", "2024/z.json", "2024/a.json"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        write_json(folder / name, [make_contract()])
    (folder / "~$kontrak.xlsx").write_bytes(b"x" * 165)
    (folder / ".DS_Store").write_bytes(b"x")

    readings = read(folder)

    assert said(readings) == [
        ("tarikan/.DS_Store", "R-09"),
        ("tarikan/b.json", "SPSE-TenderEkontrak-Kontrak"),
        ("tarikan/~$kontrak.xlsx", "R-09"),
        ("tarikan/2024/a.json", "SPSE-TenderEkontrak-Kontrak"),
        ("tarikan/2024/z.json", "SPSE-TenderEkontrak-Kontrak"),
    ]
    assert "berkas kunci" in readings[2].problems[0].message


def test_a_file_keeps_its_hash_and_its_table_lies_in_the_given_folder(read, tmp_path):
    path = write_json(tmp_path / "x.json", [make_contract()])

    [reading] = read(path)

    assert reading.sha256 == sha256_of(path)
    assert reading.parquet.parent == tmp_path / "out"
    assert typed_rows(reading, "kd_tender") == [("101",)]


def test_nothing_but_tables_and_the_log_is_left_behind(read, tmp_path):
    read(
        write_json(tmp_path / "x.json", [make_contract()]),
        make_zip(tmp_path / "y.zip", {"a.json": CONTRACTS}),
    )

    left = {path.suffix for path in (tmp_path / "out").iterdir()}
    assert left == {".parquet", ".log"}


def test_the_same_table_twice_is_two_readings(read, tmp_path):
    first = write_json(tmp_path / "a.json", [make_contract()])
    second = write_json(tmp_path / "b.json", [make_contract(kd_tender=7)])

    readings = read(first, second, first)

    assert [typed_rows(found, "kd_tender") for found in readings] == [
        [("101",)],
        [("7",)],
        [("101",)],
    ]


def test_a_zip_is_read_with_its_folders(read, tmp_path):
    path = make_zip(
        tmp_path / "folder.zip",
        {
            "isb/49_1015_X.json": CONTRACTS,
            "isb/kosong.json": "",
            "__MACOSX/._x": "x",
            "catatan.txt": "hai",
        },
    )

    assert said(read(path)) == [
        ("folder.zip", "R-09"),
        ("folder.zip/isb/49_1015_X.json", "SPSE-TenderEkontrak-Kontrak"),
        ("folder.zip/isb/kosong.json", "R-01"),
        ("folder.zip/catatan.txt", "R-04"),
    ]


@pytest.mark.parametrize(
    "name", ["../../pwned.json", "/pwned.json", "a/../../pwned.json", "..\\pwned.json", "C:\\x"]
)
def test_a_member_that_points_outside_is_refused(read, tmp_path, name):
    """R-15."""
    path = make_zip(tmp_path / "x.zip", {name: CONTRACTS, "baik.json": CONTRACTS})

    first, second = read(path)

    assert codes(first) == ["R-15"]
    assert second.table == "SPSE-TenderEkontrak-Kontrak"
    assert not [*tmp_path.parent.glob("pwned*")]


def test_a_link_in_a_zip_is_refused(read, tmp_path):
    """R-15."""
    link = zipfile.ZipInfo("tautan.json")
    link.external_attr = 0o120777 << 16
    make_zip(tmp_path / "x.zip", {link: "/etc/passwd"})

    [reading] = read(tmp_path / "x.zip")

    assert codes(reading) == ["R-15"]


def test_a_link_in_a_folder_is_not_followed(read, tmp_path):
    folder = tmp_path / "f"
    folder.mkdir()
    write_json(tmp_path / "rahasia.json", [make_contract()])
    os.symlink(tmp_path / "rahasia.json", folder / "x.json")

    assert read(folder) == []


def test_a_zip_in_a_zip_is_not_opened(read, tmp_path):
    """R-15."""
    inner = io.BytesIO()
    make_zip(inner, {"a.json": CONTRACTS})

    [reading] = read(make_zip(tmp_path / "x.zip", {"dalam.zip": inner.getvalue()}))

    assert (codes(reading), reading.path) == (["R-15"], "x.zip/dalam.zip")


def test_a_workbook_in_a_zip_is_a_workbook(read, tmp_path):
    book = write_sheets(tmp_path / "x.xlsx", {"Data": as_rows([make_contract()])})

    [reading] = read(make_zip(tmp_path / "x.zip", {"x.xlsx": book.read_bytes()}))

    assert (reading.table, reading.sheet) == ("SPSE-TenderEkontrak-Kontrak", "Data")


@pytest.mark.parametrize(
    ("members", "limits"),
    [
        ({f"{at}.json": "" for at in range(9)}, {"members": 8}),
        ({"a.json": b" " * (2 << 20)}, {"unpacked_bytes": 1 << 20}),
        ({"a.json": b" " * (2 << 20)}, {"ratio": 100}),
    ],
    ids=["members", "size", "ratio"],
)
def test_bombs_are_refused_before_they_are_opened(read, tmp_path, members, limits):
    """R-07."""
    [reading] = read(make_zip(tmp_path / "bom.zip", members), **limits)

    assert (codes(reading), reading.failed) == (["R-07"], True)


def test_a_directory_that_lies_about_sizes_is_found_out_while_unpacking(read, tmp_path):
    """R-07."""
    path = make_zip(tmp_path / "x.zip", {"a.json": b"x" * 5_000})
    content = path.read_bytes()
    path.write_bytes(content.replace(struct.pack("<I", 5_000), struct.pack("<I", 10)))

    readings = read(path, unpacked_bytes=1_000)

    assert all(found.failed or codes(found) for found in readings)
    assert not any(found.table for found in readings)


def test_members_that_overlap_are_refused(read, tmp_path):
    """R-03."""
    path = make_zip(tmp_path / "x.zip", {"a.json": CONTRACTS})
    content = path.read_bytes()
    end = content.rfind(b"PK\5\6")
    start = struct.unpack("<I", content[end + 16 : end + 20])[0]
    entry = content[start:end]
    twice = entry + entry.replace(b"a.json", b"b.json")
    tail = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 2, 2, len(twice), start, 0)
    path.write_bytes(content[:start] + twice + tail)

    assert codes(read(path)[0]) == ["R-03"]


def test_an_empty_zip_has_no_data(read, tmp_path):
    """R-01."""
    assert codes(read(make_zip(tmp_path / "x.zip", {}))[0]) == ["R-01"]


def test_nothing_to_read_gives_nothing(read, tmp_path):
    (tmp_path / "kosong").mkdir()

    assert read(tmp_path / "kosong") == []
    assert read() == []


def test_what_is_not_there_is_said(read, tmp_path):
    """R-09."""
    assert said(read(tmp_path / "tidak_ada.json")) == [("tidak_ada.json", "R-09")]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\u202efdp.exe", "a�fdp.exe"),
        ("x.pdf\r\nSet-Cookie: a=b", "x.pdf��Set-Cookie: a=b"),
        ("x.pdf\0.exe", "x.pdf�.exe"),
        ("\udcff.json", "�.json"),
        ("Laporan_Triwulan_Ⅳ.pdf", "Laporan_Triwulan_Ⅳ.pdf"),
        ("a" * 300, "a" * 240 + "…"),
    ],
)
def test_names_are_shown_without_what_steers_a_terminal(name, shown):
    assert printable(name) == shown


def test_a_folder_may_be_given_by_a_relative_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_json(tmp_path / "x.json", [make_contract()])

    [reading] = read_all([tmp_path.joinpath("x.json").relative_to(tmp_path)], out=tmp_path / "o")

    assert reading.rows == 1


def test_the_log_of_the_program_stays_quiet_when_all_is_well(read, tmp_path, caplog):
    with caplog.at_level(logging.WARNING):
        read(write_json(tmp_path / "x.json", [make_contract()]))

    assert caplog.records == []
