"""The rows behind a value, on the page and as files."""

import io
import json
from decimal import Decimal

import openpyxl
import pytest

from tolok.cycle.testing import make_year
from tolok.measurement import rows_page
from tolok.measurement.explain import explain
from tolok.measurement.in_force import indicators_in_force
from tolok.measurement.models import Measurement
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.registry.corrections.actions import accept, propose_correction, propose_exclusion
from tolok.registry.models import Package, Snapshot
from tolok.ui.testing import told

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague(agency):
    return make_user(Role.DATA_PROCESSOR, agency)


def rows(reader, code="B1", **query):
    return reader.get(f"/indikator/{code}/baris/", query)


def listed(page):
    return [one.row.package for one in page.context["page"].rows]


def body(response):
    return b"".join(response.streaming_content)


def test_each_package_stands_with_what_it_adds_its_facts_and_its_sources(reader):
    page = told(rows(reader))

    assert "Pembangunan Gedung 1001 Dinas Contoh, kode 1001" in page
    assert "SPSE-TenderPengumuman.json, baris 1" in page
    assert "Rp1.000.000.000,00 Rp900.000.000,00 100.000.000,00 1.000.000.000,00" in page


def test_the_rows_add_up_to_the_value(reader):
    page = rows(reader)

    value = page.context["page"].shown.value
    used = [one.row for one in page.context["page"].rows]
    assert sum(row.numerator for row in used) == value.numerator == 150_000_000
    assert sum(row.denominator for row in used) == value.denominator == 1_500_000_000
    assert "Jumlah seluruh 2 baris 150.000.000,00 1.500.000.000,00" in told(page)


@pytest.mark.parametrize(
    ("query", "packages"),
    [
        ({"tw": "3"}, ["1002"]),
        ({"tw": "4"}, []),
        ({"satker": "1.01.01."}, ["1001"]),
        ({"metode": "Tender"}, ["1001", "1002"]),
        ({"metode": "Seleksi"}, []),
        ({"satker": "1.01.01.", "tw": "3"}, []),
        ({"tw": "tanpa tanggal"}, []),
        ({"tw": "sembarang"}, ["1001", "1002"]),
    ],
)
def test_a_group_has_its_own_value_and_rows(reader, query, packages):
    page = rows(reader, **query)

    assert listed(page) == packages
    assert page.context["page"].shown.value.rows == len(packages)


def test_rows_left_out_stand_with_the_reason(reader):
    page = rows(reader, "W3", lihat="tidak-dihitung")

    assert listed(page) == ["1002"]
    assert "Tanggal BAST belum ada" in told(page)


def test_rows_not_settled_stand_with_what_to_do(reader):
    assert "Lengkapi tanggal BAST" in told(rows(reader, "W3", lihat="belum-pasti"))
    assert listed(rows(reader, "W3", lihat="belum-pasti", fakta="tgl_bast")) == ["1002"]
    assert listed(rows(reader, "W3", lihat="belum-pasti", fakta="hps")) == []


def test_the_parts_are_counted_beside_each_other(reader):
    labels = [choice.label for choice in rows(reader, "W3").context["page"].choices]

    assert labels == ["Dihitung 1", "Tidak dihitung 1", "Belum pasti 1"]


def test_a_corrected_fact_shows_the_published_value_beside_it(agency, reader, colleague):
    package = Package.objects.get(code="1001")
    correction = propose_correction(
        package, "nilai_kontrak", "800000000", reason="Salah ketik", actor=colleague
    )
    accept(correction, actor=make_user(Role.COORDINATOR, agency))

    page = told(rows(reader))

    assert "Rp900.000.000,00 Rp800.000.000,00 Dikoreksi 200.000.000,00" in page


