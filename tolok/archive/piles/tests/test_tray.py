"""Sheets that wait for a person."""

import pytest
from pypdf import PdfReader

from tolok.archive.files import kept_file
from tolok.archive.models import Paper, Sheet
from tolok.archive.piles.actions import (
    assign_sheet,
    put_back_sheet,
    set_aside_blank_sheets,
    set_aside_sheet,
)
from tolok.archive.piles.taking_out import take_out_sheet
from tolok.archive.piles.tests.test_reading import out, read
from tolok.archive.testing import make_paper
from tolok.core.problem import RefusedError
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
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


def test_the_blank_backs_of_a_pile_are_set_aside_together_and_nothing_else():
    pile = read(Scan(""), Scan("", is_written_on=False), Scan("", is_written_on=False))

    count = set_aside_blank_sheets(pile, actor=make_user())

    assert count == 2
    assert [one.status for one in pile.sheets.order_by("number")] == [
        Status.TRAY,
        Status.SET_ASIDE,
        Status.SET_ASIDE,
    ]


def test_a_blank_sheet_is_set_aside_with_a_word_and_put_back():
    sheet = waiting()
    assert refusal_of(set_aside_sheet, sheet, " ") == "PL-05"

    set_aside_sheet(sheet, "halaman belakang", actor=make_user())
    assert Sheet.objects.get().status == Status.SET_ASIDE

    sheet = put_back_sheet(sheet, actor=make_user())
    assert (sheet.status, sheet.decided_by) == (Status.TRAY, None)
    assert Sheet.objects.get().picture_sha256


class TestTakingOut:
    @pytest.fixture
    def filed(self):
        """Two sheets of one paper, filed by their codes as one file."""
        paper = out()
        pile = read(Scan(paper.code), Scan(paper.code, noise=20))
        return paper, *pile.sheets.order_by("number")

    def test_a_sheet_of_another_paper_leaves_a_file_of_the_others(self, filed):
        paper, wrong, right = filed
        before = paper.files.get()

        wrong = take_out_sheet(wrong, "lembar kegiatan lain", actor=make_user())

        right.refresh_from_db()
        assert (wrong.status, wrong.why, wrong.paper) == (Status.TRAY, "taken_out", None)
        assert wrong.picture_sha256
        assert right.file == paper.files.get() != before
        assert PdfReader(kept_file(right.file.sha256)).get_num_pages() == 1
        assert Paper.objects.get(pk=paper.pk).status == Paper.Status.SIGNED
        assert "kegiatan lain" in AuditEntry.objects.first().values_after()["alasan"]

    def test_the_last_one_leaves_the_paper_waiting_and_goes_to_its_own(self, filed):
        paper, first, second = filed
        for sheet in (first, second):
            take_out_sheet(sheet, "keliru", actor=make_user())

        paper.refresh_from_db()
        assert (paper.status, paper.awaits_signature) == (Paper.Status.WAITING, True)
        other = out(title="Yang benar", subject="lain")
        first.refresh_from_db()
        assert assign_sheet(first, other.code, actor=make_user()).paper == other

    def test_it_takes_a_reason_and_a_filed_sheet(self, filed):
        _, sheet, _ = filed

        assert refusal_of(take_out_sheet, sheet, " ") == "PL-06"
        assert refusal_of(take_out_sheet, waiting(), "keliru") == "PL-03"

    def test_only_the_coordinator_takes_out(self, client, filed):
        _, sheet, _ = filed
        address = f"{sheet.get_absolute_url()}keluarkan/"

        client.force_login(make_user(Role.DATA_PROCESSOR, sheet.pile.agency))
        assert client.post(address, {"alasan": "keliru"}).status_code == 403

        client.force_login(make_user(Role.COORDINATOR, sheet.pile.agency))
        assert client.post(address, {"alasan": ""}).status_code == 422
        page = client.post(address, {"alasan": "keliru"}, follow=True)
        assert "Tetapkan naskahnya yang benar" in page.content.decode()
