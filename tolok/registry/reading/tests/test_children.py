"""Whatever a file does, it does to its child: the parent and the other files go on."""

import logging
import resource
import zipfile

import psutil
import pytest

from tolok.registry.reading import read_all
from tolok.registry.reading.children import Ending, ReadingServer
from tolok.registry.reading.jobs import Job
from tolok.registry.reading.limits import DEFAULT, MIB, Limits
from tolok.registry.reading.results import read_results
from tolok.registry.reading.testing import (
    as_rows,
    codes,
    make_contract,
    write_json,
    write_sheets,
)

SHEET = "xl/worksheets/sheet1.xml"
XML = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'


@pytest.fixture(autouse=True)
def _no_noise(caplog):
    caplog.set_level(logging.CRITICAL, "tolok.registry.reading")


@pytest.fixture
def good(tmp_path):
    return write_json(tmp_path / "zz_baik.json", [make_contract()])


def make_hostile(path, sheet):
    """A workbook whose only sheet is this XML."""
    write_sheets(path, {"Data": as_rows([make_contract()])})
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (parts | {SHEET: XML % sheet}).items():
            archive.writestr(name, content)
    return path


def test_a_child_that_is_refused_memory_is_told_of_and_the_rest_is_read(tmp_path, good):
    """R-08: two cells at the corners of a sheet make a table of 17 milliards."""
    here = b'<row r="1"><c r="A1"><v>1</v></c></row>'
    far = here + b'<row r="1048576"><c r="XFD1048576"><v>9</v></c></row>'
    path = make_hostile(tmp_path / "sudut.xlsx", far)

    bad, fine = read_all([path, good], out=tmp_path / "out")

    assert (codes(bad), bad.failed, fine.rows) == (["R-08"], True, 1)
    assert bad.problems[0].where == "sudut.xlsx"
    assert "simpan ulang" in bad.problems[0].message


def test_a_child_that_grows_too_large_is_ended(tmp_path):
    """R-08: watched from outside, whatever the address space allows."""
    rows = [make_contract(catatan="x" * 500, kd_tender=at) for at in range(10_000)]
    path = write_json(tmp_path / "besar.json", rows)

    [bad] = read_all([path], out=tmp_path / "out", limits=Limits(memory_bytes=30 * MIB))

    assert (codes(bad), bad.parquet) == (["R-08"], None)
    assert "memori" in bad.problems[0].message


def test_a_child_that_takes_too_long_is_ended(tmp_path):
    """R-08."""
    rows = [make_contract(kd_tender=at) for at in range(10_000)]
    path = write_json(tmp_path / "lama.json", rows)
    limits = Limits(cpu_seconds=0, bytes_for_one_more_second=1 << 40)

    [bad] = read_all([path], out=tmp_path / "out", limits=limits)

    assert codes(bad) == ["R-08"]
    assert "waktu" in bad.problems[0].message


def test_a_child_may_not_fill_the_disk(tmp_path, good):
    """R-08."""
    rows = [make_contract(kd_tender=at) for at in range(2_000)]
    path = write_json(tmp_path / "panjang.json", rows)

    bad, fine = read_all([path, good], out=tmp_path / "out", limits=Limits(file_bytes=50_000))

    assert (codes(bad), fine.rows) == (["R-08"], 1)


def test_the_parent_stays_small_whatever_is_read(tmp_path):
    rows = [make_contract(catatan="x" * 500, kd_tender=at) for at in range(8_000)]
    path = write_json(tmp_path / "besar.json", rows)
    del rows
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    [reading] = read_all([path], out=tmp_path / "out")

    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert reading.rows == 8_000
    assert grown * 1024 < 10 * MIB


def test_a_server_that_was_ended_is_started_again(tmp_path, good):
    job = Job(good, "baik.json", tmp_path, 0, DEFAULT)
    others = set(psutil.Process().children())
    with (tmp_path / "log").open("wb") as log:
        server = ReadingServer(log)
        for process in set(psutil.Process().children()) - others:
            process.kill()
            process.wait()

        ending = server.run(job)
        server.close()

    assert ending is Ending.DONE
    assert read_results(job.results).readings[0].rows == 1


def test_no_process_is_left_behind(tmp_path, good):
    before = psutil.Process().children(recursive=True)  # a browser of other tests

    read_all([good], out=tmp_path / "out")

    assert psutil.Process().children(recursive=True) == before


def test_empty_rows_cost_nothing(tmp_path):
    rows = b"".join(b'<row r="%d"/>' % at for at in range(1, 200_001))
    path = make_hostile(tmp_path / "kosong.xlsx", rows)

    [reading] = read_all([path], out=tmp_path / "out")

    assert reading.failed or codes(reading)


def test_a_dimension_that_lies_is_not_believed(tmp_path):
    path = write_sheets(tmp_path / "x.xlsx", {"Data": as_rows([make_contract()])})
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[SHEET] = parts[SHEET].replace(b'ref="A1:H2"', b'ref="A1:XFD1048576"')
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)

    [reading] = read_all([path], out=tmp_path / "out")

    assert (reading.table, reading.rows) == ("SPSE-TenderEkontrak-Kontrak", 1)


def test_the_order_is_the_users_however_many_children_there_are(tmp_path):
    paths = [write_json(tmp_path / f"{at}.json", [make_contract()] * (9 - at)) for at in range(6)]

    readings = read_all(paths, out=tmp_path / "out", limits=Limits(children=3))

    assert [found.path for found in readings] == [f"{at}.json" for at in range(6)]
    assert [found.rows for found in readings] == [9 - at for at in range(6)]
