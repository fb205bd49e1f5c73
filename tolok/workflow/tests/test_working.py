"""What is done to a task besides completing it."""

from datetime import date

import pytest

from tolok.core.problem import RefusedError
from tolok.core.testing import rules_of
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person, make_user
from tolok.workflow.actions import (
    Missing,
    OnPaper,
    Remark,
    add_file,
    close_note,
    complete_task,
    explain_deviation,
    hand_to,
    meet_requirement,
    record_paper_decision,
    return_task,
    undo_last,
)
from tolok.workflow.models import PaperDecision, Task
from tolok.workflow.testing import AFile, do, make_run, task_at


def signed(**fields):
    usual = {
        "outcome": "approved",
        "signer": "Dra. Contoh",
        "signer_office": "Ketua Tim Kematangan",
        "dated": date(2025, 1, 20),
        "scan": AFile(),
        "version_code": "RENCANA-2025-1",
        "version_sha256": "b" * 64,
    }
    return OnPaper(**usual | fields)


@pytest.fixture
def deciding(coordinator, moment):
    """A year whose plan waits for its approval."""
    moment(date(2025, 1, 10))
    run = make_run(at="KT1.vi")
    moment(date(2025, 1, 20))
    return run


def test_a_need_is_met_by_a_file_or_a_draft_of_one(coordinator):
    item, other = task_at(make_run(), "KT1.i").items.needed()[:2]

    met = meet_requirement(item, AFile("renstra.pdf"), actor=coordinator)
    draft = meet_requirement(other, AFile("konsep.pdf"), actor=coordinator, is_draft=True)

    assert (met.met, met.file_name) == ("file", "renstra.pdf")
    assert draft.met == "draft"


def test_what_is_missing_needs_a_reason_tg_11(coordinator):
    item = task_at(make_run(), "KT1.i").items.needed()[0]

    with pytest.raises(RefusedError) as refusal:
        meet_requirement(item, Missing(" "), actor=coordinator)

    assert rules_of(refusal) == {"TG-11"}


def test_an_output_may_come_after_its_step_a_need_may_not(coordinator):
    done = do(make_run(), "KT1.i", actor=coordinator)

    met = meet_requirement(done.items.brought_forth()[0], AFile("F1.pdf"), actor=coordinator)
    with pytest.raises(RefusedError) as refusal:
        meet_requirement(done.items.needed()[0], AFile("renstra.pdf"), actor=coordinator)

    assert met.file_name == "F1.pdf"
    assert rules_of(refusal) == {"TG-03"}


def test_only_the_coordinator_adds_an_output_later_tg_06(coordinator):
    done = do(make_run(), "KT1.i", actor=coordinator)
    head = make_user(Role.KETUA_TIM, done.agency)

    with pytest.raises(RefusedError) as refusal:
        meet_requirement(done.items.brought_forth()[0], AFile("F1.pdf"), actor=head)

    assert rules_of(refusal) == {"TG-06"}


def test_a_task_is_handed_to_another_holder_of_the_office_only_tg_09(coordinator):
    run = make_run()
    fellow, stranger = make_person("rekan@contoh.id"), make_person("asing@contoh.id")
    make_office(fellow, Role.COORDINATOR, run.agency)

    handed = hand_to(task_at(run, "KT1.i"), fellow, actor=coordinator)
    with pytest.raises(RefusedError) as refusal:
        hand_to(task_at(run, "KT1.i"), stranger, actor=coordinator)

    assert handed.person == fellow
    assert list(Task.objects.for_offices(coordinator, [Role.COORDINATOR], date(2025, 1, 6))) == []
    assert rules_of(refusal) == {"TG-09"}


def test_files_are_kept_with_a_task_by_those_who_work_on_it_tg_06(coordinator):
    task = task_at(make_run(), "KT1.i")

    add_file(task, AFile("foto.jpg"), actor=coordinator, note="jawaban WhatsApp")
    with pytest.raises(RefusedError) as refusal:
        add_file(task, AFile(), actor=make_user(Role.POKJA))

    assert task.files.get().note == "jawaban WhatsApp"
    assert rules_of(refusal) == {"TG-06"}


def test_a_decision_on_paper_moves_the_year_on_and_keeps_its_sheet(deciding, coordinator):
    decision = record_paper_decision(task_at(deciding, "KT1.vi"), signed(), actor=coordinator)

    assert [task.step for task in deciding.tasks.ready()] == ["KT1.vii"]
    assert decision.version_sha256 == "b" * 64
    assert decision.task.done_as == "Dra. Contoh, Ketua Tim Kematangan (di atas kertas)"


@pytest.mark.parametrize(
    "wrong", [{"signer": " "}, {"dated": date(2025, 1, 21)}, {"dated": date(2024, 12, 31)}]
)
def test_a_decision_on_paper_names_its_signer_and_a_day_that_can_be_tg_12(
    deciding, coordinator, wrong
):
    with pytest.raises(RefusedError) as refusal:
        record_paper_decision(task_at(deciding, "KT1.vi"), signed(**wrong), actor=coordinator)

    assert rules_of(refusal) == {"TG-12"}
    assert not PaperDecision.objects.exists()


