import pytest

from tests.commands import tolok
from tolok.core.problem import RefusedError
from tolok.cycle.models import FiscalYear
from tolok.operations import start
from tolok.operations.start import Opening, make_administrator
from tolok.organisation.models import Agency
from tolok.people.models import Role, User

OPENING = Opening("D999", "Kabupaten Contoh", 2025, "kaltim-2024")


@pytest.mark.django_db
def test_an_agency_and_its_year_are_opened_once():
    assert start.start(OPENING) is True
    assert start.start(OPENING) is False

    assert Agency.objects.get().kind == Agency.Kind.KABUPATEN
    assert FiscalYear.objects.get().sop == "kaltim-2024"


@pytest.mark.django_db
def test_the_next_year_joins_the_same_agency():
    start.start(OPENING)
    start.start(Opening("d999", "Kabupaten Contoh", 2026, ""))

    assert Agency.objects.get().years.count() == 2


@pytest.mark.django_db
def test_the_first_administrator_sees_the_whole_deployment(monkeypatch):
    monkeypatch.setenv("TOLOK_ADMIN_PASSWORD", "tujuh-gajah-menari")

    assert make_administrator("sari@contoh.go.id", "Sari") is True
    assert make_administrator("Sari@contoh.go.id", "Sari") is False

    assert User.objects.get().roles_in(None) == {Role.ADMINISTRATOR}


def test_a_password_is_asked_twice_and_must_be_the_same_h_10(monkeypatch):
    monkeypatch.delenv("TOLOK_ADMIN_PASSWORD", raising=False)
    typed = iter(["tujuh-gajah", "tujuh-rusa"])
    monkeypatch.setattr(start, "getpass", lambda _: next(typed))

    with pytest.raises(RefusedError, match="tidak sama") as refusal:
        start.asked_password("sari@contoh.go.id")

    assert refusal.value.problems[0].rule == "H-10"


def test_without_a_keyboard_it_says_where_the_password_may_stand(monkeypatch):
    def nobody(_):
        raise EOFError

    monkeypatch.delenv("TOLOK_ADMIN_PASSWORD", raising=False)
    monkeypatch.setattr(start, "getpass", nobody)

    with pytest.raises(RefusedError, match="TOLOK_ADMIN_PASSWORD"):
        start.asked_password("sari@contoh.go.id")


@pytest.mark.slow
def test_init_prepares_an_empty_home_and_the_second_time_says_so(home):
    given = ["init", "--agency", "D999", "--name", "Kabupaten Contoh", "--year", "2025"]

    first, second = tolok(*given), tolok(*given)

    assert (first.code, second.code, first.err, second.err) == (0, 0, "", "")
    assert "siap" in first.out
    assert "sudah ada" in second.out
    assert (home / "secret_key").stat().st_mode & 0o777 == 0o600
