"""One-time links: whoever has one chooses a password, once, in time."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tolok.core.problem import RefusedError
from tolok.organisation.testing import make_agency
from tolok.people.actions import close_account, make_link, revoke_link, use_link
from tolok.people.models import OneTimeLink, Role
from tolok.people.testing import make_administrator, make_office, make_person, make_user
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

GOOD = "gunung-merapi-pagi"
INVITE, RESET = OneTimeLink.Purpose.INVITE, OneTimeLink.Purpose.RESET


@pytest.fixture
def sari():
    return make_person("sari@contoh.id")


def choose(client, token, password=GOOD, **more):
    return client.post(f"/undangan/{token}/", {"password": password, "again": password, **more})


def test_an_invited_person_chooses_a_password_and_then_signs_in(client, sari):
    token = make_link(sari, INVITE)

    response = choose(client, token)

    assert response.url == "/masuk/"
    assert client.post("/masuk/", {"username": sari.email, "password": GOOD}).status_code == 302
    assert client.get("/akun/").status_code == 200


def test_only_a_hash_of_the_token_is_kept_and_the_trail_does_not_tell_it(sari):
    token = make_link(sari, INVITE, actor=make_administrator())

    assert token not in str(list(OneTimeLink.objects.values()))
    assert token not in str(list(AuditEntry.objects.values()))
    assert AuditEntry.objects.get().event == "people.make_link"


def test_opening_the_link_changes_nothing_however_often_t4(client, sari):
    token = make_link(sari, INVITE)
    before = OneTimeLink.objects.values().get()

    for _ in range(5):
        assert client.get(f"/undangan/{token}/").status_code == 200
        assert client.head(f"/undangan/{token}/").status_code == 200

    assert OneTimeLink.objects.values().get() == before
    assert choose(client, token).status_code == 302


def test_a_form_from_elsewhere_is_refused_t16(sari):
    token = make_link(sari, INVITE)

    assert choose(Client(enforce_csrf_checks=True), token).status_code == 403


@pytest.mark.both_databases
def test_a_link_is_good_for_once(client, sari):
    token = make_link(sari, INVITE)
    choose(client, token)

    assert choose(client, token, "lain-lagi-kata-ini").status_code == 404
    sari.refresh_from_db()
    assert sari.check_password(GOOD)


def spoiled(kind, sari):
    token = make_link(sari, RESET)
    link = OneTimeLink.objects.get()
    if kind == "expired":
        OneTimeLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    elif kind == "revoked":
        revoke_link(link)
    elif kind == "sent again":
        make_link(sari, RESET)
    elif kind == "account closed":
        close_account(sari)
    return "unknown" if kind == "unknown" else token


@pytest.mark.parametrize("kind", ["expired", "revoked", "sent again", "account closed", "unknown"])
def test_links_that_do_not_count_are_told_alike_pg_24(client, sari, kind):
    token = spoiled(kind, sari)

    page = client.get(f"/undangan/{token}/")

    assert page.status_code == 404
    assert "Tautan ini tidak berlaku" in page.content.decode()
    assert sari.name not in page.content.decode()
    with pytest.raises(RefusedError) as refusal:
        use_link(token, GOOD)
    assert refusal.value.problems[0].rule == "PG-24"


@pytest.mark.parametrize("password", ["pendek", "123456789012", "ukpbj-Sari-2026"])
def test_an_easy_password_is_refused_and_the_link_stays_good_pg_04(client, sari, password):
    token = make_link(sari, INVITE)

    response = choose(client, token, password)

    assert response.status_code == 422
    assert "PG-04" in response.content.decode()
    assert choose(client, token).status_code == 302


def test_a_new_password_ends_every_session_of_the_person(client, sari):
    token = make_link(sari, INVITE)
    choose(client, token)
    client.post("/masuk/", {"username": sari.email, "password": GOOD})

    use_link(make_link(sari, RESET), "lain-lagi-kata-ini")

    assert client.get("/akun/").status_code == 302
    assert not sari.sessions.exists()


def test_the_account_is_more_than_its_link_extra_fields_change_nothing_t27(client, sari):
    token = make_link(sari, INVITE)

    choose(client, token, is_active="", email="lain@contoh.id", user="1", role="administrator")

    sari.refresh_from_db()
    assert (sari.email, sari.is_active) == ("sari@contoh.id", True)
    assert not sari.offices.exists()


class TestWhoMayMakeOne:
    def make(self, client, actor, person):
        client.force_login(actor)
        return client.post(f"/pengaturan/pengguna/{person.pk}/tautan/")

    def test_an_administrator_is_shown_the_address_once(self, client):
        ppk = make_user(Role.PPK)

        html = self.make(client, make_user(Role.ADMINISTRATOR), ppk).content.decode()

        assert "http://testserver/undangan/" in html
        later = client.get(f"/pengaturan/pengguna/{ppk.pk}/").content.decode()
        assert "/undangan/" not in later
        assert "Cabut tautan" in later

    def test_not_for_one_who_works_in_another_agency_too_pg_21(self, client):
        both = make_user(Role.PPK)
        make_office(both, Role.PPK, make_agency("X202"))

        response = self.make(client, make_user(Role.ADMINISTRATOR), both)

        assert response.status_code == 422
        assert "PG-21" in response.content.decode()
        assert not OneTimeLink.objects.exists()

    def test_not_for_the_administrator_of_the_whole_deployment(self, client):
        chief = make_administrator()
        make_office(chief, Role.PPK, make_agency())

        assert self.make(client, make_user(Role.ADMINISTRATOR), chief).status_code == 422

    def test_not_for_oneself_pg_28(self, client):
        admin = make_user(Role.ADMINISTRATOR)

        assert "PG-28" in self.make(client, admin, admin).content.decode()

    def test_a_closed_account_is_opened_first_pg_23(self, client):
        ppk = make_user(Role.PPK)
        close_account(ppk)

        response = self.make(client, make_user(Role.ADMINISTRATOR), ppk)

        assert "PG-23" in response.content.decode()

    def test_a_coordinator_may_not_and_a_person_of_another_agency_does_not_exist(self, client):
        elsewhere = make_user(Role.PPK, make_agency("X202"))

        assert self.make(client, make_user(Role.COORDINATOR), elsewhere).status_code == 403
        assert self.make(client, make_user(Role.ADMINISTRATOR), elsewhere).status_code == 404


def test_a_host_that_is_not_ours_makes_no_poisoned_link_t25(client):
    ppk = make_user(Role.PPK)
    client.force_login(make_user(Role.ADMINISTRATOR))

    response = client.post(
        f"/pengaturan/pengguna/{ppk.pk}/tautan/", headers={"host": "jahat.example"}
    )

    assert response.status_code == 400
    assert not OneTimeLink.objects.exists()
