from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from tolok.archive.models import Paper
from tolok.organisation.models import WorkUnit
from tolok.organisation.testing import make_agency
from tolok.outreach.circular.testing import (
    WORDING,
    make_addressee,
    make_circular,
    make_head,
    send,
)
from tolok.outreach.models import Addressee, Circular, Delivery, Receipt
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.planning.testing import coordinator_of, make_approved_plan, make_plan
from tolok.scans.testing import pdf
from tolok.ui.testing import told
from tolok.workflow.testing import make_run

SAVE = {
    "opening": WORDING.opening,
    "closing": WORDING.closing,
    "signer_role": "pimpinan",
    "reply_by": "16 Januari 2026",
}


@pytest.fixture
def page_of(client, coordinator):
    """Opens a page of an addressee, as the Koordinator."""
    client.force_login(coordinator)
    return lambda name, one, data=None: (
        client.get(reverse(f"outreach:{name}", args=[one.pk]))
        if data is None
        else client.post(reverse(f"outreach:{name}", args=[one.pk]), data)
    )


class TestTheLetter:
    def test_from_the_plan_to_the_issued_letter(self, client, db):
        plan = make_approved_plan(starts_at_step="KT1.vii")
        make_run(plan.agency, 2026)
        client.force_login(coordinator_of(plan))

        assert "Belum disusun" in told(client.get(reverse("outreach:circular")))
        client.post(reverse("outreach:save_circular"), SAVE)
        page = told(client.get(reverse("outreach:circular")))
        assert "Terbitkan surat edaran" in page
        issued = {"tanggal": "6 Januari 2026", "nomor": "text", "teks": "000.3/7/2026"}
        client.post(reverse("outreach:issue_circular"), issued)

        assert Paper.objects.get().number_text == "000.3/7/2026"
        page = told(client.get(reverse("outreach:circular")))
        assert "KT1.vii" in page
        assert "Daftar penerima masih kosong" in page
        letter = client.get(reverse("outreach:circular_letter"))
        assert b"".join(letter.streaming_content).startswith(b"PK")

    def test_the_draft_can_be_looked_at(self, client, db):
        plan = make_plan()
        client.force_login(coordinator_of(plan))
        client.post(reverse("outreach:save_circular"), SAVE)

        answer = client.get(reverse("outreach:circular_preview"))

        assert answer["Content-Disposition"].startswith('attachment; filename="F2-')

    def test_issuing_too_early_is_refused_on_the_page(self, client, db):
        plan = make_plan()
        client.force_login(coordinator_of(plan))
        client.post(reverse("outreach:save_circular"), SAVE)

        answer = client.post(reverse("outreach:issue_circular"), {"tanggal": "6 Januari 2026"})

        assert answer.status_code == 422
        assert Paper.objects.get().status == Paper.Status.DRAFT

    def test_nobody_writes_fields_that_are_not_on_the_form(self, client, db):
        plan = make_plan()
        client.force_login(coordinator_of(plan))

        client.post(reverse("outreach:save_circular"), SAVE | {"year": "1999", "agency": "1"})

        assert Circular.objects.get().year == 2026


class TestTheBoard:
    def test_who_has_not_acknowledged_and_since_when(self, client, addressee, coordinator):
        send(addressee, sent_on=date(2026, 1, 7))
        send(addressee)
        client.force_login(coordinator)

        page = told(client.get(reverse("outreach:receipts"), {"saring": "belum-menerima"}))

        assert "Dinas 1.01.01." in page
        assert "Belum menerima" in page
        assert "2 WhatsApp" in page

    def test_a_filter_leaves_out_the_others(self, client, addressee, coordinator):
        client.force_login(coordinator)

        page = told(client.get(reverse("outreach:receipts"), {"saring": "sudah-menerima"}))

        assert "Tidak ada yang cocok" in page

    def test_630_units_are_read_in_few_queries(
        self, client, circular, coordinator, django_assert_max_num_queries
    ):
        units = WorkUnit.objects.bulk_create(
            WorkUnit(agency=circular.agency, code=f"{n}", name=f"Dinas {n}") for n in range(630)
        )
        Addressee.objects.bulk_create(Addressee(circular=circular, unit=unit) for unit in units)
        client.force_login(coordinator)

        with django_assert_max_num_queries(32):
            answer = client.get(reverse("outreach:receipts"))

        assert "50 dari 630 unit kerja" in told(answer)
        assert len(answer.content) < 150_000

    def test_the_list_is_given_as_a_workbook(self, client, addressee, coordinator):
        client.force_login(coordinator)

        answer = client.get(reverse("outreach:export_receipts"))

        assert answer["Content-Disposition"].endswith('.xlsx"')

    def test_messages_for_the_filtered_list_are_a_workbook_with_a_link_each(
        self, client, addressee, coordinator
    ):
        client.force_login(coordinator)
        asked = {"saring": "belum-dikirimi", "saluran": "email"}

        answer = client.post(reverse("outreach:prepare_messages"), asked)

        assert answer["Content-Disposition"].endswith('.xlsx"')
        assert Delivery.objects.get().channel == Delivery.Channel.EMAIL
        client.post(reverse("outreach:confirm_all_sent"))
        assert Delivery.objects.get().is_sent

    def test_sending_in_tolok_for_those_who_sign_in(self, client, addressee, coordinator):
        make_head(addressee.unit)
        client.force_login(coordinator)

        client.post(reverse("outreach:send_to_inbox"), {"cari": addressee.unit.name})

        assert addressee.deliveries.get().channel == Delivery.Channel.INBOX


