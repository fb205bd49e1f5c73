"""The real sample files beside the project: recognised, whole, and typed."""

import subprocess
import sys
from collections import Counter

import duckdb
import pytest

from tolok.registry.reading import read_all
from tolok.registry.tables import pull_columns, tables

KALBAR = {
    "RUP-PaketPenyedia-Terumumkan": 4396,
    "RUP-PaketSwakelola-Terumumkan": 3476,
    "RUP-StrukturAnggaranPD": 86,
    "SPSE-NonTenderEkontrak-BAPBAST": 94,
    "SPSE-NonTenderEkontrak-Kontrak": 504,
    "SPSE-NonTenderEkontrak-SPMKSPP": 459,
    "SPSE-NonTenderEkontrak-SPPBJ": 502,
    "SPSE-NonTenderPengumuman": 879,
    "SPSE-NonTenderSelesai": 621,
    "SPSE-PencatatanNonTender": 970,
    "SPSE-PencatatanNonTenderRealisasi": 2339,
    "SPSE-PencatatanSwakelola": 237,
    "SPSE-PesertaTender": 15061,
    "SPSE-TenderEkontrak-BAPBAST": 2,
    "SPSE-TenderEkontrak-Kontrak": 84,
    "SPSE-TenderEkontrak-SPMKSPP": 61,
    "SPSE-TenderEkontrak-SPPBJ": 83,
    "SPSE-TenderPengumuman": 306,
    "SPSE-TenderSelesai": 252,
    "SPSE-TenderSelesaiNilai": 251,
}
BANDUNG_CSV = {
    "BELANJA.csv": ("RUP-StrukturAnggaranPD", 165),
    "INSTANSI.csv": ("RUP-MasterSatker", 165),
    "JASA FALSE.csv": ("RUP-ProgramMaster", 409),
    "JASA FALSE 2.csv": ("RUP-SubKegiatanMaster", 3949),
    "JASA FALSE 3.csv": ("RUP-KegiatanMaster", 1150),
    "MBIZ 2.csv": ("Bela-TokoDaringRealisasi", 2),
    "NON TENDER.csv": ("SPSE-PencatatanNonTenderRealisasi", 556),
    "NON TENDER 2.csv": ("SPSE-PencatatanNonTender", 428),
    "NON TENDER 3.csv": ("SPSE-NonTenderSelesai", 2130),
    "NON TENDER 4.csv": ("SPSE-NonTenderPengumuman", 2577),
    "NON TENDER 5.csv": ("SPSE-NonTenderEkontrak-SPPBJ", 1468),
    "NON TENDER 6.csv": ("SPSE-NonTenderEkontrak-SPMKSPP", 1083),
    "NON TENDER 7.csv": ("SPSE-NonTenderEkontrak-Kontrak", 1178),
    "NON TENDER 8.csv": ("SPSE-NonTenderEkontrak-BAPBAST", 1371),
    "NON TENDER 9.csv": ("SPSE-JadwalTahapanNonTender", 12885),
    "SATKER LIST.csv": ("Ecat-InstansiSatker", 336),
    "SWAKELOLA 2.csv": ("SPSE-PencatatanSwakelola", 209),
    "SWAKELOLA 3.csv": ("RUP-PaketSwakelola-Terumumkan", 5524),
    "TENDER.csv": ("SPSE-TenderSelesaiNilai", 78),
    "TENDER 2.csv": ("SPSE-TenderSelesai", 70),
    "TENDER 3.csv": ("SPSE-TenderPengumuman", 93),
    "TENDER 4.csv": ("SPSE-TenderEkontrak-SPPBJ", 47),
    "TENDER 5.csv": ("SPSE-TenderEkontrak-SPMKSPP", 45),
    "TENDER 7.csv": ("SPSE-PesertaTender", 4352),
    "TENDER 8.csv": ("SPSE-JadwalTahapanTender", 1440),
    "V6.csv": ("Ecat-PaketEPurchasingV6", 639),
}
KEMNAKER = {
    "jadwal-tahapan-tender_2023.xlsx": ("SPSE-JadwalTahapanTender", 2955),
    "paket-e-purchasing-archive_2025.xlsx": ("Ecat-PaketEPurchasing", 143),
    "pengumuman_2023.xlsx": ("SPSE-TenderPengumuman", 148),
    "peserta-tender_2023.xlsx": ("SPSE-PesertaTender", 2869),
    "tender-ekontrak-kontrak_2023.xlsx": ("SPSE-TenderEkontrak-Kontrak", 226),
    "tender-selesai-nilai_2023.xlsx": ("SPSE-TenderSelesaiNilai", 145),
}
LISTS = {"kota-samarinda.json": 2471, "prov-kaltim.json": 7347}
RAGGED = {"SWAKELOLA 2.csv": 1, "SWAKELOLA 3.csv": 13}


@pytest.fixture(scope="module")
def read(shared, tmp_path_factory):
    def reading(folder):
        found = read_all([shared / "data" / folder], out=tmp_path_factory.mktemp("out"))
        return {reading.path.split("/", 1)[1]: reading for reading in found}

    return reading


@pytest.fixture(scope="module")
def bandung(read):
    """One agency's year, and the same one week later."""
    folder = "isb-D107-kab-bandung-2025"
    return read(f"{folder}/json-2025-10-03"), read(f"{folder}/csv-2025-10-10")


@pytest.mark.slow
def test_a_province_year_is_read_whole(read):
    found = read("isb-D197-kalbar/2023")

    assert {reading.table: reading.rows for reading in found.values()} == KALBAR
    assert {reading.source for reading in found.values()} == {"isb"}
    assert [problem for reading in found.values() for problem in reading.problems] == []
    assert [refusal for reading in found.values() for refusal in reading.refused] == []


