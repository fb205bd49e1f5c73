"""One's own messages, and the choice of what comes by e-mail."""

import pytest
from django.utils import timezone

from tolok.messages.models import Choice, Message
from tolok.messages.testing import make_message
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person, make_user
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db
PAGE = "/pemberitahuan/"


@pytest.fixture
def signed_in(client, sari):
    client.force_login(sari)
    return client


def test_a_message_is_shown_with_its_link_and_counted_in_the_frame(signed_in, sari):
    make_message(sari, title="Impor selesai", path="/data/impor/7/")

    page = signed_in.get(PAGE).content.decode()

    assert '<a href="/data/impor/7/">Impor selesai</a>' in page
    assert "Pemberitahuan (1 belum dibaca)" in page


def test_a_message_is_marked_read_once_and_looking_marks_nothing(signed_in, sari):
    message = make_message(sari)
    signed_in.get(PAGE)
    assert Message.objects.unread().exists()

    signed_in.post(f"{PAGE}{message.pk}/dibaca/")

    assert not Message.objects.unread().exists()


def test_all_are_marked_read_and_nobody_elses(signed_in, sari, agency):
    make_message(sari)
    other = make_message(make_user(Role.PPK, agency))

    signed_in.post(f"{PAGE}semua-dibaca/")

    assert Message.objects.unread().get() == other


def test_a_colleagues_message_does_not_exist(signed_in, agency):
    other = make_message(make_user(Role.PPK, agency))

    assert signed_in.post(f"{PAGE}{other.pk}/dibaca/").status_code == 404
    assert other.title not in signed_in.get(PAGE).content.decode()


def test_t24_messages_of_an_agency_one_left_are_not_shown(client, agency):
    sari = make_person()
    office = make_office(sari, Role.PPK, agency)
    make_office(sari, Role.PPK, make_agency("X202"))
    make_message(sari, agency, title="Dari instansi lama")
    client.force_login(sari)
    office.withdrawn_at = timezone.now()
    office.save()

    assert "Dari instansi lama" not in client.get(PAGE).content.decode()


def test_an_empty_list_says_what_will_be_there(signed_in):
    assert "Belum ada pemberitahuan" in signed_in.get(PAGE).content.decode()


def test_one_chooses_what_comes_by_e_mail(signed_in, sari):
    assert Choice.objects.of(sari).rhythm == Choice.Rhythm.DAILY

    response = signed_in.post("/akun/pemberitahuan/", {"rhythm": "overdue"})

    assert response.status_code == 302
    assert Choice.objects.of(sari).rhythm == Choice.Rhythm.OVERDUE
    assert AuditEntry.objects.filter(event="messages.choose").exists()
    assert signed_in.post("/akun/pemberitahuan/", {"rhythm": "x"}).status_code == 422
