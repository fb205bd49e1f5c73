"""Emptying the outbox, against a real mail server and a real HTTPS server on this machine."""

import hmac
import json
from datetime import date, timedelta
from email import message_from_string
from email.policy import default
from hashlib import sha256

import pytest
from django.utils import timezone

from tolok.messages.actions import deliver
from tolok.messages.actions.delivering import WAITS
from tolok.messages.keys import signing_secret
from tolok.messages.models import Delivery, Message
from tolok.messages.testing import make_email_channel, make_message, make_webhook_channel
from tolok.people.models import Role
from tolok.people.testing import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("moment")]
Status = Delivery.Status


@pytest.fixture
def email(agency, mails):
    return make_email_channel(agency, port=mails.server_address[1])


def read(mail):
    found = message_from_string(mail, policy=default)
    return found["subject"], found.get_content().replace("\r\n", "\n")


def states():
    return sorted(Delivery.objects.values_list("status", flat=True))


@pytest.mark.usefixtures("email")
def test_one_digest_joins_everything_that_waits_for_a_person(agency, sari, mails):
    make_message(sari, title="KT1.i, TA 2025: hari ini batas waktunya", path="/tugas/1/")
    make_message(sari, title="KT5, TA 2025: tinggal 3 hari kerja", path="/tugas/2/")
    make_message(make_user(Role.KETUA_TIM, agency))

    assert deliver().sent == 3
    assert deliver().sent == 0

    assert len(mails.mails) == 2
    (subject, text) = next(read(mail) for mail in mails.mails if "KT5" in mail)
    assert subject == "2 pemberitahuan Tolok, Kabupaten X101"
    assert "KT5, TA 2025: tinggal 3 hari kerja\nhttps://kinerja.contoh.example/tugas/2/" in text
    assert "https://kinerja.contoh.example/akun/pemberitahuan/" in text


@pytest.mark.usefixtures("email")
def test_t35_an_e_mail_has_title_and_link_and_names_nobody(sari, mails):
    sari.name = "Nama Rahasia"
    sari.save()
    make_message(sari, title="Impor selesai\r\nBcc: lain@contoh.id")

    deliver()

    subject, _ = read(mails.mails[0])
    assert subject == "Impor selesai Bcc: lain@contoh.id"
    assert "Nama Rahasia" not in mails.mails[0]
    assert message_from_string(mails.mails[0], policy=default)["bcc"] is None


def test_a_webhook_is_called_with_title_and_link_and_a_signature(agency, sari, webhook):
    channel = make_webhook_channel(agency, f"{webhook.url}/ruang?kunci=1")
    make_message(sari, title="Impor selesai", path="/data/impor/1/")

    assert deliver().sent == 1

    ((path, headers, body),) = webhook.calls
    assert path == "/ruang?kunci=1"
    assert json.loads(body) == {
        "title": "Impor selesai",
        "link": "https://kinerja.contoh.example/data/impor/1/",
    }
    secret = signing_secret(agency, channel.salt).encode()
    signed = hmac.new(secret, f"{headers['X-Tolok-Timestamp']}.".encode() + body, sha256)
    assert headers["X-Tolok-Signature"] == f"sha256={signed.hexdigest()}"


def test_ps_07_a_redirect_is_not_followed_t17(agency, sari, webhook):
    """PS-07."""

    make_webhook_channel(agency, f"{webhook.url}/pindah")
    make_message(sari)

    deliver()

    assert len(webhook.calls) == 1
    assert "302" in Delivery.objects.get().reason


def test_a_certificate_nobody_vouches_for_is_not_trusted(agency, sari, webhook, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE")
    make_webhook_channel(agency, webhook.url)
    make_message(sari)

    deliver()

    assert Delivery.objects.get().reason == "Sertifikat server tidak dapat dipercaya."
    assert webhook.calls == []


def test_an_address_that_moved_inside_since_it_was_saved_is_not_called(agency, sari):
    make_webhook_channel(agency, "https://127.0.0.1/")
    make_message(sari)

    assert deliver().failed == 1
    assert "di dalam jaringan" in Delivery.objects.get().reason


def test_what_fails_is_tried_again_ever_more_rarely_and_then_given_up(agency, sari, settings):
    settings.TOLOK_INTERNAL_HOSTS = {"127.0.0.1:1"}
    make_email_channel(agency, port=1)
    make_message(sari)
    now = timezone.now()

    for wait in WAITS:
        assert deliver(now).failed == 1
        assert deliver(now).failed == 0
        now += wait
    deliver(now)

    delivery = Delivery.objects.get()
    assert (delivery.status, delivery.tries) == (Status.GIVEN_UP, len(WAITS) + 1)
    assert delivery.reason == "Server menolak sambungan pada porta itu."


@pytest.mark.usefixtures("email")
def test_the_reason_of_a_refused_recipient_names_no_address(agency):
    full = make_user(Role.PPK, agency)
    full.email = "penuh@contoh.id"
    full.save()
    make_message(full)

    deliver()

    assert Delivery.objects.get().reason == "Alamat penerima ditolak server."


@pytest.mark.usefixtures("email")
@pytest.mark.parametrize("ending", [{"ends": date(2025, 5, 19)}, {"withdrawn_at": timezone.now()}])
def test_t24_who_left_the_office_since_gets_nothing(sari, mails, ending):
    make_message(sari)
    sari.offices.update(**ending)

    assert deliver().dropped == 1

    assert mails.mails == []
    assert states() == [Status.DROPPED]


def test_what_waited_for_a_channel_that_was_turned_off_is_dropped(agency, sari):
    channel = make_email_channel(agency)
    make_message(sari)
    channel.is_on = False
    channel.save()

    assert deliver().dropped == 1


@pytest.mark.usefixtures("email")
def test_what_another_worker_is_sending_is_left_to_it(sari, mails):
    make_message(sari)
    Delivery.objects.update(claimed_until=timezone.now() + timedelta(minutes=5))

    assert deliver().sent == 0

    assert deliver(timezone.now() + timedelta(minutes=6)).sent == 1
    assert len(mails.mails) == 1


@pytest.mark.usefixtures("email")
def test_messages_not_due_yet_wait(sari, mails, moment):
    moment(20, hour=5)
    make_message(sari)

    deliver()
    assert mails.mails == []

    moment(20, hour=7)
    deliver()
    assert len(mails.mails) == 1
    assert Message.objects.get().read_at is None
