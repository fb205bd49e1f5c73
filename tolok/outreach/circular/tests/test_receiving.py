from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from tolok.outreach.circular.actions import (
    OnPaper,
    acknowledge,
    acknowledge_by_link,
    decide_ppk,
    record_paper_receipt,
    undo_receipt,
)
from tolok.outreach.circular.testing import ANSWER, link_for, make_addressee, make_head, send
from tolok.outreach.circular.tests.refusing import refuses
from tolok.outreach.circular.units import Ppk, known_ppks
from tolok.outreach.models import PpkAnswer, Receipt, ReceiptLink
from tolok.people.models import Office, Role
from tolok.people.testing import make_office, make_person
from tolok.scans.examine import Scan

SCAN = Scan("tanda-terima.pdf", "a" * 64, 1000, "application/pdf")
Decision = PpkAnswer.Decision


class TestByLink:
    def test_name_position_and_time_are_kept(self, addressee):
        receipt = acknowledge_by_link(link_for(addressee).token, ANSWER)

        assert (receipt.name, receipt.position) == (ANSWER.name, ANSWER.position)
        assert receipt.way == Receipt.Way.LINK
        assert receipt.received_on == timezone.localdate()

    def test_a_message_that_was_answered_has_been_sent(self, addressee):
        acknowledge_by_link(link_for(addressee).token, ANSWER)

        assert addressee.deliveries.get().is_sent

    def test_it_counts_once(self, addressee):
        token = link_for(addressee).token
        acknowledge_by_link(token, ANSWER)

        with refuses("ED-11"):
            acknowledge_by_link(token, ANSWER)

    def test_an_expired_link_is_told_like_an_unknown_one(self, addressee):
        token = link_for(addressee).token
        ReceiptLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

        for known in (token, "tidak-ada"):
            with refuses("ED-10"):
                acknowledge_by_link(known, ANSWER)

    def test_the_unit_names_who_is_answerable(self, addressee):
        with refuses("ED-12"):
            acknowledge_by_link(link_for(addressee).token, replace(ANSWER, pic_name=""))


class TestSignedIn:
    def test_by_who_looks_after_the_unit(self, addressee):
        send(addressee)

        receipt = acknowledge(addressee, ANSWER, actor=make_head(addressee.unit))

        assert receipt.way == Receipt.Way.SIGNED_IN

    def test_not_by_who_looks_after_another(self, addressee):
        other = make_head(make_addressee("2.", addressee.circular).unit)

        with refuses("ED-13"):
            acknowledge(addressee, ANSWER, actor=other)


class TestOnPaper:
    def test_a_signed_sheet_proves_receipt_and_delivery(self, addressee, coordinator):
        paper = OnPaper(date(2026, 1, 9), SCAN)

        receipt = record_paper_receipt(addressee, ANSWER, paper, actor=coordinator)

        assert (receipt.received_on, receipt.file_sha256) == (date(2026, 1, 9), SCAN.sha256)
        assert addressee.deliveries.get().sent_on == date(2026, 1, 9)


class TestTakingBack:
    def test_with_a_reason_the_unit_may_answer_anew(self, addressee, coordinator):
        token = link_for(addressee).token
        acknowledge_by_link(token, ANSWER)

        undo_receipt(addressee, reason="Diisi orang dari dinas lain.", actor=coordinator)

        assert acknowledge_by_link(token, ANSWER).pk

    def test_not_without_one(self, addressee, coordinator):
        acknowledge_by_link(link_for(addressee).token, ANSWER)

        with refuses("ED-14"):
            undo_receipt(addressee, reason="", actor=coordinator)


class TestPpks:
    @pytest.fixture
    def proposals(self, addressee):
        """One confirmed, one gone, one new."""
        person = make_person("ppk@contoh.id")
        make_office(person, Role.PPK, addressee.circular.agency, unit=addressee.unit)
        known = known_ppks(addressee, timezone.localdate())
        gone = Ppk("Orang Lama", "", "RUP 2026")
        answer = replace(ANSWER, confirmed=known, removed=(gone,), added=("Orang Baru",))
        acknowledge_by_link(link_for(addressee).token, answer)
        return {one.says: one for one in PpkAnswer.objects.all()}

    def test_a_correction_waits_and_changes_no_office(self, proposals):
        assert [one.name for one in PpkAnswer.objects.waiting()] == ["Orang Lama", "Orang Baru"]
        assert Office.objects.filter(role=Role.PPK).get().ends is None

    def test_what_the_coordinator_takes_over_stands(self, proposals, coordinator):
        decide_ppk(proposals["added"], Decision.TAKEN, actor=coordinator)
        decide_ppk(proposals["removed"], Decision.TAKEN, actor=coordinator)

        assert [one.name for one in PpkAnswer.objects.standing()] == ["Ppk", "Orang Baru"]

    def test_a_refusal_has_its_reason_and_is_final(self, proposals, coordinator):
        with refuses("ED-16"):
            decide_ppk(proposals["added"], Decision.REFUSED, actor=coordinator)
        decide_ppk(proposals["added"], Decision.REFUSED, actor=coordinator, reason="Bukan ASN.")

        with refuses("ED-15"):
            decide_ppk(proposals["added"], Decision.TAKEN, actor=coordinator)
