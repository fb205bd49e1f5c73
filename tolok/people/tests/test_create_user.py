import pytest

from tolok.core.problem import RefusedError
from tolok.core.testing import rules_of
from tolok.people.actions import create_user
from tolok.people.models import User
from tolok.people.testing import make_administrator, make_person
from tolok.trail.models import AuditEntry

pytestmark = pytest.mark.django_db

PASSWORD = "gunung-merapi-pagi"  # noqa: S105  of nobody


def test_a_user_can_sign_in_and_may_do_nothing_yet():
    user = create_user(" Sari@Contoh.ID ", "  Sari   Dewi ", password=PASSWORD)

    assert (user.email, user.name) == ("sari@contoh.id", "Sari Dewi")
    assert user.check_password(PASSWORD)
    assert not user.offices.exists()


def test_the_trail_tells_who_made_the_user_and_never_the_password():
    admin = make_administrator()

    create_user("sari@contoh.id", "Sari", password=PASSWORD, actor=admin)

    entry = AuditEntry.objects.get()
    assert (entry.event, entry.actor_id) == ("people.create_user", admin.pk)
    assert entry.values_after() == {"surel": "sari@contoh.id", "nama": "Sari"}


def test_without_a_password_nobody_signs_in():
    assert not create_user("sari@contoh.id", "Sari").has_usable_password()


@pytest.mark.parametrize(
    ("email", "name", "password", "rules"),
    [
        ("sari@contoh.id", " ", PASSWORD, {"PG-01"}),
        ("sari", "Sari", PASSWORD, {"PG-02"}),
        ("BUDI@contoh.id", "Budi", PASSWORD, {"PG-03"}),
        ("sari@contoh.id", "Sari", "pendek", {"PG-04"}),
        ("", "", "", {"PG-01", "PG-02", "PG-04"}),
    ],
)
def test_what_is_wrong_is_told_at_once_and_nothing_is_made(email, name, password, rules):
    make_person("budi@contoh.id")

    with pytest.raises(RefusedError) as refusal:
        create_user(email, name, password=password)

    assert rules_of(refusal) == rules
    assert User.objects.count() == 1
    assert not AuditEntry.objects.exists()
