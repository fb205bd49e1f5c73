"""The pages, as people of several offices open them."""

import io
from contextlib import closing
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from tolok.archive.models import Paper
from tolok.archive.testing import make_paper
from tolok.cycle.testing import make_year
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_administrator, make_office, make_person, make_user
from tolok.scans.testing import picture
from tolok.workflow.actions import Missing, add_file, complete_task, meet_requirement, return_task
from tolok.workflow.loading import shipped
from tolok.workflow.models import Deviation, Task
from tolok.workflow.suggesting import document_named
from tolok.workflow.testing import AFile, do, make_run, spoiled, task_at


def page(client, name, *args, **query):
    return client.get(reverse(f"workflow:{name}", args=args), query)


def send(client, name, *args, **data):
    return client.post(reverse(f"workflow:{name}", args=args), data)


def text(response):
    return response.content.decode()


@pytest.fixture
def run(coordinator, moment):
    moment(date(2025, 1, 6))
    return make_run()


def test_the_inbox_says_what_why_by_when_and_what_comes_out(client, run, coordinator):
    client.force_login(coordinator)

    shown = text(page(client, "inbox"))

    assert "KT1.i" in shown
    assert "Koordinator menerima penugasan dari Ketua Tim Kematangan UKPBJ" in shown
    assert "4 Februari 2025, 23.59 WIB" in shown
    assert "Surat Tugas" in shown
    assert "TA 2025" in shown


def test_an_inbox_holds_only_what_lies_with_ones_offices(client, run, head):
    client.force_login(head)

    mine, others = page(client, "inbox"), page(client, "inbox", kotak="lain")

    assert "Tidak ada tugas untuk Anda" in text(mine)
    assert "KT1.i" in text(others)


def test_an_acting_officers_inbox_is_that_of_the_one_stood_in_for(client, run, head):
    at = make_run(year=2026, at="KT1.vi")
    stand_in = make_person("plh@contoh.id")
    office = head.offices.get()
    make_office(stand_in, Role.KETUA_TIM, at.agency, acting="Plh.", stands_in_for=office)

    client.force_login(stand_in)
    taken = text(page(client, "inbox"))
    client.force_login(head)
    left = text(page(client, "inbox"))

    assert "KT1.vi" in taken
    assert "Tidak ada tugas untuk Anda" in left


def test_what_was_handed_to_the_one_who_is_away_lies_with_the_acting_officer(client, head):
    task = task_at(make_run(year=2026, at="KT1.vi"), "KT1.vi")
    task.person = head
    task.save()
    stand_in = make_person("plh@contoh.id")
    office = head.offices.get()
    make_office(stand_in, Role.KETUA_TIM, task.agency, acting="Plh.", stands_in_for=office)
    client.force_login(stand_in)

    assert "KT1.vi" in text(page(client, "inbox"))
    assert "KT1.vi" not in text(page(client, "inbox", kotak="unit"))


def test_a_year_that_was_opened_and_not_started_is_named_to_the_coordinator(
    client, run, coordinator, head
):
    make_year(run.agency, 2026)
    client.force_login(coordinator)
    told = text(page(client, "inbox"))
    client.force_login(head)

    assert "Jalankan TA 2026" in told
    assert "Jalankan TA 2025" not in told
    assert "Jalankan" not in text(page(client, "inbox"))


def test_a_task_left_over_in_a_closed_year_lies_in_no_inbox(client, run, coordinator):
    run.fiscal_year.status, run.fiscal_year.closed_at = "closed", run.started_at
    run.fiscal_year.save()
    client.force_login(coordinator)

    assert "KT1.i" not in text(page(client, "inbox"))


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
    assert "Tertunda" in text(page(client, "year"))


def test_a_decision_reaches_the_substitute_of_who_wrote_what_is_decided(
    client, coordinator, moment
):
    moment(date(2025, 1, 6))
    run = make_run(at="KT1.v")
    substitute = make_user(Role.PPK, run.agency)
    make_office(coordinator, Role.KETUA_TIM, run.agency, substitute=substitute)
    client.force_login(substitute)
    before = text(page(client, "inbox"))

    do(run, "KT1.v", actor=coordinator)

    assert "Tidak ada tugas untuk Anda" in before
    assert "KT1.vi" in text(page(client, "inbox"))


def test_a_task_lists_its_open_points_and_is_then_completed(client, run, coordinator):
    client.force_login(coordinator)
    task = task_at(run, "KT1.i")

    refused = send(client, "complete_task", task.pk)
    for item in task.items.needed():
        send(client, "meet_requirement", item.pk, cara="missing", alasan="menunggu penetapan")
    done = send(client, "complete_task", task.pk)

    assert refused.status_code == 422
    assert "TG-05" in text(refused)
    assert done.url == task.get_absolute_url()
    assert task_at(run, "KT1.ii")


