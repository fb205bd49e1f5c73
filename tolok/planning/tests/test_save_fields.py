"""Saving field by field: nobody's text is lost when two edit."""

import pytest

from tolok.core.problem import RefusedError
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person
from tolok.planning.actions.fields import save_fields, settle_rival, token
from tolok.planning.models import Rival
from tolok.planning.testing import make_submitted_plan
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def goal(plan):
    return plan.goals.get()


@pytest.fixture
def colleague(agency):
    person = make_person("tono@contoh.id")
    make_office(person, Role.COORDINATOR, agency)
    return person


def test_what_was_typed_is_kept_with_its_author_and_time(plan, goal, colleague):
    saved = save_fields(goal, {"text": "Tepat guna"}, {"text": token(goal.text)}, actor=colleague)

    goal.refresh_from_db()
    plan.refresh_from_db()
    assert (goal.text, saved.changed) == ("Tepat guna", ("text",))
    assert colleague in plan.authors.all()
    assert plan.saved_at is not None
    assert AuditEntry.objects.latest("seq").event == "planning.edit"


def test_a_field_that_was_not_touched_does_not_overwrite_a_colleagues_text(
    goal, coordinator, colleague
):
    seen = {"text": token(goal.text), "reference": token(goal.reference)}
    mine = {"text": goal.text, "reference": "RKPD 2026"}
    save_fields(goal, {"text": "Tulisan rekan"}, seen, actor=colleague)

    saved = save_fields(goal, mine, seen, actor=coordinator)

    goal.refresh_from_db()
    assert (goal.text, goal.reference, saved.rivals) == ("Tulisan rekan", "RKPD 2026", ())


def test_when_two_change_one_field_both_texts_are_there(goal, coordinator, colleague):
    seen = {"text": token(goal.text)}
    save_fields(goal, {"text": "Tulisan rekan"}, seen, actor=colleague)

    saved = save_fields(goal, {"text": "Tulisan saya"}, seen, actor=coordinator)

    goal.refresh_from_db()
    (rival,) = saved.rivals
    assert goal.text == "Tulisan rekan"
    assert (rival.text, rival.key, rival.label, rival.by) == (
        "Tulisan saya", "T.1", "Tujuan", coordinator,
    )  # fmt: skip


def test_the_same_text_from_two_people_is_no_conflict(goal, coordinator, colleague):
    seen = {"text": token(goal.text)}
    save_fields(goal, {"text": "Sama"}, seen, actor=colleague)

    saved = save_fields(goal, {"text": "Sama"}, seen, actor=coordinator)

    assert (saved.changed, saved.rivals) == ((), ())


def test_a_settled_text_goes_but_stays_in_the_trail(plan, goal, coordinator, colleague):
    seen = {"text": token(goal.text)}
    save_fields(goal, {"text": "Tulisan rekan"}, seen, actor=colleague)
    (rival,) = save_fields(goal, {"text": "Tulisan saya"}, seen, actor=coordinator).rivals

    settle_rival(rival, actor=coordinator)

    assert not Rival.objects.exists()
    assert "Tulisan saya" in AuditEntry.objects.latest("seq").before


def test_what_waits_for_a_decision_is_not_changed(agency, colleague):
    version = make_submitted_plan(agency)

    with pytest.raises(RefusedError) as refusal:
        save_fields(version.goals.get(), {"text": "Lain"}, {}, actor=colleague)

    assert refusal.value.problems[0].rule == "RN-21"
    assert version.goals.get().text != "Lain"
