import pytest
from django.test import Client

from tolok.people.testing import make_person
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

OLD, NEW = "gunung-merapi-pagi", "sawah-hijau-senja"


@pytest.fixture
def sari(client):
    sari = make_person("sari@contoh.id", password=OLD)
    client.force_login(sari)
    return sari


def change(client, old=OLD, new=NEW, again=None):
    passwords = {"old_password": old, "new_password1": new, "new_password2": again or new}
    return client.post("/akun/kata-sandi/", passwords)


def test_a_person_changes_the_password_and_the_trail_tells_without_it(client, sari):
    response = change(client)

    sari.refresh_from_db()
    assert response.status_code == 302
    assert sari.check_password(NEW)
    entry = AuditEntry.objects.get()
    assert (entry.event, entry.before, entry.after) == ("people.change_password", "", "")


def test_this_session_stays_and_every_other_one_ends(client, sari):
    elsewhere = Client()
    elsewhere.force_login(sari)

    change(client)

    assert client.get("/akun/kata-sandi/").status_code == 200
    assert elsewhere.get("/akun/kata-sandi/").status_code == 302


@pytest.mark.parametrize(
    "passwords",
    [
        {"old": "bukan-yang-lama"},
        {"again": "bukan-yang-sama"},
        {"new": "sebelas-hur"},
        {"new": "sari@contoh.id"},
        {"new": "qwerty123456"},
    ],
    ids=["wrong old one", "not the same twice", "shorter than 12", "the address", "too common"],
)
def test_what_is_not_good_enough_is_refused_and_changes_nothing(client, sari, passwords):
    response = change(client, **passwords)

    sari.refresh_from_db()
    assert response.context["form"].errors
    assert sari.check_password(OLD)
    assert not AuditEntry.objects.exists()
