"""Where one is signed in, and ending what is not one's own; nothing stays behind (T26)."""

import pytest
from django.test import Client

from tolok.people.devices import device_named
from tolok.people.models import Role
from tolok.people.testing import make_person, make_user
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

PASSWORD = "gunung-merapi-pagi"  # noqa: S105  of nobody
PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130 Mobile Safari/537.36"


@pytest.fixture
def sari():
    return make_person("sari@contoh.id", password=PASSWORD)


@pytest.fixture
def phone(sari):
    phone = Client(headers={"user-agent": PHONE})
    phone.post("/masuk/", {"username": sari.email, "password": PASSWORD})
    return phone


def test_a_person_sees_where_they_are_signed_in_and_puts_the_other_out(client, sari, phone):
    client.post("/masuk/", {"username": sari.email, "password": PASSWORD})
    other = sari.sessions.get(key=phone.session.session_key)

    page = client.get("/akun/").content.decode()
    client.post(f"/akun/sesi/{other.pk}/keluarkan/")

    assert "Chrome di Android" in page
    assert phone.get("/akun/").status_code == 302
    assert client.get("/akun/").status_code == 200
    assert AuditEntry.objects.latest("seq").event == "people.end_session"


def test_sessions_of_others_do_not_exist(client, sari, phone):
    client.force_login(make_person("budi@contoh.id"))

    response = client.post(f"/akun/sesi/{sari.sessions.get().pk}/keluarkan/")

    assert response.status_code == 404
    assert phone.get("/akun/").status_code == 200


def test_an_administrator_puts_a_colleague_out(client):
    ppk = make_user(Role.PPK, password=PASSWORD)
    theirs = Client()
    theirs.post("/masuk/", {"username": ppk.email, "password": PASSWORD})
    client.force_login(make_user(Role.ADMINISTRATOR))

    client.post(f"/pengaturan/sesi/{ppk.sessions.get().pk}/keluarkan/")

    assert theirs.get("/akun/").status_code == 302


def test_a_new_password_keeps_only_the_session_it_was_changed_in(client, sari, phone):
    client.post("/masuk/", {"username": sari.email, "password": PASSWORD})
    new = "lain-lagi-kata-ini"

    client.post(
        "/akun/kata-sandi/",
        {"old_password": PASSWORD, "new_password1": new, "new_password2": new},
    )

    assert phone.get("/akun/").status_code == 302
    assert [one.key for one in sari.sessions.all()] == [client.session.session_key]


def test_at_the_sign_out_the_browser_forgets_everything(client, sari):
    client.post("/masuk/", {"username": sari.email, "password": PASSWORD})
    shown = client.get("/akun/")

    response = client.post("/keluar/")

    assert shown["Cache-Control"] == "no-store"
    assert response["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert not sari.sessions.exists()


@pytest.mark.parametrize(
    ("agent", "device"),
    [
        (PHONE, "Chrome di Android"),
        (
            "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox di Windows",
        ),
        ("<script>", "Peramban lain"),
        ("", "Peramban lain"),
    ],
)
def test_a_browser_is_named_in_words_of_our_own(agent, device):
    assert device_named(agent) == device