def test_file_names_lie_and_headers_do_not(bandung):
    """Quirk 17."""
    _, later = bandung

    assert {path: (found.table, found.rows) for path, found in later.items()} == BANDUNG_CSV


@pytest.mark.slow
def test_torn_rows_are_refused_one_by_one(bandung):
    """R-10, quirk 17."""
    _, later = bandung

    refused = {path: found.refused for path, found in later.items() if found.refused}
    assert {path: len(refusals) for path, refusals in refused.items()} == RAGGED
    assert {r.problem.rule for refusals in refused.values() for r in refusals} == {"R-10"}


def test_a_service_without_data_is_no_failure(bandung):
    """R-01."""
    earlier, _ = bandung

    empty = [found for found in earlier.values() if not found.table]
    assert Counter(problem.rule for found in empty for problem in found.problems) == {"R-01": 7}
    assert len(earlier) == 33


@pytest.mark.parametrize(
    ("table", "column", "new_gone_and_changed"),
    [
        ("SPSE-TenderPengumuman", "status_tender", (1, 0, 2)),
        ("SPSE-NonTenderPengumuman", "status_nontender", (191, 0, 289)),
        ("Ecat-PaketEPurchasingV6", "status_pkt", (34, 1, 5)),
    ],
)
def test_a_week_later_in_another_format_only_changes_have_changed(
    bandung, table, column, new_gone_and_changed
):
    """Quirk 18, and R-19: JSON and CSV of one row read alike."""
    assert difference(bandung, table, column) == new_gone_and_changed


@pytest.mark.parametrize(
    "table",
    ["RUP-SubKegiatanMaster", "RUP-ProgramMaster", "RUP-MasterSatker", "SPSE-TenderSelesai"],
)
def test_what_did_not_change_reads_alike_in_both_formats(bandung, table):
    """R-19."""
    columns = {column.name for column in tables()[table].columns} - pull_columns()

    assert [name for name in sorted(columns) if difference(bandung, table, name)[2]] == []


def difference(pulls, table, column):
    """Rows that are new, gone, and changed in a column, by the table's key."""
    earlier, later = (
        next(found.parquet for found in pull.values() if found.table == table) for pull in pulls
    )
    key = ", ".join(tables()[table].key)
    with duckdb.connect() as session:
        [counts] = session.execute(
            f"""SELECT count(*) FILTER (a._baris IS NULL), count(*) FILTER (b._baris IS NULL),
                  count(*) FILTER (a._baris IS NOT NULL AND b._baris IS NOT NULL
                    AND a."{column}" IS DISTINCT FROM b."{column}")
                FROM read_parquet($earlier) a FULL JOIN read_parquet($later) b USING ({key})""",
            {"earlier": str(earlier), "later": str(later)},
        ).fetchall()
    return counts


def test_the_newer_service_is_read_as_spreadsheets(read):
    """Quirk 19: the sheet of metadata is said, not read."""
    found = read("inaproc-v1-K34-xlsx")

    assert {path: (reading.table, reading.rows) for path, reading in found.items()} == KEMNAKER
    assert {reading.source for reading in found.values()} == {"inaproc"}
    assert {problem.rule for reading in found.values() for problem in reading.problems} == {"R-09"}


def test_the_public_lists_are_read(read):
    """R-20, quirk 20: every rounded amount is read, a fifth of the titles are repeats."""
    found = read("spse-lists")

    assert {path: reading.rows for path, reading in found.items()} == LISTS
    assert not any(reading.refused for reading in found.values())
    [(repeats, years, amounts, contracts)] = duckdb.execute(
        """SELECT sum(tender_ulang), count(tahun_anggaran), count(hps), count(nilai_kontrak)
           FROM read_parquet($path)""",
        {"path": str(found["prov-kaltim.json"].parquet)},
    ).fetchall()
    assert (repeats, years) == (1186 + 358, 7347 - 205)
    assert (amounts, contracts) == (7347, 589)


@pytest.mark.parametrize("folder", ["likert", "national", "ocds"])
def test_files_of_other_worlds_are_refused_politely(read, folder):
    """R-04, quirk 22."""
    found = read(folder)

    assert {reading.table for reading in found.values()} == {""}
    rules = {problem.rule for reading in found.values() for problem in reading.problems}
    assert rules <= {"R-01", "R-02", "R-03", "R-04", "R-14"}


@pytest.mark.slow
def test_hostile_files_bring_nothing_down(shared, tmp_path):
    """The 76 files of the crafted corpus, bombs among them; and the corpora of bad texts."""
    script = shared / "tools" / "make_crafted.py"
    crafted = tmp_path / "crafted"
    subprocess.run([sys.executable, script, crafted], check=True, capture_output=True)  # noqa: S603

    found = read_all([crafted, shared / "data" / "bad"], out=tmp_path / "out")

    assert len(found) >= 76
    assert {reading.table for reading in found} == {""}
    silent = [reading.path for reading in found if not reading.problems]
    assert silent == []
    by_name = {reading.path.split("/")[-1]: reading.problems[0].rule for reading in found}
    assert by_name["bomb_1GiB_one_cell.xlsx"] == "R-07"
    assert by_name["sparse_last_cell.xlsx"] == "R-08"
    assert by_name["zip_overlap_2000x10MB.xlsx"] == "R-07"
    assert by_name["billion_laughs_sst.xlsx"] == "R-03"
    assert by_name["html_named.xls"] == "R-02"