def test_a_package_taken_out_is_left_out_with_the_reason_of_the_person(agency, reader, colleague):
    package = Package.objects.get(code="1001")
    exclusion = propose_exclusion(package, "B1", reason="Kontrak payung", actor=colleague)
    accept(exclusion, actor=make_user(Role.COORDINATOR, agency))

    assert listed(rows(reader)) == ["1002"]
    assert "Dikecualikan: Kontrak payung" in told(rows(reader, lihat="tidak-dihitung"))
    assert "dikecualikan dengan alasan" in told(reader.get("/indikator/B1/"))


def test_thousands_of_rows_are_paged_and_every_page_tells_the_whole_sum(reader, monkeypatch):
    monkeypatch.setattr(rows_page, "ROWS_A_PAGE", 1)

    pages = [rows(reader, halaman=str(number)) for number in (1, 2)]

    assert [listed(page) for page in pages] == [["1001"], ["1002"]]
    assert all("Jumlah seluruh 2 baris 150.000.000,00" in told(page) for page in pages)


@pytest.mark.slow
def test_pages_agree_with_the_explanation_for_every_indicator(agency, reader):
    snapshot = Snapshot.objects.current(agency, 2025)

    for indicator in indicators_in_force(agency, 2025):
        found = explain(snapshot, indicator)
        used = rows(reader, indicator.code).context["page"]
        rest = rows(reader, indicator.code, lihat="tidak-dihitung").context["page"]
        unsettled = rows(reader, indicator.code, lihat="belum-pasti").context["page"]
        assert sorted(one.row.package for one in used.rows) == sorted(
            row.package for row in found.rows
        )
        assert {(one.row.package, one.row.reason) for one in rest.rows} == {
            (row.package, row.reason) for row in found.left_out
        }
        assert [one.row for one in unsettled.rows] == list(found.open)
        assert used.summary.open == len(found.open)


def test_the_workbook_computes_the_same_value(reader):
    response = reader.get("/indikator/B1/baris/xlsx/", {"satker": "1.02.01."})

    book = openpyxl.load_workbook(io.BytesIO(body(response)))
    assert [row[0].value for row in book["Baris"].iter_rows(min_row=2)] == ["1002"]
    assert any(str(cell.value).startswith("=SUM(") for cell in book["Nilai"]["B"])
    assert 'filename="B1-X101-2025-1.02.01..xlsx"' in response["Content-Disposition"]


def test_the_json_holds_rows_with_file_and_row(reader):
    response = reader.get("/indikator/B1/baris/json/")

    result = json.loads(body(response), parse_float=Decimal)
    assert result["value"] == 10
    assert [row["package"] for row in result["rows"]] == ["1001", "1002"]
    assert {"file": "SPSE-TenderSelesaiNilai.json", "row": 1} in result["rows"][0]["sources"]


@pytest.mark.parametrize("page", ["/capaian/", "/indikator/B1/", "/indikator/B1/baris/"])
def test_a_damaged_snapshot_is_told_and_never_measured(agency, reader, page):
    Measurement.objects.all().delete()
    Snapshot.objects.filter(agency=agency).update(sha256="0" * 64)  # of no file that is there

    response = reader.get(page)

    assert response.status_code == 422
    assert "M-01" in told(response)


@pytest.mark.parametrize("page", ["", "xlsx/", "json/"])
def test_another_agencys_rows_do_not_exist(agency, client, page):
    client.force_login(make_user(Role.COORDINATOR, make_year(make_agency("X202")).agency))

    assert client.get(f"/indikator/B1/baris/{page}").status_code == 404
    assert client.get(f"/indikator/B1/baris/{page}?instansi={agency.code}").status_code == 404


@pytest.mark.parametrize("page", ["", "xlsx/", "json/"])
def test_a_respondent_may_not_and_a_stranger_signs_in_first(agency, client, page):
    assert client.get(f"/indikator/B1/baris/{page}").url.startswith("/masuk/")

    client.force_login(make_user(Role.PPK, agency))
    assert client.get(f"/indikator/B1/baris/{page}").status_code == 403
