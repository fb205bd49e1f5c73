from dataclasses import replace
from datetime import date

import pytest

from tolok.core.problem import RefusedError
from tolok.cycle.actions import Paper, record_outside
from tolok.cycle.models import FiscalYear, OutsideRecord
from tolok.cycle.testing import make_year
from tolok.people.testing import make_administrator
from tolok.scans.examine import Scan
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

LETTER = Paper("Surat Tugas", date(2025, 1, 10), number="800/12/BPBJ/2025")
SCAN = Scan("surat-tugas.pdf", "a" * 64, 1000, "application/pdf")


@pytest.fixture
def year(known_sop):
    return make_year(sop=known_sop.code)


def test_a_paper_is_entered_with_number_date_and_scan(year):
    made = record_outside(year, "KT1.i", LETTER, scan=SCAN, actor=make_administrator())

    assert (made.step, made.number, made.dated) == ("KT1.i", LETTER.number, LETTER.dated)
    assert made.file_sha256 == SCAN.sha256
    assert AuditEntry.objects.get().values_after()["sha256"] == SCAN.sha256


@pytest.mark.parametrize(
    ("step", "paper", "rule"),
    [
        ("KT9", LETTER, "LS-01"),
        ("KT1.i", replace(LETTER, title=" "), "LS-02"),
        ("KT1.i", replace(LETTER, dated=date(2099, 1, 1)), "LS-03"),
    ],
)
def test_what_cannot_be_is_refused(year, step, paper, rule):
    with pytest.raises(RefusedError) as refusal:
        record_outside(year, step, paper)

    assert refusal.value.problems[0].rule == rule
    assert not OutsideRecord.objects.exists()


def test_a_closed_year_takes_no_more_papers(year):
    FiscalYear.objects.update(status="closed", closed_at=year.opened_at)

    with pytest.raises(RefusedError) as refusal:
        record_outside(year, "KT1.i", LETTER)

    assert refusal.value.problems[0].rule == "TA-06"
