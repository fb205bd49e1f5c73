import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from tolok import environment

GOOD = "k" * environment.SHORTEST_SECRET


def test_home_is_what_tolok_home_says(tmp_path):
    assert environment.home({"TOLOK_HOME": str(tmp_path)}) == tmp_path


@pytest.mark.parametrize(
    ("platform", "given", "below_home"),
    [
        ("linux", {}, ".local/share/tolok"),
        ("darwin", {}, "Library/Application Support/tolok"),
        ("win32", {}, "AppData/Local/tolok"),
    ],
)
def test_home_is_where_the_system_keeps_a_users_data(platform, given, below_home):
    assert environment.home(given, platform=platform) == Path.home() / below_home


def test_a_user_may_have_moved_all_data():
    moved = environment.home({"XDG_DATA_HOME": "/data/sari"}, platform="linux")

    assert moved == Path("/data/sari/tolok")


def test_the_key_is_made_once_and_only_its_owner_reads_it(tmp_path):
    environment.write_secret_key(tmp_path)
    first = environment.secret_key({}, tmp_path)
    environment.write_secret_key(tmp_path)

    assert len(first) >= environment.SHORTEST_SECRET
    assert environment.secret_key({}, tmp_path) == first
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_without_database_url_it_is_sqlite_in_the_home(tmp_path):
    assert environment.database("", tmp_path)["NAME"] == tmp_path / "db.sqlite3"


def test_database_url_names_a_postgresql_with_a_pool():
    described = environment.database(
        "postgresql://tolok:r%40hasia@db.contoh.go.id:5433/kinerja?sslmode=require", Path()
    )

    assert described == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "kinerja",
        "USER": "tolok",
        "PASSWORD": "r@hasia",
        "HOST": "db.contoh.go.id",
        "PORT": "5433",
        "OPTIONS": {"pool": True, "sslmode": "require"},
    }


def test_another_kind_of_database_is_refused():
    with pytest.raises(ImproperlyConfigured, match="postgresql://"):
        environment.database("mysql://tolok@localhost/kinerja", Path())


@pytest.mark.parametrize(
    ("given", "secret", "allowed", "said"),
    [
        ({}, "only-for-development", ["localhost"], "Kunci rahasia"),
        ({"TOLOK_DEBUG": "1"}, GOOD, ["localhost"], "TOLOK_DEBUG"),
        ({}, GOOD, ["*"], "TOLOK_HOSTS"),
        ({}, GOOD, [".contoh.go.id"], "TOLOK_HOSTS"),
        ({"TOLOK_DEMO": "1", "TOLOK_BIND": "0.0.0.0"}, GOOD, ["localhost"], "TOLOK_DEMO"),  # noqa: S104
        ({"TOLOK_DEMO": "1", "TOLOK_BIND": "demo.contoh.id"}, GOOD, ["x"], "TOLOK_DEMO"),
        ({"TOLOK_DEMO": "ya"}, GOOD, ["localhost"], "TOLOK_DEMO harus 0 atau 1"),
    ],
)
def test_a_careless_setting_stops_the_start_and_says_why(given, secret, allowed, said):
    with pytest.raises(ImproperlyConfigured, match=said):
        environment.refuse_unsafe(given, secret=secret, allowed=allowed)


@pytest.mark.parametrize("bind", ["127.0.0.1", "localhost", "::1", "127.0.0.9"])
def test_a_demo_on_this_machine_may_be_careless(bind):
    demo = {"TOLOK_DEMO": "1", "TOLOK_BIND": bind, "TOLOK_DEBUG": "1"}

    environment.refuse_unsafe(demo, secret="", allowed=["*"])


def test_a_careful_setting_starts():
    environment.refuse_unsafe({}, secret=GOOD, allowed=["kinerja.contoh.go.id"])


def test_hosts_are_this_machine_unless_named():
    assert environment.hosts({}) == ["localhost", "127.0.0.1", "[::1]"]
    assert environment.hosts({"TOLOK_HOSTS": "a.go.id, b.go.id"}) == ["a.go.id", "b.go.id"]


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("", ""),
        ("kinerja.contoh.go.id", "kinerja.contoh.go.id"),
        ("https://kinerja.contoh.go.id/tolok/", "kinerja.contoh.go.id/tolok"),
    ],
)
def test_the_public_address_is_what_a_qr_leads_to(given, address):
    assert environment.public_address({"TOLOK_ADDRESS": given}) == address


@pytest.mark.parametrize("given", ["http://contoh.go.id", "contoh.go.id/?x", "a b"])
def test_an_address_no_qr_can_lead_to_stops_the_start(given):
    with pytest.raises(ImproperlyConfigured, match="TOLOK_ADDRESS"):
        environment.public_address({"TOLOK_ADDRESS": given})


def test_places_inside_are_named_with_their_port():
    given = {"TOLOK_INTERNAL_HOSTS": "SMTP.kantor.lan:25, [fd00::1]:443"}

    assert environment.internal_hosts(given) == {"smtp.kantor.lan:25", "fd00::1:443"}
    assert environment.internal_hosts({}) == frozenset()
    with pytest.raises(ImproperlyConfigured, match="TOLOK_INTERNAL_HOSTS"):
        environment.internal_hosts({"TOLOK_INTERNAL_HOSTS": "smtp.kantor.lan"})
