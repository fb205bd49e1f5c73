"""`tolok journey` refuses before it begins, leaves no half folder, and touches nobody's data."""

import pytest

from tolok.core.problem import RefusedError
from tolok.demo.journey.folder import filling
from tolok.demo.journey.going import Journey, refuse_unknown


def rule(journey):
    with pytest.raises(RefusedError) as refusal:
        refuse_unknown(journey)
    (problem,) = refusal.value.problems
    return problem.rule, problem.message


def test_an_unknown_sop_is_refused_with_those_there_are_g_03():
    assert rule(Journey("kaltim", "KT3")) == (
        "G-03",
        "SOP “kaltim” tidak dikenal. Pilih: kaltim-2024, jayawijaya-2020.",
    )


def test_a_step_the_sop_does_not_have_is_refused_with_its_steps_g_04():
    code, message = rule(Journey("kaltim-2024", "JW9"))

    assert code == "G-04"
    assert "“JW9”. Pilih: KT1.i, KT1.ii" in message


@pytest.mark.parametrize("out", [".", "catatan.txt", "catatan.txt/x", "/proc/x/y"])
def test_a_folder_that_cannot_be_filled_is_refused_and_left_as_it_is_g_05(tmp_path, out):
    (tmp_path / "catatan.txt").write_text("penting")

    with pytest.raises(RefusedError) as refusal:
        filling(tmp_path / out).__enter__()

    assert refusal.value.problems[0].rule == "G-05"
    assert (tmp_path / "catatan.txt").read_text() == "penting"


def test_a_journey_that_is_broken_off_leaves_no_folder(tmp_path):
    def break_off():
        with filling(tmp_path / "out") as half:
            (half / "KT1.i").mkdir()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()

    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_an_empty_folder_is_filled(tmp_path):
    (tmp_path / "out").mkdir()

    with filling(tmp_path / "out") as half:
        (half / "KT1.i").mkdir()

    assert [path.name for path in (tmp_path / "out").iterdir()] == ["KT1.i"]
