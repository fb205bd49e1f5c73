"""The files look as the published ones do, awkward forms included."""

import csv
import json
from collections import Counter, defaultdict
from statistics import mean

import duckdb

from tolok.demo.generator.generate import generate
from tolok.demo.generator.order import Order
from tolok.demo.generator.quirks.files import NO_DATA

# --- Columns


def test_every_table_has_exactly_the_columns_of_the_real_one(out, shared, rows):
    real = {}
    for path in sorted((shared / "data").glob("isb-D107-*/json-*/*.json")):
        if path.stat().st_size:
            name = path.stem.split("_", 2)[2]
            for digit in "1234":
                name = name.replace(f"Ekontrak-{digit}", "Ekontrak-")
            real[name] = list(json.loads(path.read_text())[0])
    for path in (shared / "data/isb-D197-kalbar/2023").glob("RUP-Paket*.parquet"):
        real[path.stem] = duckdb.read_parquet(str(path)).columns

    generated = {
        path.stem for path in (out / "D900/2025").glob("*.json") if path.stat().st_size > 99
    }
    compared = generated & set(real)
    different = {table for table in compared if list(rows(table)[0]) != _comparable(real[table])}

    assert len(compared) >= 23
    assert not different


def own(rows):
    return [row for row in rows if row["kd_klpd"] == "D900"]


def _comparable(columns):
    return [name for name in columns if name != "_inserted_date"]  # an accident of one pull


# --- The awkward forms


def test_spmk_dates_are_english_in_two_spellings_inside_one_file(rows):
    spelled = Counter(
        " AM" in row["tgl_selesai_pekerjaan"] for row in rows("SPSE-NonTenderEkontrak-SPMKSPP")
    )

    assert min(spelled[True], spelled[False]) > 20


def test_a_repeat_keeps_the_package_code_and_gets_a_new_tender_code(rows):
    attempts = defaultdict(list)
    for row in own(rows("SPSE-TenderPengumuman")):
        attempts[row["kd_pkt_dce"]].append((row["versi_tender"], row["kd_tender"]))

    repeated = [found for found in attempts.values() if len(found) > 1]
    assert repeated
    for found in repeated:
        assert [version for version, _ in found] == list(range(1, len(found) + 1))
        assert len({code for _, code in found}) == len(found)


def test_registrants_are_many_and_bidders_few(rows):
    registered, offers = Counter(), Counter()
    for row in rows("SPSE-PesertaTender"):
        registered[row["kd_tender"]] += 1
        offers[row["kd_tender"]] += row["nilai_penawaran"] is not None

    assert 35 < mean(registered.values()) < 60
    assert mean(offers.values()) < 3


# --- Other forms


def test_csv_has_ragged_lines_where_the_truth_says_so(tmp_path):
    generate(Order(packages=600, form="csv"), tmp_path)

    truth = json.loads((tmp_path / "truth.json").read_text())
    path = tmp_path / "D900/2025/RUP-PaketSwakelola-Terumumkan.csv"
    lines = path.read_text().splitlines()
    width = len(lines[0].split(","))
    ragged = [line for line in lines if len(next(csv.reader([line]))) != width]
    assert len(ragged) == len(truth["ragged_line"]) > 0


def test_empty_files_are_zero_bytes_or_say_data_kosong(out, truth):
    for slip in truth["empty_file"]:
        path = out / slip["agency"] / str(slip["year"]) / f"{slip['table']}.json"
        assert path.read_text() == (NO_DATA if slip["key"] == NO_DATA else "")
    assert len(truth["empty_file"]) == 7


def test_parquet_is_typed_and_holds_the_same_rows(tmp_path):
    generate(Order(packages=300, form="json"), tmp_path / "json")
    generate(Order(packages=300, form="parquet"), tmp_path / "parquet")

    path = tmp_path / "parquet/D900/2025/RUP-PaketPenyedia-Terumumkan.parquet"
    plans = duckdb.read_parquet(str(path))
    types = dict(zip(plans.columns, map(str, plans.types), strict=True))
    written = tmp_path / "json/D900/2025/RUP-PaketPenyedia-Terumumkan.json"
    plain = json.loads(written.read_text())
    assert types["tgl_awal_kontrak"] == "DATE"
    assert types["tgl_pengumuman_paket"] == "TIMESTAMP"
    assert types["status_aktif_rup"] == "BOOLEAN"
    assert types["pagu"] == "BIGINT"
    assert plans.select("kd_rup").fetchall() == [(row["kd_rup"],) for row in plain]
