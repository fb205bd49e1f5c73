from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher, identify_hasher
from django.utils import timezone

from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_office, make_person, make_user
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

PASSWORD = "gunung-merapi-pagi"  # noqa: S105  of nobody
WRONG = "gunung-merapi-sore"


@pytest.fixture
def sari():
    return make_person("sari@contoh.id", password=PASSWORD)


def sign_in(client, email="sari@contoh.id", password=PASSWORD, **more):
    return client.post("/masuk/", {"username": email, "password": password, **more})


def is_signed_in(client):
    return client.get("/akun/kata-sandi/").status_code == 200


def test_the_page_is_for_everyone_and_speaks_indonesian(client):
    response = client.get("/masuk/")

    assert response.status_code == 200
    assert "Masuk ke Tolok" in response.content.decode()


def test_a_person_signs_in_and_the_trail_tells(client, sari):
    response = sign_in(client)

    assert client.get(response.url).url == "/akun/"
    assert is_signed_in(client)
    assert AuditEntry.objects.get().event == "people.sign_in"
    assert AuditEntry.objects.get().actor_id == sari.pk


@pytest.mark.usefixtures("sari")
@pytest.mark.parametrize("email", ["SARI@Contoh.ID", "  sari@contoh.id "])
def test_the_address_counts_the_same_with_any_capitals(client, email):
    sign_in(client, email)

    assert is_signed_in(client)


@pytest.mark.usefixtures("sari")
def test_who_came_from_a_page_goes_back_to_it(client):
    assert sign_in(client, next="/pengaturan/").url == "/pengaturan/"


@pytest.mark.usefixtures("sari")
@pytest.mark.parametrize("there", ["https://jahat.example/", "//jahat.example", "javascript:1"])
def test_nobody_is_led_to_another_site(client, there):
    assert sign_in(client, next=there).url == "/"


def test_who_holds_an_office_begins_with_their_tasks(client, sari):
    make_office(sari, Role.COORDINATOR, make_agency())

    assert client.get(sign_in(client).url).url == "/tugas/"


@pytest.mark.usefixtures("sari")
def test_nobody_learns_whether_an_address_is_known(client):
    known = sign_in(client, password=WRONG)
    unknown = sign_in(client, email="budi@contoh.id", password=WRONG)

    assert not is_signed_in(client)
    assert (
        messages_of(known)
        == messages_of(unknown)
        == ["Alamat surel atau kata sandi tidak cocok. Periksa ejaannya, lalu coba lagi."]
    )


@pytest.mark.usefixtures("sari")
def test_nor_does_the_time_an_answer_takes_tell_it_t25(client, monkeypatch):
    """One hash is made in every case; the clock itself would be a test of this machine."""
    make_person("diundang@contoh.id")  # has no password yet
    made = []
    encode = Argon2PasswordHasher.encode
    monkeypatch.setattr(
        Argon2PasswordHasher, "encode", lambda *one: made.append(one) or encode(*one)
    )
    verify = Argon2PasswordHasher.verify
    monkeypatch.setattr(
        Argon2PasswordHasher, "verify", lambda *one: made.append(one) or verify(*one)
    )

    hashes = []
    for email in ("sari@contoh.id", "budi@contoh.id", "diundang@contoh.id"):
        sign_in(client, email, WRONG)
        hashes.append(len(made))

    assert hashes == [1, 2, 3]


def test_a_person_who_is_no_longer_active_is_told_no_more_than_a_stranger(client, sari):
    wrong = messages_of(sign_in(client, password=WRONG))
    sari.is_active = False
    sari.save()

    assert messages_of(sign_in(client)) == wrong


def messages_of(response):
    return list(response.context["form"].non_field_errors())


def test_a_person_who_is_made_inactive_is_out_with_the_next_request(client, sari):
    sign_in(client)
    sari.is_active = False
    sari.save()

    assert not is_signed_in(client)


@pytest.mark.usefixtures("sari")
def test_the_session_gets_a_new_key_at_sign_in(client):
    client.get("/masuk/")
    before = client.session.session_key or client.session.create()

    sign_in(client)

    assert client.session.session_key != before


@pytest.mark.usefixtures("sari")
def test_the_session_cookie_is_closed_to_scripts_and_lasts_a_working_day(client):
    cookie = sign_in(client).cookies[settings.SESSION_COOKIE_NAME]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 12 * 60 * 60


def test_passwords_are_kept_as_argon2id(sari):
    assert identify_hasher(sari.password).algorithm == "argon2"
    assert "$argon2id$" in sari.password


@pytest.mark.usefixtures("sari")
class TestGuessing:
    def test_after_five_wrong_guesses_the_right_password_does_not_help_for_a_while(self, client):
        for _ in range(settings.AXES_FAILURE_LIMIT):
            response = sign_in(client, password=WRONG)

        assert response.status_code == 429
        assert "ditunda 15 menit" in response.content.decode()
        assert sign_in(client).status_code == 429
        assert not is_signed_in(client)

    def test_capitals_give_no_further_guesses(self, client):
        spellings = ["sari@contoh.id", "Sari@contoh.id", "SARI@contoh.id", "sAri@contoh.id"]
        for email in [*spellings, "saRi@contoh.id"]:
            response = sign_in(client, email, WRONG)

        assert response.status_code == 429

    def test_an_unknown_address_is_put_off_in_the_same_way(self, client):
        for _ in range(settings.AXES_FAILURE_LIMIT):
            response = sign_in(client, "budi@contoh.id", WRONG)

        assert response.status_code == 429

    def test_nobody_locks_a_colleague_out_from_elsewhere(self, client):
        for _ in range(settings.AXES_FAILURE_LIMIT):
            client.post(
                "/masuk/",
                {"username": "sari@contoh.id", "password": WRONG},
                REMOTE_ADDR="192.0.2.7",
            )

        assert sign_in(client).status_code == 302

    def test_after_a_while_the_right_password_helps_again(self, client):
        for _ in range(settings.AXES_FAILURE_LIMIT):
            sign_in(client, password=WRONG)
        long_ago = timezone.now() - settings.AXES_COOLOFF_TIME - timedelta(seconds=1)
        AccessAttempt.objects.update(attempt_time=long_ago)

        assert sign_in(client).status_code == 302

    def test_signing_in_forgets_the_wrong_guesses(self, client):
        for _ in range(settings.AXES_FAILURE_LIMIT - 1):
            sign_in(client, password=WRONG)
        sign_in(client)

        assert not AccessAttempt.objects.exists()


@pytest.mark.parametrize(
    ("role", "there"),
    [(Role.PPK, "/tugas/"), (Role.COORDINATOR, "/tugas/"), (Role.AUDITOR, "/capaian/")],
)
def test_the_bare_address_leads_to_a_page_that_is_open(client, role, there):
    client.force_login(make_user(role))

    home = client.get("/")

    assert home.url == there
    assert client.get(home.url).status_code == 200


def test_whoever_holds_no_office_is_led_to_the_own_account(client):
    client.force_login(make_person())

    assert client.get("/").url == "/akun/"
