"""A year walked through: in the SOP's order, in its time, by its officers, with true papers."""

import hashlib
import json
from datetime import date

import pytest
from docx import Document

from tolok.core.calendar import WorkCalendar
from tolok.terminal import as_json
from tolok.workflow.loading import shipped

pytestmark = pytest.mark.django_db


@pytest.fixture(params=[("kaltim-2024", "KT3"), ("jayawijaya-2020", "JW9")], ids=lambda one: one[0])
def journey(request, travel):
    told, out = travel(*request.param)
    return json.loads(as_json(told.values)), out


@pytest.fixture
def kaltim(travel):
    told, _ = travel("kaltim-2024", "KT3")
    return told.values["steps"]


@pytest.fixture
def jayawijaya(travel):
    told, _ = travel("jayawijaya-2020", "JW9")
    return told.values["steps"]


def at(steps, id_):
    return [step for step in steps if step["id"] == id_]


def test_every_step_is_taken_in_the_order_of_the_sop(journey):
    told, _ = journey
    taken = [step["id"] for step in told["steps"]]

    printed = [step.id for step in shipped(told["code"]).steps]
    until = printed.index(taken[-1]) + 1
    assert list(dict.fromkeys(taken)) == printed[:until]


def test_the_plan_is_returned_with_notes_and_approved_when_it_comes_back(kaltim, jayawijaya):
    for steps in (at(kaltim, "KT1.vi"), at(jayawijaya, "JW6")):
        assert [step["outcome"] for step in steps] == ["returned", "approved"]
        assert [step["returned"] for step in steps] == [0, 1]
        assert [bool(step["notes"]) for step in steps] == [True, False]


def test_the_first_decision_is_an_acting_officer_s_and_the_second_on_paper(kaltim):
    first, second = (step["actor"] for step in at(kaltim, "KT1.vi"))

    assert first["title"].startswith("Plh. Ketua Tim")
    assert first["in_place_of"] == second["name"]
    assert not first["on_paper"]
    assert second["on_paper"]
    assert second["recorded_by"] == at(kaltim, "KT1.ii")[0]["actor"]["name"]


def test_every_due_date_is_the_sop_s_time_in_working_days(kaltim):
    calendar = WorkCalendar()

    planning = {(step["start"], step["due"]) for step in kaltim if step["id"].startswith("KT1.")}
    telling = [step for step in kaltim if step["id"] in ("KT2", "KT3")]
    first_day = date(2025, 1, 6)
    assert planning == {(first_day, calendar.add_working_days(date(2025, 1, 5), 30))}
    assert [step["due"] for step in telling] == [
        calendar.add_working_days(step["start"], 3) for step in telling
    ]
    assert all(step["end"] <= step["due"] for step in kaltim)


def test_a_sop_without_times_has_no_due_dates(jayawijaya):
    assert {step["due"] for step in jayawijaya} == {None}


def test_every_output_is_a_file_with_its_hash(journey):
    told, out = journey
    outputs = [output for step in told["steps"] for output in step["outputs"]]

    for output in outputs:
        content = (out / output["path"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == output["sha256"]
    named = {output["path"] for output in outputs}
    assert named == {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}


def test_the_papers_open_in_word_and_speak_of_the_agency(journey):
    _, out = journey
    papers = [path for path in out.rglob("*.docx") if not path.name.startswith("HITUNG")]

    assert papers
    for path in papers:
        words = "\n".join(Document(path).element.body.itertext())
        assert "contoh jaya" in words.lower(), path.name
