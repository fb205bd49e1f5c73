import json

import pytest

from tolok import cli, environment
from tolok.messages.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def prepared(monkeypatch):
    monkeypatch.setattr(environment, "refuse_unprepared", lambda: None)


def run(capsys, *argv):
    code = cli.main(["reminders", "run", *argv, "--format", "json"])
    return code, json.loads(capsys.readouterr().out)


def test_a_dry_run_says_what_would_be_sent_and_sends_nothing(capsys, task, moment):
    moment(20)

    code, result = run(capsys, "--dry-run", "--agency", task.agency.code)

    assert code == 0
    assert [(one["task"], one["mark"]) for one in result["reminders"]] == [("KT1.i", 0)]
    assert not Message.objects.exists()


def test_a_run_sends_and_another_sends_nothing(capsys, task, moment):
    moment(20)

    assert len(run(capsys)[1]["reminders"]) == 1
    assert run(capsys)[1]["reminders"] == []
    assert Message.objects.count() == 1
