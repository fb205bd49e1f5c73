from datetime import date, timedelta

import pytest
from django.utils import timezone

from tolok.messages.models import Message
from tolok.outreach.circular.actions import (
    Expedition,
    confirm_all_sent,
    confirm_sent,
    leave_out,
    prepare_message,
    prepare_messages,
    put_back,
    record_paper_delivery,
    revoke_links,
    send_one_to_inbox,
    send_to_inbox,
)
from tolok.outreach.circular.testing import (
    link_for,
    make_addressee,
    make_circular,
    make_head,
    send,
)
from tolok.outreach.circular.tests.refusing import refuses
from tolok.outreach.models import Delivery, ReceiptLink

WHATSAPP = Delivery.Channel.WHATSAPP


def live_links():
    return ReceiptLink.objects.live(timezone.now())


def test_in_tolok_it_reaches_the_units_somebody_signs_in_for(addressee, coordinator):
    head = make_head(addressee.unit)
    make_addressee("2.", addressee.circular)

    count = send_to_inbox(addressee.circular, actor=coordinator)

    assert count == 1
    assert addressee.deliveries.get().channel == Delivery.Channel.INBOX
    assert Message.objects.get(recipient=head).title == str(addressee.circular)


def test_a_unit_nobody_signs_in_for_needs_another_channel(addressee, coordinator):
    with refuses("ED-17"):
        send_one_to_inbox(addressee, actor=coordinator)


def test_nothing_is_sent_before_the_letter_is_out(agency, coordinator):
    addressee = make_addressee(circular=make_circular(agency))

    with refuses("ED-07"):
        send_to_inbox(addressee.circular, actor=coordinator)
    with refuses("ED-07"):
        prepare_message(addressee, WHATSAPP, actor=coordinator)


def test_a_message_counts_as_sent_when_somebody_says_so(addressee, coordinator):
    delivery = prepare_message(addressee, WHATSAPP, actor=coordinator).delivery
    assert addressee.circular.addressees.unsent().exists()

    confirm_sent(delivery, actor=coordinator)

    assert not addressee.circular.addressees.unsent().exists()


def test_sending_again_makes_the_old_link_void(addressee):
    first = link_for(addressee).delivery.link

    second = link_for(addressee).delivery.link

    assert list(live_links()) == [second]
    assert first != second


def test_of_a_token_only_its_hash_is_kept(addressee):
    token = link_for(addressee).token

    link = ReceiptLink.objects.get()

    assert len(token) * 6 >= 128  # bits: six for each sign of URL-safe base64
    assert token not in {str(value) for value in vars(link).values()}


def test_a_revoked_link_leads_nowhere(addressee, coordinator):
    link_for(addressee)

    assert revoke_links(addressee, actor=coordinator) == 1

    assert not live_links().exists()


def test_messages_for_many_pass_over_who_is_left_out(addressee, coordinator):
    other = make_addressee("2.", addressee.circular)
    leave_out(other, reason="Tidak mengadakan barang/jasa.", actor=coordinator)

    prepared = prepare_messages(
        addressee.circular, [addressee.pk, other.pk], WHATSAPP, actor=coordinator
    )

    assert [one.addressee for one in prepared] == [addressee]
    assert confirm_all_sent(addressee.circular, actor=coordinator) == 1


class TestOnPaper:
    def test_the_expedition_book_is_noted(self, addressee, coordinator):
        book = Expedition("Resepsionis", date(2026, 1, 8), "Ekspedisi 12")

        delivery = record_paper_delivery(addressee, book, actor=coordinator)

        assert (delivery.sent_on, delivery.note) == (date(2026, 1, 8), "Ekspedisi 12")

    @pytest.mark.parametrize("day", [date(2019, 12, 31), timezone.localdate() + timedelta(days=2)])
    def test_not_before_the_letter_nor_in_the_future(self, addressee, coordinator, day):
        with refuses("ED-09"):
            record_paper_delivery(addressee, Expedition("Resepsionis", day), actor=coordinator)


class TestLeavingOut:
    def test_it_takes_a_reason_and_can_be_taken_back(self, addressee, coordinator):
        with refuses("ED-05"):
            leave_out(addressee, reason=" ", actor=coordinator)
        leave_out(addressee, reason="Sudah dilebur.", actor=coordinator)
        with refuses("ED-08"):
            link_for(addressee)

        put_back(addressee, actor=coordinator)

        assert list(addressee.circular.addressees.unsent()) == [addressee]

    def test_a_unit_that_has_the_letter_stays_on_the_list(self, addressee, coordinator):
        send(addressee)

        with refuses("ED-06"):
            leave_out(addressee, reason="Salah kirim.", actor=coordinator)
