"""The year's page, its deviations, and the SOPs."""

import io
from contextlib import closing
from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from tolok.cycle.actions import Paper, record_outside
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.testing import make_administrator
from tolok.workflow.loading import shipped, shipped_codes
from tolok.workflow.models import Deviation
from tolok.workflow.testing import do, make_run, spoiled
from tolok.workflow.tests.pages import page, send


def test_the_years_page_says_since_when_each_step_runs_and_what_should_have_begun(
    client, coordinator, moment
):
    moment(date(2025, 1, 6))
    run = make_run(starts_on=date(2025, 1, 6))
    moment(date(2025, 1, 9))
    do(run, "KT1.i", actor=coordinator)
    moment(date(2025, 5, 3))
    client.force_login(coordinator)

    rows = {row.label: row for row in page(client, "year").context["rows"]}

    assert rows["KT1.ii"].begun_on == date(2025, 1, 9)
    assert rows["KT5 TW I"].days_overdue == 2
    assert rows["KT1.iii"].days_overdue > rows["KT1.ii"].days_overdue == 0
    assert rows["KT5 TW II"].days_overdue == 0
    assert "Tertunda" in page(client, "year").text


def test_what_was_done_outside_tolok_is_shown_or_asked_for_at_its_step(client, coordinator):
    run = make_run(at="KT1.iii")
    paper = Paper("Surat Tugas", date(2025, 1, 3), "800/1/2025", "")
    record_outside(run.fiscal_year, "KT1.i", paper, actor=coordinator)
    client.force_login(coordinator)

    shown = page(client, "year").text

    assert "03/01/2025, Surat Tugas 800/1/2025" in shown
    assert "?langkah=KT1.ii" in shown
    assert '?langkah=KT1.i"' not in shown


def test_the_year_is_exported_with_its_deviations(client, run, coordinator):
    do(run, "KT1.i", actor=coordinator)
    client.force_login(coordinator)

    with closing(page(client, "export_year")) as answer:
        book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))

    steps, deviations = (list(book[name].values) for name in ("Langkah", "Penyimpangan"))
    assert steps[1][0] == "KT1.i"
    assert steps[1][10] == "Selesai"
    assert deviations[1][:5] == ("KT1.i", "Kelengkapan", "RPJM", "ada", "belum ada")
    assert len(deviations) == 7


def test_a_year_without_a_run_has_nothing_to_export(client, coordinator):
    make_year(coordinator.offices.get().agency)
    client.force_login(coordinator)

    assert page(client, "export_year").status_code == 404


def test_the_years_page_shows_planned_and_actual_and_marks_the_current_step(
    client, run, coordinator, moment
):
    do(run, "KT1.i")
    client.force_login(coordinator)

    shown = page(client, "year").text

    assert "Langkah sekarang" in shown
    assert "KT5 TW IV" in shown
    assert 'aria-current="step"' in shown
    assert 'data-here="KT1.ii"' in shown


def test_a_year_is_set_out_from_its_page(client, coordinator):
    make_year()
    client.force_login(coordinator)

    before = page(client, "year").text
    send(client, "start_run")

    assert "Jalankan TA 2025" in before
    assert "KT1.i" in page(client, "inbox").text


def test_a_deviation_is_explained_by_its_officer(client, coordinator, moment):
    moment(date(2025, 1, 2))
    run = make_run(at="KT1.ii")
    moment(date(2025, 3, 3))
    do(run, "KT1.ii", actor=coordinator)
    client.force_login(coordinator)
    deviation = Deviation.objects.get()

    asked = page(client, "inbox").text
    send(client, "explain_deviation", deviation.pk, penjelasan="Menunggu data Renstra.")

    assert "menunggu penjelasan Anda" in asked
    assert "Menunggu data Renstra." in page(client, "year").text


def test_an_sop_without_times_says_that_lkpp_asks_for_them(client, coordinator):
    make_run(sop="jayawijaya-2020")
    client.force_login(coordinator)
    without = page(client, "year").text
    shown = {code: page(client, "sop", shipped(code).sha256).text for code in shipped_codes()}

    told = {code: "tidak menetapkan waktu baku" in text for code, text in shown.items()}

    assert "tidak menetapkan waktu baku" in without
    assert told == {"jayawijaya-2020": True, "kaltim-2024": False}


def test_the_sops_and_their_diagrams_are_shown(client, coordinator):
    client.force_login(coordinator)
    sha256 = shipped("jayawijaya-2020").sha256

    assert "kaltim-2024" in page(client, "sops").text
    assert "Penanggung Jawab Kinerja" in page(client, "sop", sha256).text
    assert page(client, "sop_diagram", sha256).content.startswith(b"<?xml")
    assert page(client, "sop", "0" * 64).status_code == 404


def test_an_administrator_publishes_another_sop_and_faults_are_named(client, db):
    make_agency()
    client.force_login(make_administrator())
    own = spoiled('name="code" value="kaltim-2024"', 'name="code" value="sop-kami"')

    refused = send(client, "publish_sop", berkas=upload(spoiled("P45D", "lama")))
    published = send(client, "publish_sop", berkas=upload(own))

    assert refused.status_code == 422
    assert "BP-15" in refused.text
    assert "KT6" in refused.text
    assert "sop-kami" in client.get(published.url).text


def test_a_coordinator_publishes_no_sop(client, coordinator):
    client.force_login(coordinator)

    assert page(client, "publish_sop").status_code == 403


def upload(content):
    return SimpleUploadedFile("sop.bpmn", content)
