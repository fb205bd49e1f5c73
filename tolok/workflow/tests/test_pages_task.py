"""The pages of a task, as people of several offices open them."""

from contextlib import closing
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tolok.archive.models import Paper
from tolok.archive.testing import make_paper
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person, make_user
from tolok.scans.testing import picture
from tolok.workflow.actions import Missing, add_file, complete_task, meet_requirement, return_task
from tolok.workflow.models import Task
from tolok.workflow.suggesting import document_named
from tolok.workflow.testing import AFile, do, make_run, task_at
from tolok.workflow.tests.pages import page, send


def test_a_task_lists_its_open_points_and_is_then_completed(client, run, coordinator):
    client.force_login(coordinator)
    task = task_at(run, "KT1.i")

    refused = send(client, "complete_task", task.pk)
    for item in task.items.needed():
        send(client, "meet_requirement", item.pk, cara="missing", alasan="menunggu penetapan")
    done = send(client, "complete_task", task.pk)

    assert refused.status_code == 422
    assert "TG-05" in refused.text
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

    proposed = page(client, "meet_requirement", item.pk).text
    meet_requirement(item, Missing("menunggu tanda tangan"), actor=coordinator)
    answered = page(client, "meet_requirement", item.pk).text

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
    assert "Masih kosong" in answer.text


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
    shown = page(client, "task", task_at(run, "KT1.ii").pk).text

    assert "Target B1 TW II" in shown
    assert "Rapikan bab II" in shown
    assert "Belum lengkap" in shown


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

    shown = page(client, "task", task_at(run, "KT7").pk).text

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
    assert "Dra. Contoh" in page(client, "task", done.pk).text
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


def test_what_a_form_does_not_ask_for_is_not_taken(client, run, coordinator):
    client.force_login(coordinator)
    task = task_at(run, "KT1.i")

    send(client, "set_due", task.pk, batas="01/01/2030", status="done", role="auditor")

    task.refresh_from_db()
    assert (task.status, task.role) == ("ready", "coordinator")


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
