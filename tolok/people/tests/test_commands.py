"""`tolok user`: the way back in, and the accounts to look through."""

import json

import pytest

from tolok.cli import main
from tolok.environment import prepare_home
from tolok.people.models import Role, User
from tolok.people.testing import make_person, make_second_factor, make_user
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

GOOD = "gunung-merapi-pagi"


@pytest.fixture(autouse=True)
def prepared(home):
    prepare_home()


def recovered(capsys, *args):
    code = main(["user", "recover", "kepala@contoh.id", *args, "--format", "json"])
    assert code == 0
    return json.loads(capsys.readouterr().out)["path"]


def test_when_no_administrator_is_left_the_server_makes_one(client, capsys):
    path = recovered(capsys, "--name", "Kepala Baru")

    client.post(path, {"password": GOOD, "again": GOOD})

    person = User.objects.get(email="kepala@contoh.id")
    assert person.roles_in(None) == {Role.ADMINISTRATOR}
    assert AuditEntry.objects.filter(event="people.recover", actor_id=None).count() == 1


def test_a_closed_account_with_a_lost_phone_comes_back(client, capsys):
    person = make_person("kepala@contoh.id")
    make_second_factor(person)
    User.objects.update(is_active=False)

    path = recovered(capsys)

    person = User.objects.get()
    assert client.get(path).status_code == 200
    assert person.is_active
    assert not person.has_second_factor()


def test_again_gives_no_second_office(capsys):
    recovered(capsys)
    recovered(capsys)

    assert User.objects.get().offices.count() == 1


def test_accounts_to_look_through_are_listed(capsys):
    make_person("tanpa@contoh.id")
    make_user(Role.PPK)

    main(["user", "stale", "--format", "json"])

    found = json.loads(capsys.readouterr().out)["accounts"]
    assert [(one["email"], one["reason"]) for one in found] == [
        ("tanpa@contoh.id", "tanpa jabatan")
    ]