class TestOneUnit:
    def test_a_message_holds_title_and_link_only(self, page_of, addressee):
        answer = page_of("prepare_message", addressee, {"saluran": "whatsapp"})

        message = answer.context["message"]
        title, link = message.text.splitlines()
        assert title == str(addressee.circular)
        assert link.startswith("http://testserver/sosialisasi/edaran/terima/")

    def test_it_is_confirmed_resent_and_revoked(self, page_of, addressee):
        page_of("prepare_message", addressee, {"saluran": "whatsapp"})
        page_of("confirm_sent", Delivery.objects.get(), {})
        page_of("prepare_message", addressee, {"saluran": "email"})

        page_of("revoke_links", addressee, {})

        assert "Dikirim 1 kali" in told(page_of("addressee", addressee))
        assert not addressee.links.live(timezone.now()).exists()

    def test_paper_goes_out_and_comes_back_signed(self, page_of, addressee, client):
        out = {"kepada": "Resepsionis", "tanggal": "7 Januari 2026", "catatan": "Ekspedisi 3"}
        page_of("record_paper_delivery", addressee, out)
        back = {
            "nama": "Budi",
            "jabatan": "Sekretaris",
            "tanggal": "8 Januari 2026",
            "pindaian": SimpleUploadedFile("terima.pdf", pdf()),
        }

        page_of("record_paper_receipt", addressee, back)

        receipt = Receipt.objects.get()
        assert (receipt.name, receipt.received_on) == ("Budi", date(2026, 1, 8))
        scan = client.get(reverse("outreach:receipt_scan", args=[receipt.pk]))
        assert b"".join(scan.streaming_content) == pdf()
        assert "Sudah menerima" in told(page_of("addressee", addressee))

    def test_a_refusal_is_said_on_the_page(self, page_of, addressee):
        send(addressee)

        answer = page_of("leave_out", addressee, {"alasan": "Salah"})

        assert answer.status_code == 422
        assert "ED-06" in told(answer)

    def test_a_unit_of_another_agency_does_not_exist(self, page_of, db):
        other = make_addressee(circular=make_circular(make_agency("X202")))

        assert page_of("addressee", other).status_code == 404
        assert page_of("prepare_message", other, {}).status_code == 404


class TestSignedIn:
    def test_who_looks_after_a_unit_acknowledges_for_it(self, client, addressee):
        send(addressee)
        client.force_login(make_head(addressee.unit))
        assert "Belum diterima" in told(client.get(reverse("outreach:received")))
        answer = {"nama": "Budi", "jabatan": "Kepala", "pj_saya": "on", "pj_kontak": "0800"}

        client.post(reverse("outreach:acknowledge", args=[addressee.pk]), answer)

        assert Receipt.objects.get().way == Receipt.Way.SIGNED_IN
        assert "Sudah diterima" in told(client.get(reverse("outreach:received")))

    def test_the_letter_of_another_unit_does_not_exist(self, client, addressee):
        other = make_addressee("2.", addressee.circular)
        send(other)
        client.force_login(make_head(addressee.unit))

        assert client.get(reverse("outreach:acknowledge", args=[other.pk])).status_code == 404

    def test_an_auditor_reads_and_sends_nothing(self, client, addressee):
        client.force_login(make_user(Role.AUDITOR, addressee.circular.agency))

        assert client.get(reverse("outreach:receipts")).status_code == 200
        send_one = reverse("outreach:send_one_to_inbox", args=[addressee.pk])
        assert client.post(send_one).status_code == 403
