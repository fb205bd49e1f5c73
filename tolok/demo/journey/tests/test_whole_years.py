"""To the end of the year: rounds, returns and periods, as generic tasks where no page is yet."""

import json
import os
import subprocess
import sys
from datetime import date

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


def at(steps, id_):
    return [step for step in steps if step["id"] == id_]


def test_kaltim_collects_four_times_and_has_its_report_returned_once(travel):
    told, _ = travel("kaltim-2024", "KT8")
    steps = told.values["steps"]

    rounds = at(steps, "KT5")
    opened = [date(2025, 5, 1), date(2025, 8, 1), date(2025, 11, 1), date(2026, 1, 1)]
    assert [(step["round"], step["start"]) for step in rounds] == [*enumerate(opened, 1)]
    assert [step["outcome"] for step in at(steps, "KT7")] == ["returned", "approved"]
    assert at(steps, "KT4.ii")[0]["end"] == at(steps, "KT4.ii")[0]["due"] == date(2025, 12, 31)
    assert steps[-1]["id"] == "KT8"


def test_jayawijaya_goes_through_four_periods_until_its_indicators_are_closed(travel):
    told, _ = travel("jayawijaya-2020", "JW17")
    steps = told.values["steps"]

    decisions = [step["outcome"] for step in at(steps, "JW17")]
    assert decisions == ["improved", "continued", "continued", "closed"]
    assert len(at(steps, "JW11")) == 4
    assert [one["code"] for one in at(steps, "JW17")[-1]["outputs"]] == [
        "BA-KEPUTUSAN",
        "STATUS-AKHIR",
    ]


def test_the_command_prints_the_same_twice_and_leaves_every_home_and_database_alone(tmp_path):
    def run():
        environment = os.environ | {
            "TOLOK_HOME": str(tmp_path / "mine"),
            "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
        }
        command = [sys.executable, "-m", "tolok", "journey", "kaltim-2024", "--until", "KT1.i"]
        return subprocess.run(  # noqa: S603 - our own command
            [*command, "--format", "json"], env=environment, check=True, capture_output=True
        ).stdout

    first = run()

    assert [step["id"] for step in json.loads(first)["steps"]] == ["KT1.i"]
    assert json.loads(first)["steps"][0]["outputs"][0]["path"] is None
    assert run() == first
    assert not (tmp_path / "mine").exists()
