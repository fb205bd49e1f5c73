"""Sheets that wait for a person."""

import pytest

from tolok.archive.models import Paper, Sheet
from tolok.archive.piles.actions import assign_sheet, put_back_sheet, set_aside_sheet
from tolok.archive.piles.tests.test_reading import out, read
from tolok.archive.testing import make_paper
from tolok.core.problem import RefusedError
from tolok.organisation.testing import make_agency
from tolok.people.testing import make_user
from tolok.scans.testing import Scan
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db
Status = Sheet.Status


def waiting():
    return read(Scan("")).sheets.get()


def refusal_of(deed, *arguments):
    with pytest.raises(RefusedError) as refusal:
        deed(*arguments, actor=make_user())
    return refusal.value.problems[0].rule


def test_a_sheet_is_filed_to_the_paper_whose_code_was_typed():
    paper, sheet = out(), waiting()

    sheet = assign_sheet(sheet, paper.code.lower().replace("-", " "), actor=make_user())

    assert (sheet.status, sheet.paper, sheet.decided_by) == (Status.FILED, paper, make_user())
    assert paper.files.get() == sheet.file
    assert Paper.objects.get(pk=paper.pk).status == Paper.Status.SIGNED
    assert AuditEntry.objects.first().event == "archive.assign_sheet"


def test_a_sheet_is_decided_once():
    paper, sheet = out(), waiting()
    assign_sheet(sheet, paper.code, actor=make_user())

    assert refusal_of(assign_sheet, sheet, paper.code) == "PL-03"
    assert refusal_of(set_aside_sheet, sheet, "kosong") == "PL-03"
    assert paper.files.count() == 1


def test_only_a_code_of_this_agency_whose_paper_is_out_is_taken():
    sheet, foreign = waiting(), out(agency=make_agency("X202"))

    assert refusal_of(assign_sheet, sheet, "7K3M") == "KV-01"
    assert refusal_of(assign_sheet, sheet, foreign.code) == "PL-04"
    assert refusal_of(assign_sheet, sheet, make_paper("F5").code) == "NK-02"
    assert Sheet.objects.get().status == Status.TRAY


def test_a_blank_sheet_is_set_aside_with_a_word_and_put_back():
    sheet = waiting()
    assert refusal_of(set_aside_sheet, sheet, " ") == "PL-05"

    set_aside_sheet(sheet, "halaman belakang", actor=make_user())
    assert Sheet.objects.get().status == Status.SET_ASIDE

    sheet = put_back_sheet(sheet, actor=make_user())
    assert (sheet.status, sheet.decided_by) == (Status.TRAY, None)
    assert Sheet.objects.get().picture_sha256
