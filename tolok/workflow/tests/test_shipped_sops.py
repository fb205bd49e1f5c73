"""The two SOPs, compared with the printed ones line by line."""

import pytest

from tolok.core.problem import RefusedError
from tolok.people.models import Role
from tolok.workflow.commands import as_values
from tolok.workflow.loading import shipped, shipped_codes

KT1 = ["KT1.i", "KT1.ii", "KT1.iii", "KT1.iv", "KT1.v", "KT1.vi", "KT1.vii"]
JAYAWIJAYA = [f"JW{number}" for number in range(1, 18)]


def steps(code):
    return {step["id"]: step for step in as_values(shipped(code))["steps"]}


def ways(step):
    return [(way["to"], way["outcome"]) for way in step["next"]]


def test_two_sops_ship():
    assert shipped_codes() == ("jayawijaya-2020", "kaltim-2024")


def test_a_code_without_an_sop_is_refused_bp_21():
    with pytest.raises(RefusedError) as refusal:
        shipped("kaltim-2042")

    assert refusal.value.problems[0].rule == "BP-21"


def test_kaltim_has_the_printed_steps_in_order_kt4_as_two():
    assert list(steps("kaltim-2024")) == [
        *KT1, "KT2", "KT3", "KT4.i", "KT4.ii", "KT5", "KT6", "KT7", "KT8",
    ]  # fmt: skip


def test_kaltim_has_the_printed_times():
    times = {id_: step["duration"] for id_, step in steps("kaltim-2024").items()}

    assert {times[id_] for id_ in KT1} == {"P30D"}
    assert (times["KT2"], times["KT3"]) == ("P3D", "P3D")
    assert (times["KT4.i"], times["KT4.ii"]) == ("fiscal-year", "fiscal-year")
    assert (times["KT5"], times["KT6"], times["KT7"]) == ("P30D", "P45D", "P10D")
    assert times["KT8"] is None


def test_kaltim_has_the_printed_requirements_outputs_and_formats():
    kaltim = steps("kaltim-2024")

    assert len(kaltim["KT1.i"]["requirements"]) == 6
    assert kaltim["KT1.i"]["outputs"] == ["Surat Tugas"]
    assert kaltim["KT1.i"]["formats"] == ["F1"]
    assert kaltim["KT1.vi"]["formats"] == ["F3", "draft F2"]
    assert kaltim["KT2"]["requirements"] == ["Dokumen Perencanaan Kinerja"]
    assert kaltim["KT5"]["formats"] == [f"F{number}" for number in range(4, 15)]
    assert kaltim["KT7"]["formats"] == ["F15", "F16"]


def test_kaltim_goes_the_printed_ways_with_its_two_return_loops():
    kaltim = steps("kaltim-2024")

    assert ways(kaltim["KT1.vi"]) == [("KT1.vii", "approved"), ("KT1.ii", "returned")]
    assert ways(kaltim["KT1.vii"]) == [("KT2", None), ("KT3", None), ("KT4.i", None)]
    assert ways(kaltim["KT4.i"]) == [("KT4.ii", None), ("KT5", None)]
    assert ways(kaltim["KT4.ii"]) == ways(kaltim["KT5"]) == [("KT6", None)]
    assert ways(kaltim["KT7"]) == [("KT8", "approved"), ("KT6", "returned")]
    assert ways(kaltim["KT8"]) == []


def test_the_rounds_of_kt5_open_in_may_august_november_and_january():
    openings = [str(one.in_year(2025)) for one in shipped("kaltim-2024").step("KT5").openings]

    assert openings == ["2025-05-01", "2025-08-01", "2025-11-01", "2026-01-01"]


def test_jayawijaya_has_seventeen_steps_without_times():
    jayawijaya = steps("jayawijaya-2020")

    assert list(jayawijaya) == JAYAWIJAYA
    assert {step["duration"] for step in jayawijaya.values()} == {None}


def test_jayawijaya_returns_from_jw6_and_goes_on_or_closes_at_jw17():
    jayawijaya = steps("jayawijaya-2020")

    assert ways(jayawijaya["JW6"]) == [("JW7", "approved"), ("JW1", "returned")]
    assert ways(jayawijaya["JW17"]) == [
        ("JW11", "improved"),
        ("JW11", "continued"),
        (None, "closed"),
    ]


def test_each_step_is_the_task_of_the_office_in_its_lane_or_of_who_decides():
    kaltim, jayawijaya = shipped("kaltim-2024"), shipped("jayawijaya-2020")

    assert kaltim.step("KT1.ii").doers == (Role.COORDINATOR,)
    assert kaltim.step("KT1.vi").doers == (Role.KETUA_TIM,)
    assert kaltim.step("KT7").doers == (Role.KEPALA_UKPBJ, Role.PIMPINAN)
    assert jayawijaya.step("JW6").doers == (Role.PIMPINAN,)
    assert jayawijaya.step("JW12").doers == (Role.PENANGGUNG_JAWAB,)


def test_what_is_decided_at_a_decision_is_what_lies_between_the_way_back_and_it():
    kaltim = shipped("kaltim-2024")

    assert kaltim.decided_upon(kaltim.step("KT1.vi")) == {"KT1.ii", "KT1.iii", "KT1.iv", "KT1.v"}
    assert kaltim.decided_upon(kaltim.step("KT7")) == {"KT6"}
