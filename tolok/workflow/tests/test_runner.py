"""The runner: the ways of the SOPs, and that nothing in a file or a stored state is executed."""

import json

import pytest

from tolok.core.problem import RefusedError
from tolok.workflow import runner
from tolok.workflow.loading import load, shipped_file
from tolok.workflow.testing import spoiled

KALTIM, JAYAWIJAYA = shipped_file("kaltim-2024"), shipped_file("jayawijaya-2020")


def names(position):
    return {f"{one.step}/{one.round}" if one.round else one.step for one in position.ready}


def run(content, *steps):
    """The run after these steps; "KT1.vi returned" is a step with its outcome."""
    parts = [step.partition(" ") for step in steps]
    return runner.replay(content, [(id_, outcome or None) for id_, _, outcome in parts])


PLANNED = ("KT1.i", "KT1.ii", "KT1.iii", "KT1.iv", "KT1.v", "KT1.vi approved", "KT1.vii")


def test_a_run_begins_with_the_first_step():
    assert names(runner.start(KALTIM)) == {"KT1.i"}
    assert names(runner.start(JAYAWIJAYA)) == {"JW1"}


def test_a_returned_plan_comes_back_to_the_goals_and_then_again_to_the_decision():
    position = run(KALTIM, *PLANNED[:5], "KT1.vi returned")

    assert names(position) == {"KT1.ii"}
    assert names(run(KALTIM, *PLANNED[:5], "KT1.vi returned", *PLANNED[1:5])) == {"KT1.vi"}


def test_the_three_socialisations_run_side_by_side_and_are_joined():
    assert names(run(KALTIM, *PLANNED)) == {"KT2", "KT3", "KT4.i"}
    assert names(run(KALTIM, *PLANNED, "KT4.i", "KT2")) == {"KT3"}
    assert names(run(KALTIM, *PLANNED, "KT4.i", "KT2", "KT3")) == {"KT4.ii", "KT5/1"}


def test_four_rounds_run_beside_the_work_of_the_year_and_both_are_awaited():
    met = (*PLANNED, "KT2", "KT3", "KT4.i")

    assert names(run(KALTIM, *met, "KT5", "KT5")) == {"KT4.ii", "KT5/3"}
    assert names(run(KALTIM, *met, "KT5", "KT5", "KT5", "KT5")) == {"KT4.ii"}
    assert names(run(KALTIM, *met, "KT5", "KT4.ii", "KT5", "KT5", "KT5")) == {"KT6"}


def test_a_returned_report_goes_back_to_processing_and_an_accepted_one_ends_the_run():
    all_but_report = (*PLANNED, "KT2", "KT3", "KT4.i", "KT4.ii", *["KT5"] * 4, "KT6")

    assert names(run(KALTIM, *all_but_report, "KT7 returned")) == {"KT6"}
    assert run(KALTIM, *all_but_report, "KT7 approved").is_finished


def test_jayawijaya_repeats_its_reporting_until_it_is_closed():
    planning = [f"JW{number}" for number in range(1, 6)]
    reporting = [f"JW{number}" for number in range(11, 17)]
    begun = (*planning, "JW6 approved", "JW7", "JW8", "JW9", "JW10", *reporting)

    assert names(run(JAYAWIJAYA, *planning, "JW6 returned")) == {"JW1"}
    assert names(run(JAYAWIJAYA, *begun, "JW17 improved")) == {"JW11"}
    assert names(run(JAYAWIJAYA, *begun, "JW17 continued")) == {"JW11"}
    assert run(JAYAWIJAYA, *begun, "JW17 closed").is_finished


def test_a_step_that_is_not_ready_is_refused_wf_01():
    with pytest.raises(RefusedError) as refusal:
        run(KALTIM, "KT6")

    assert refusal.value.problems[0].rule == "WF-01"


def test_a_run_opened_at_a_later_step_passes_over_what_leads_to_it():
    position, skipped = runner.skip_to(KALTIM, "KT5")

    assert names(position) == {"KT4.ii", "KT5/1"}
    assert [one.step for one in skipped][-3:] == ["KT2", "KT3", "KT4.i"]
    assert names(runner.skip_to(KALTIM, "KT3")[0]) == {"KT2", "KT3", "KT4.i"}


def test_a_run_cannot_be_opened_at_a_step_there_is_not_wf_03():
    with pytest.raises(RefusedError) as refusal:
        runner.skip_to(KALTIM, "KT99")

    assert refusal.value.problems[0].rule == "WF-03"


def test_a_damaged_state_is_named_wf_02():
    with pytest.raises(RefusedError) as refusal:
        runner.complete(KALTIM, {"tasks": {}}, "KT1.i")

    assert refusal.value.problems[0].rule == "WF-02"


def test_the_stored_state_holds_no_definition_and_survives_being_written_down():
    position = run(KALTIM, *PLANNED[:5])
    written = json.loads(json.dumps(position.state))

    assert "spec" not in written
    assert "outcome ==" not in json.dumps(written)
    assert names(runner.complete(KALTIM, written, "KT1.vi", outcome="returned")) == {"KT1.ii"}


@pytest.mark.parametrize(
    "code", ["__import__('os').system('id')", "True", 'outcome == "a" or True', "1 + 1", "len('a')"]
)
def test_a_restored_run_evaluates_no_python(code):
    engine = runner.restore(KALTIM, runner.start(KALTIM).state).script_engine

    with pytest.raises(runner.ForbiddenCodeError):
        engine.evaluate(None, code)
    with pytest.raises(runner.ForbiddenCodeError):
        engine.execute(None, code)
    with pytest.raises(runner.ForbiddenCodeError):
        engine.call_service(None, operation=code)


def test_a_spoiled_file_never_reaches_the_engine(tmp_path):
    proof = tmp_path / "ran"
    spoil = spoiled('outcome == "approved"', f'open("{proof}", "w")')

    with pytest.raises(RefusedError):
        runner.start(spoil)

    assert not proof.exists()


def test_code_put_into_a_stored_state_is_not_run(tmp_path):
    proof = tmp_path / "ran"
    state = run(KALTIM, *PLANNED[:5]).state
    code = f"open({str(proof)!r}, 'w')"
    spoilt = json.loads(json.dumps(state))
    for task in spoilt["tasks"].values():
        task["data"] = {"outcome": code, "script": code}
        task["internal_data"] = {"condition": code}

    runner.complete(KALTIM, spoilt, "KT1.vi", outcome="returned")

    assert not proof.exists()


def test_only_what_was_checked_is_given_to_the_engine():
    process = runner._process_in(KALTIM)

    assert b"camunda" not in process
    assert process.count(b"userTask") == 2 * sum(not one.is_end for one in load(KALTIM)[0].steps)
