"""The start page: every indicator of the year, and what would make its value sure."""

import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tolok.cycle.testing import make_year
from tolok.dashboards.tests.lines import line
from tolok.measurement.explain import explain
from tolok.measurement.in_force import indicators_in_force
from tolok.measurement.models import Measurement
from tolok.measurement.testing import make_measured_agency
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.pages.groups import STAFF
from tolok.people.testing import make_user
from tolok.planning.testing import make_approved_plan
from tolok.registry.models import Snapshot
from tolok.ui.templatetags.formats import angka
from tolok.ui.testing import told

pytestmark = pytest.mark.django_db
MOST_QUERIES = 40


@pytest.fixture(scope="module")
def measured(lasting):
    return make_measured_agency()


@pytest.fixture
def agency(measured, stay):
    return measured


@pytest.fixture
def reader(agency, client):
    client.force_login(make_user(Role.COORDINATOR, agency))
    return client


def lines_of(response):
    """Every indicator's row by its code."""
    areas = response.context["overview"].areas
    return {line.shown.code: line for _, lines in areas for line in lines}


def test_every_value_on_the_page_is_the_one_its_explanation_gives(agency, reader):
    page = reader.get("/capaian/")

    snapshot = Snapshot.objects.current(agency, 2025)
    for indicator in indicators_in_force(agency, 2025):
        value = explain(snapshot, indicator).value
        shown = line(page, indicator.code)
        assert shown if value.value is None else angka(value.value, indicator.decimals) in shown
        assert lines_of(page)[indicator.code].shown.value == value


def test_the_course_of_the_year_is_told_by_quarter(reader):
    assert 'aria-label="TW I belum ada, TW II 10,00, TW III 10,00, TW IV belum ada"' in (
        reader.get("/capaian/").content.decode()
    )


def test_what_cannot_be_computed_says_what_is_needed(reader):
    assert "perlu hasil survei kepuasan (Formulir 12 sampai 14)" in line(
        reader.get("/capaian/"), "L1"
    )


def test_what_would_make_values_sure_is_listed_once_with_the_indicators_it_serves(reader):
    page = reader.get("/capaian/")

    first = page.context["overview"].tasks[0]
    assert (first.sentence, first.serves) == ("Lengkapi 1 tanggal BAST", "untuk W3 dan W4")
    assert reader.get(first.href).context["page"].rows[0].row.package == "1002"


def test_the_indicators_are_counted_by_how_sure_they_are(reader):
    tally = {
        state.name: count for state, count in reader.get("/capaian/").context["overview"].tally
    }

    assert sum(tally.values()) == 28
    assert tally["OPEN"] == 3
    assert tally["NEEDS"] == 11


def test_the_open_findings_that_touch_an_indicator_are_counted(reader):
    page = reader.get("/capaian/")

    assert line(page, "W3").endswith("1 temuan W3")
    assert line(page, "P2").endswith("2 temuan P2")
    assert "Semua 3 temuan terbuka" in told(page)


def test_the_approved_target_of_the_year_stands_beside_the_value(agency, reader):
    assert "target" not in line(reader.get("/capaian/"), "B1")

    make_approved_plan(agency, year=2025)

    page = reader.get("/capaian/")
    assert "makin tinggi target 85 %" in line(page, "B1")
    assert "Target setahun 85 %" in line(page, "W1")  # its value is not there yet
    book = openpyxl.load_workbook(
        io.BytesIO(b"".join(reader.get("/capaian/xlsx/").streaming_content))
    )
    heads, *rows = book.active.iter_rows(values_only=True)
    targets = {row[0]: row[heads.index("Target setahun")] for row in rows}
    assert (targets["B1"], targets["D1"]) == ("85\u00a0%", None)


def test_the_year_before_stands_beside_where_it_was_measured(agency, reader):
    before = Snapshot.objects.current(agency, 2025)
    make_year(agency, 2026)
    Snapshot.objects.create(
        agency=agency,
        year=2026,
        sha256=before.sha256,
        packages=before.packages,
        because="uji",
        derived=before.derived,
    )

    page = reader.get("/capaian/", {"tahun": "2026"})

    assert "Setahun lalu" in told(page)
    assert "10,00 tetap" in line(page, "B1")


def test_the_table_is_taken_along_as_a_workbook(reader):
    response = reader.get("/capaian/xlsx/")

    book = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    rows = {row[0]: row for row in book.active.iter_rows(min_row=2, values_only=True)}
    assert len(rows) == 28
    assert rows["B1"][3:8] == (10, "%", 10, 10, "Pasti")
    assert rows["W3"][5:7] == (50, 100)
    assert rows["L1"][3] is None
    assert 'filename="capaian-X101-2025.xlsx"' in response["Content-Disposition"]


def test_without_data_there_is_no_table_to_take_along(client):
    client.force_login(make_user(Role.COORDINATOR, make_year(make_agency("X202")).agency))

    assert client.get("/capaian/xlsx/").status_code == 404


def test_before_the_first_import_the_page_says_what_to_do(client):
    client.force_login(make_user(Role.COORDINATOR, make_year(make_agency("X202")).agency))

    page = told(client.get("/capaian/"))

    assert "Belum ada data tahun ini" in page
    assert "Impor berkas" in page


def test_an_agency_without_a_year_is_told_who_opens_one(client):
    client.force_login(make_user(Role.COORDINATOR, make_agency("X202")))

    assert "Belum ada tahun kinerja" in told(client.get("/capaian/"))


def test_nothing_of_another_agency_is_shown(agency, client):
    client.force_login(make_user(Role.COORDINATOR, make_year(make_agency("X202")).agency))

    assert "Belum ada data tahun ini" in told(client.get("/capaian/"))
    assert client.get("/capaian/", {"instansi": agency.code}).status_code == 404


@pytest.mark.parametrize("role", sorted(STAFF))
def test_every_role_may_open_it(agency, client, role):
    client.force_login(make_user(role, agency))

    assert client.get("/capaian/").status_code == 200


def test_a_respondent_may_not(agency, client):
    client.force_login(make_user(Role.PPK, agency))

    assert client.get("/capaian/").status_code == 403


def test_values_are_measured_once_and_the_page_asks_few_questions(reader):
    reader.get("/capaian/")

    with CaptureQueriesContext(connection) as asked:
        reader.get("/capaian/")

    assert len(asked) <= MOST_QUERIES
    assert Measurement.objects.count() == 1
    assert not [one for one in asked if one["sql"].startswith(("INSERT", "UPDATE"))]
