"""`tolok year`, called as the command line calls it."""

import argparse
import json

import pytest
from django.utils import timezone

from tolok.core.problem import RefusedError
from tolok.cycle import sops
from tolok.cycle.models import FiscalYear
from tolok.cycle.testing import make_year, short_sop
from tolok.operations.year_commands import add_year
from tolok.organisation.testing import make_agency
from tolok.terminal import Exit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def one_known_sop(monkeypatch):
    make_agency()
    monkeypatch.setattr(sops, "KNOWN", {"singkat": short_sop})


def run(*words):
    parser = argparse.ArgumentParser()
    add_year(parser.add_subparsers())
    args = parser.parse_args(["year", words[0], "--agency", "x101", *words[1:]])
    return args.run(args)


def test_a_year_is_opened_with_its_terms_and_its_collisions_are_told(capsys):
    terms = ["--sop", "singkat", "--days", "working", "--step", "KT2", "--starts", "5 Januari 2026"]

    code = run("open", "--year", "2026", *terms, "--format", "json")

    found = json.loads(capsys.readouterr().out)
    assert code == Exit.DONE
    assert (found["status"], found["days"], found["starts_on"]) == ("open", "working", "2026-01-05")
    assert [one["rule"] for one in found["collisions"]] == ["JD-06"]
    assert FiscalYear.objects.get().starts_at_step == "KT2"


def test_the_years_are_listed_with_what_is_locked(capsys):
    year = make_year(sop="singkat")
    year.periods.filter(code="TW1").update(locked_at=timezone.now())

    run("list")

    assert "TA 2025  Berjalan  singkat  Hari kalender  TW1" in capsys.readouterr().out


def test_a_year_is_closed_when_its_quarters_are_locked():
    make_year().periods.update(locked_at=timezone.now())

    assert run("close", "--year", "2025") == Exit.DONE

    assert FiscalYear.objects.get().status == FiscalYear.Status.CLOSED


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (["close", "--year", "2025"], "TA-10"),
        (["open", "--year", "2025", "--starts", "kemarin"], "D-01"),
        (["open", "--year", "2025", "--sop", "lain"], "TA-03"),
    ],
)
def test_what_cannot_be_is_refused(words, rule):
    with pytest.raises(RefusedError) as refusal:
        run(*words)

    assert refusal.value.problems[0].rule == rule
