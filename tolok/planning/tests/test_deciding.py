"""Submitted, approved, returned: what binds, who may, and what happens when two do."""

from datetime import date

import pytest

from tolok.core.problem import RefusedError
from tolok.core.testing import rules_of
from tolok.messages.models import Message
from tolok.people.models import Office, Role
from tolok.people.testing import make_office, make_person, make_user
from tolok.planning.actions.deciders import OnPaper, who_may_decide
from tolok.planning.actions.deciding import (
    approve_plan,
    return_plan,
    settle_note,
    submit_plan,
    withdraw_plan,
)
from tolok.planning.actions.fields import save_fields
from tolok.planning.actions.opening import new_version
from tolok.planning.models import Goal, Note, PlanVersion
from tolok.planning.reading import approval_holds, content_kept, content_of, from_json
from tolok.planning.testing import coordinator_of, make_empty_plan, make_plan, make_submitted_plan
from tolok.scans.examine import Scan
from tolok.workflow.actions import publish_sop
from tolok.workflow.testing import spoiled

pytestmark = pytest.mark.django_db
SCAN = Scan("disposisi.pdf", "a" * 64, 1000, "application/pdf")


@pytest.fixture
def submitted(agency):
    return make_submitted_plan(agency)


def test_a_plan_with_problems_is_refused_with_all_of_them(agency):
    version = make_empty_plan(agency)

    with pytest.raises(RefusedError) as refusal:
        submit_plan(version, actor=coordinator_of(version))

    assert rules_of(refusal) == {"RN-01", "RN-02"}
    assert PlanVersion.objects.get().status == "draf"


def test_under_a_units_own_sop_whoever_its_diagram_names_decides(agency):
    own = spoiled('"decides" value="ketua_tim"', '"decides" value="kepala_ukpbj"').replace(
        b'name="code" value="kaltim-2024"', b'name="code" value="sop-kami"'
    )
    head, ketua = make_user(Role.KEPALA_UKPBJ, agency), make_user(Role.KETUA_TIM, agency)
    publish_sop(own, agency=agency, actor=head)
    version = make_submitted_plan(agency)
    assert [one.person for one in who_may_decide(version)] == [ketua]

    version.plan.year.sop, version.plan.year.sop_version = "sop-kami", "2024"
    version.plan.year.save()

    assert [one.person for one in who_may_decide(version)] == [head]


def test_approval_freezes_what_was_read_and_names_it(submitted, leader):
    approved = approve_plan(submitted, sha256=submitted.content_sha256, actor=leader)

    assert (approved.status, approved.approved_by) == ("disetujui", leader)
    assert content_kept(approved) == content_of(approved)
    assert approval_holds(approved)


def test_content_read_back_from_its_json_is_the_same(submitted):
    assert from_json(submitted.submissions.get().content) == content_of(submitted)


def test_a_change_behind_the_approval_voids_it_visibly(submitted, leader):
    approved = approve_plan(submitted, sha256=submitted.content_sha256, actor=leader)

    Goal.objects.filter(version=approved).update(text="Diubah diam-diam")

    assert not approval_holds(approved)


def test_a_change_between_submission_and_approval_is_noticed(submitted, leader):
    Goal.objects.filter(version=submitted).update(text="Diubah diam-diam")

    with pytest.raises(RefusedError) as refusal:
        approve_plan(submitted, sha256=submitted.content_sha256, actor=leader)

    assert rules_of(refusal) == {"RN-36"}


def test_only_what_was_read_is_approved(submitted, leader):
    with pytest.raises(RefusedError) as refusal:
        approve_plan(submitted, sha256="0" * 64, actor=leader)

    assert rules_of(refusal) == {"RN-36"}


@pytest.mark.both_databases
def test_of_two_decisions_the_second_sees_why(submitted, leader):
    approve_plan(submitted, sha256=submitted.content_sha256, actor=leader)

    with pytest.raises(RefusedError, match="disetujui") as refusal:
        return_plan(submitted, sha256=submitted.content_sha256, reason="Lain", actor=leader)

    assert rules_of(refusal) == {"RN-35"}


def test_nobody_approves_what_he_wrote_also_with_two_offices(agency):
    version = make_plan(agency)
    author = coordinator_of(version)
    make_office(author, Role.KETUA_TIM, agency)
    make_office(make_person("lain@contoh.id"), Role.KETUA_TIM, agency)
    submit_plan(version, actor=author)
    version.refresh_from_db()

    with pytest.raises(RefusedError, match="ikut menyusun") as refusal:
        approve_plan(version, sha256=version.content_sha256, actor=author)

    assert rules_of(refusal) == {"RN-37"}


def test_where_the_author_holds_the_only_office_the_substitute_decides(agency):
    version = make_plan(agency)
    author = coordinator_of(version)
    substitute = make_person("wakil@contoh.id")
    make_office(author, Role.KETUA_TIM, agency, substitute=substitute)
    submit_plan(version, actor=author)
    version.refresh_from_db()

    assert [one.person for one in who_may_decide(version)] == [substitute]
    approved = approve_plan(version, sha256=version.content_sha256, actor=substitute)

    assert approved.approved_by == substitute