def test_a_requirement_is_met_by_an_uploaded_scan(client, run, coordinator):
    client.force_login(coordinator)
    item = task_at(run, "KT1.i").items.needed().first()
    scan = SimpleUploadedFile("renstra.png", picture())

    answer = send(client, "meet_requirement", item.pk, cara="file", berkas=scan, konsep="on")
    item.refresh_from_db()
    with closing(page(client, "item_file", item.pk)) as file:
        disposition = file["Content-Disposition"]

    assert answer.status_code == 302
    assert (item.met, item.file_name) == ("draft", "renstra.png")
    assert disposition.startswith("attachment")


def test_the_issued_paper_a_requirement_names_is_proposed_and_an_answer_stands_in_the_form(
    client, coordinator, moment
):
    moment(date(2025, 3, 3))
    run = make_run(at="KT2")
    plan = make_paper("F3", Paper.Status.ISSUED, year=2025)
    item = task_at(run, "KT2").items.needed().first()
    client.force_login(coordinator)

    proposed = text(page(client, "meet_requirement", item.pk))
    meet_requirement(item, Missing("menunggu tanda tangan"), actor=coordinator)
    answered = text(page(client, "meet_requirement", item.pk))

    assert f'value="{plan.pk}" selected' in proposed
    assert "Tampaknya yang dimaksud" in proposed
    assert "menunggu tanda tangan" in answered


@pytest.mark.parametrize(
    ("requirement", "document"),
    [
        ("Dokumen Perencanaan Kinerja", "F3"),
        ("Perencanaan kinerja", "F3"),
        ("Laporan kinerja pengadaan", "F15"),
        ("Laporan kinerja per paket", "LAP-PAKET"),
        ("Laporan Pencapaian Kinerja", "LAP-CAPAIAN"),
        ("Template data kinerja", "TEMPLATE-DATA"),
        ("RPJM", ""),
        ("Arahan prioritas pimpinan", ""),
    ],
)
def test_a_requirement_is_known_by_the_words_of_a_documents_title(requirement, document):
    assert document_named(requirement) == document


def test_the_chosen_answer_must_be_filled(client, run, coordinator):
    client.force_login(coordinator)
    item = task_at(run, "KT1.i").items.needed().first()

    answer = send(client, "meet_requirement", item.pk, cara="missing")

    assert answer.status_code == 422
    assert "Masih kosong" in text(answer)


def test_a_leader_returns_with_pinned_notes_and_the_resubmission_shows_them(
    client, coordinator, head
):
    run = make_run(at="KT1.vi")
    client.force_login(head)

    send(
        client,
        "return_task",
        task_at(run, "KT1.vi").pk,
        alasan="Belum lengkap",
        catatan="Target B1 TW II: terlalu rendah\nRapikan bab II",
    )
    client.force_login(coordinator)
    shown = text(page(client, "task", task_at(run, "KT1.ii").pk))

    assert "Target B1 TW II" in shown
    assert "Rapikan bab II" in shown
    assert "Belum lengkap" in shown


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


def test_a_resubmission_shows_what_was_met_otherwise_and_what_was_added(client, coordinator, head):
    run = make_run(at="KT6")
    processor = make_user(Role.DATA_PROCESSOR)
    do(run, "KT6", actor=processor)
    leader = make_user(Role.KEPALA_UKPBJ)
    return_task(task_at(run, "KT7"), actor=leader, reason="Data kurang")
    task = task_at(run, "KT6")
    for number, item in enumerate(task.items.needed()):
        by = AFile("f4.pdf") if number == 0 else Missing("belum tersedia")
        meet_requirement(item, by, actor=processor)
    add_file(task, AFile("sanggahan.pdf"), actor=processor, note="jawaban Pokja")
    complete_task(task, actor=processor)
    client.force_login(leader)

    shown = text(page(client, "task", task_at(run, "KT7").pk))

    assert "Data kurang" in shown
    assert "belum ada: belum tersedia" in shown  # what it was before
    assert "Berkas: f4.pdf (aaaaaaaa)" in shown
    assert "sanggahan.pdf jawaban Pokja" in shown
    assert shown.count('<span class="new wrap">') == 2


def test_a_decision_on_paper_is_keyed_in_with_its_scan(client, coordinator, moment):
    moment(date(2025, 1, 6))
    run = make_run(at="KT1.vi")
    client.force_login(coordinator)

    answer = send(
        client,
        "record_paper_decision",
        task_at(run, "KT1.vi").pk,
        keputusan="approved",
        penanda_tangan="Dra. Contoh",
        jabatan="Ketua Tim Kematangan",
        tanggal="06/01/2025",
        kode="R-1",
        pindaian=SimpleUploadedFile("lembar.png", picture()),
    )

    assert answer.status_code == 302
    done = run.tasks.done().get()
    assert "Dra. Contoh" in text(page(client, "task", done.pk))
    with closing(page(client, "paper_decision_file", done.paper_decision.pk)) as file:
        assert file.status_code == 200