def test_only_the_coordinator_enters_a_decision_on_paper_tg_06(deciding):
    with pytest.raises(RefusedError) as refusal:
        record_paper_decision(task_at(deciding, "KT1.vi"), signed(), actor=make_user(Role.PPK))

    assert rules_of(refusal) == {"TG-06"}


@pytest.mark.parametrize("by", ["account", "name"])
def test_on_paper_too_nobody_decides_on_own_work_tg_07(coordinator, moment, by):
    moment(date(2025, 1, 10))
    run = make_run(at="KT1.v")
    do(run, "KT1.v", actor=coordinator)
    known = {"signer_user": coordinator} if by == "account" else {"signer": " COORDINATOR "}
    sheet = signed(dated=date(2025, 1, 10), **known)

    with pytest.raises(RefusedError) as refusal:
        record_paper_decision(task_at(run, "KT1.vi"), sheet, actor=coordinator)

    assert rules_of(refusal) == {"TG-07"}


def test_the_last_step_is_taken_back_and_can_be_done_again(coordinator):
    run = make_run(at="KT1.ii")
    done = do(run, "KT1.ii")

    undo_last(done, actor=coordinator, reason="Salah tekan")

    assert [task.step for task in run.tasks.ready()] == ["KT1.ii"]
    do(run, "KT1.ii")
    assert [task.step for task in run.tasks.ready()] == ["KT1.iii"]


def test_undoing_a_step_of_two_branches_leaves_the_other_alone(coordinator, moment):
    moment(date(2025, 5, 2))
    run = make_run(at="KT5")
    done = do(run, "KT5", actor=coordinator)

    undo_last(done, actor=coordinator, reason="Belum lengkap")

    assert {(task.step, task.round) for task in run.tasks.ready()} == {("KT4.ii", 0), ("KT5", 1)}


@pytest.mark.django_db
def test_what_was_carried_over_to_the_next_step_does_not_keep_the_last_one(moment):
    moment(date(2026, 3, 1))
    run, processor = make_run(at="KT6"), make_user(Role.DATA_PROCESSOR)
    output = task_at(run, "KT6").items.brought_forth().first()
    meet_requirement(output, AFile(), actor=processor)
    moment(date(2026, 3, 2))
    done = do(run, "KT6", actor=processor)
    moment(date(2026, 3, 3))

    undo_last(done, actor=processor, reason="Salah tekan")

    assert task_at(run, "KT6")
    assert not Task.objects.filter(step="KT7").exists()


def test_only_the_last_step_is_taken_back_and_only_untouched_ones_tg_10(coordinator):
    run = make_run()
    first, _ = do(run, "KT1.i"), do(run, "KT1.ii")

    with pytest.raises(RefusedError) as refusal:
        undo_last(first, actor=coordinator, reason="Salah")

    assert rules_of(refusal) == {"TG-10"}


def test_a_decision_that_is_on_paper_stays_tg_10(deciding, coordinator):
    decision = record_paper_decision(task_at(deciding, "KT1.vi"), signed(), actor=coordinator)

    with pytest.raises(RefusedError) as refusal:
        undo_last(decision.task, actor=coordinator, reason="Salah")

    assert rules_of(refusal) == {"TG-10"}


def test_remarks_are_answered_once_and_in_words_tg_18(deciding, head, coordinator):
    returned = return_task(
        task_at(deciding, "KT1.vi"), actor=head, reason="Perbaiki", remarks=[Remark("Naikkan.")]
    )
    note = returned.notes.get()

    with pytest.raises(RefusedError) as empty:
        close_note(note, answer="", actor=coordinator)
    close_note(note, answer="Dinaikkan menjadi 80", actor=coordinator)
    with pytest.raises(RefusedError) as again:
        close_note(note, answer="Lagi", actor=coordinator)

    assert rules_of(empty) == rules_of(again) == {"TG-18"}


def test_a_late_step_is_a_deviation_its_officer_explains_tg_13(coordinator, moment):
    moment(date(2025, 1, 2))
    run = make_run(at="KT1.ii")
    moment(date(2025, 2, 10))
    done = complete_task(task_at(run, "KT1.ii"), actor=coordinator)
    deviation = done.deviations.get()

    with pytest.raises(RefusedError) as other:
        explain_deviation(deviation, explanation="Lupa", actor=make_user(Role.PPK))
    with pytest.raises(RefusedError) as empty:
        explain_deviation(deviation, explanation=" ", actor=coordinator)
    explain_deviation(deviation, explanation="Menunggu Renstra.", actor=coordinator)

    assert deviation.planned == "30 hari kalender, sampai 1 Februari 2025"
    assert deviation.actual == "selesai 10 Februari 2025, terlambat 9 hari"
    assert rules_of(other) == rules_of(empty) == {"TG-13"}