def test_without_anybody_else_the_missing_substitute_is_named(agency):
    version = make_plan(agency)
    author = coordinator_of(version)
    make_office(author, Role.KETUA_TIM, agency)
    submit_plan(version, actor=author)

    with pytest.raises(RefusedError) as refusal:
        approve_plan(version, sha256=PlanVersion.objects.get().content_sha256, actor=author)

    assert rules_of(refusal) == {"PG-12"}


@pytest.mark.parametrize(
    ("sop", "role", "may"),
    [
        ("kaltim-2024", Role.KETUA_TIM, True),
        ("kaltim-2024", Role.KEPALA_UKPBJ, False),
        ("sop-sendiri", Role.PIMPINAN, True),
        ("jayawijaya-2020", Role.PIMPINAN, True),
        ("jayawijaya-2020", Role.KEPALA_UKPBJ, False),
    ],
)
def test_who_decides_is_what_the_years_sop_says(agency, sop, role, may):
    version = make_submitted_plan(agency, sop=sop)
    person = make_user(role, agency)

    assert [one.person for one in who_may_decide(version)] == [person] * may


def test_a_returned_plan_says_why_and_where_and_is_submitted_again(submitted, leader):
    notes = {"W1.source": "Sebutkan juga e-kontrak.", "T.1": " "}
    return_plan(
        submitted,
        sha256=submitted.content_sha256,
        reason="Lengkapi sumber.",
        notes=notes,
        actor=leader,
    )
    author = coordinator_of(submitted)
    note = Note.objects.get()

    with pytest.raises(RefusedError) as refusal:
        submit_plan(submitted, actor=author)
    assert rules_of(refusal) == {"RN-34"}
    assert note.place.endswith("sumber data")

    w1 = submitted.indicators.get(code="W1")
    save_fields(w1, {"source": "SPSE; e-kontrak"}, {}, actor=author)
    settle_note(note, actor=author)
    again = submit_plan(submitted, actor=author)

    assert again.sha256 != submitted.content_sha256
    assert submitted.submissions.count() == 2


def test_a_return_needs_a_reason_and_notes_need_a_place(submitted, leader):
    sha256 = submitted.content_sha256

    with pytest.raises(RefusedError) as refusal:
        return_plan(submitted, sha256=sha256, reason=" ", actor=leader)
    assert rules_of(refusal) == {"RN-22"}

    with pytest.raises(RefusedError) as refusal:
        return_plan(submitted, sha256=sha256, reason="Ya", notes={"Z9.x": "?"}, actor=leader)
    assert rules_of(refusal) == {"RN-38"}


def test_a_decision_on_paper_names_signer_day_and_scan(submitted, leader):
    recorder = coordinator_of(submitted)
    paper = OnPaper(date(2026, 2, 3), SCAN, recorder)

    approve_plan(submitted, sha256=submitted.content_sha256[:12], actor=leader, paper=paper)

    decision = submitted.submissions.get()
    assert (decision.decided_by, decision.recorded_by) == (leader, recorder)
    assert (decision.signed_on, decision.scan_name) == (date(2026, 2, 3), "disposisi.pdf")


def test_an_office_that_had_ended_on_the_day_of_the_signature_decides_nothing(submitted, leader):
    Office.objects.filter(user=leader).update(ends=date(2026, 1, 31))
    paper = OnPaper(date(2026, 2, 3), SCAN, coordinator_of(submitted))

    with pytest.raises(RefusedError) as refusal:
        approve_plan(submitted, sha256=submitted.content_sha256, actor=leader, paper=paper)

    assert rules_of(refusal) == {"RN-37"}


def test_a_new_approved_version_replaces_the_one_before(submitted, leader):
    first = approve_plan(submitted, sha256=submitted.content_sha256, actor=leader)
    author = coordinator_of(first)
    second = new_version(first.plan, reason="APBD perubahan", valid_from=3, actor=author)
    submission = submit_plan(second, actor=author)

    approve_plan(second, sha256=submission.sha256, actor=leader)

    assert list(PlanVersion.objects.values_list("number", "status")) == [
        (2, "disetujui"), (1, "diganti"),
    ]  # fmt: skip
    assert approval_holds(PlanVersion.objects.get(number=1))


def test_the_author_may_take_it_back_while_it_waits(submitted):
    version = withdraw_plan(submitted, actor=coordinator_of(submitted))

    assert version.status == "draf"
    with pytest.raises(RefusedError) as refusal:
        withdraw_plan(submitted, actor=coordinator_of(submitted))
    assert rules_of(refusal) == {"RN-21"}


def test_the_leaders_hear_that_it_waits_and_the_authors_what_was_decided(agency, leader):
    version = make_plan(agency)
    author = coordinator_of(version)

    submission = submit_plan(version, actor=author)
    return_plan(version, sha256=submission.sha256, reason="Lengkapi", actor=leader)

    told = set(Message.objects.values_list("recipient", "title"))
    assert told == {
        (leader.pk, "Rencana kinerja TA 2026 menunggu persetujuan Anda"),
        (author.pk, "Rencana kinerja TA 2026 dikembalikan"),
    }