def test_other_agencies_tasks_do_not_exist(client, run):
    client.force_login(make_user(Role.COORDINATOR, make_agency("D999")))
    task = task_at(run, "KT1.i")

    assert page(client, "task", task.pk).status_code == 404
    assert send(client, "complete_task", task.pk).status_code == 404
    assert page(client, "meet_requirement", task.items.first().pk).status_code == 404


def test_an_auditor_reads_and_changes_nothing(client, run):
    client.force_login(make_user(Role.AUDITOR))
    task = task_at(run, "KT1.i")

    assert page(client, "task", task.pk).status_code == 200
    assert send(client, "complete_task", task.pk).status_code == 403


def test_a_stranger_is_sent_to_sign_in(client, run):
    assert "masuk" in page(client, "inbox").url


def test_what_a_form_does_not_ask_for_is_not_taken(client, run, coordinator):
    client.force_login(coordinator)
    task = task_at(run, "KT1.i")

    send(client, "set_due", task.pk, batas="01/01/2030", status="done", role="auditor")

    task.refresh_from_db()
    assert (task.status, task.role) == ("ready", "coordinator")


def test_the_years_page_shows_planned_and_actual_and_marks_the_current_step(
    client, run, coordinator, moment
):
    do(run, "KT1.i")
    client.force_login(coordinator)

    shown = text(page(client, "year"))

    assert "Langkah sekarang" in shown
    assert "KT5 TW IV" in shown
    assert 'aria-current="step"' in shown
    assert 'data-here="KT1.ii"' in shown


def test_a_year_is_set_out_from_its_page(client, coordinator):
    make_year()
    client.force_login(coordinator)

    before = text(page(client, "year"))
    send(client, "start_run")

    assert "Jalankan TA 2025" in before
    assert "KT1.i" in text(page(client, "inbox"))


def test_a_deviation_is_explained_by_its_officer(client, coordinator, moment):
    moment(date(2025, 1, 2))
    run = make_run(at="KT1.ii")
    moment(date(2025, 3, 3))
    do(run, "KT1.ii", actor=coordinator)
    client.force_login(coordinator)
    deviation = Deviation.objects.get()

    asked = text(page(client, "inbox"))
    send(client, "explain_deviation", deviation.pk, penjelasan="Menunggu data Renstra.")

    assert "menunggu penjelasan Anda" in asked
    assert "Menunggu data Renstra." in text(page(client, "year"))


def test_the_sops_and_their_diagrams_are_shown(client, coordinator):
    client.force_login(coordinator)
    sha256 = shipped("jayawijaya-2020").sha256

    assert "kaltim-2024" in text(page(client, "sops"))
    assert "Penanggung Jawab Kinerja" in text(page(client, "sop", sha256))
    assert page(client, "sop_diagram", sha256).content.startswith(b"<?xml")
    assert page(client, "sop", "0" * 64).status_code == 404


def test_an_administrator_publishes_another_sop_and_faults_are_named(client, db):
    make_agency()
    client.force_login(make_administrator())
    own = spoiled('name="code" value="kaltim-2024"', 'name="code" value="sop-kami"')

    refused = send(client, "publish_sop", berkas=upload(spoiled("P45D", "lama")))
    published = send(client, "publish_sop", berkas=upload(own))

    assert refused.status_code == 422
    assert "BP-15" in text(refused)
    assert "KT6" in text(refused)
    assert "sop-kami" in text(client.get(published.url))


def test_a_coordinator_publishes_no_sop(client, coordinator):
    client.force_login(coordinator)

    assert page(client, "publish_sop").status_code == 403


def test_tasks_are_handed_on_dated_and_taken_back_from_their_page(client, coordinator):
    run = make_run(sop="jayawijaya-2020")
    fellow = make_person("rekan@contoh.id")
    make_office(fellow, Role.COORDINATOR, run.agency)
    client.force_login(coordinator)
    task = task_at(run, "JW1")

    send(client, "set_due", task.pk, batas="01/02/2030")
    send(client, "hand_to", task.pk, kepada=fellow.pk)
    send(client, "complete_task", task.pk)
    send(client, "undo_last", task.pk, alasan="Terlalu cepat")

    task = Task.objects.get(pk=task.pk)
    assert (task.due, task.person, task.status) == (date(2030, 2, 1), fellow, "ready")


def upload(content):
    return SimpleUploadedFile("sop.bpmn", content)
