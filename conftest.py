"""What every test may ask for, and what none may do.

- Each test has a TOLOK_HOME of its own; nobody's real one is touched.
- Nothing but this machine can be reached.
- A test marked `both_databases` runs twice: on SQLite and on a real PostgreSQL; with
  `slow="postgresql"` on the latter only in `make test-slow`.
"""

import socket
import sqlite3
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections, transaction
from django.test import override_settings
from hypothesis import settings as hypothesis_settings

from tests import postgresql

# A slow machine is no failed property; the first call of a test may load half a library.
hypothesis_settings.register_profile("tolok", deadline=None)
hypothesis_settings.load_profile("tolok")

pytest_plugins = ["tests.browser.fixtures"]
SHARED = Path(__file__).resolve().parent.parent / "shared"


def pytest_configure(config):
    settings.SECRET_KEY = "k" * 50  # the same on every machine, whatever its own TOLOK_HOME holds
    settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    settings.WHITENOISE_AUTOREFRESH = True  # no folder of collected files, and no warning of it
    socket.socket.connect = only_this_machine(socket.socket.connect)
    socket.socket.connect_ex = only_this_machine(socket.socket.connect_ex)


def only_this_machine(connect):
    def guarded(self, address):
        if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise RuntimeError(f"a test tried to reach {address[0]}: tests have no network")
        return connect(self, address)

    return guarded


def pytest_generate_tests(metafunc):
    if marker := metafunc.definition.get_closest_marker("both_databases"):
        slow = {marker.kwargs.get("slow"): pytest.mark.slow}
        names = [pytest.param(name, marks=slow.get(name, ())) for name in ("sqlite", "postgresql")]
        metafunc.fixturenames.insert(0, "database")
        metafunc.parametrize("database", names, indirect=True, scope="class")


def pytest_itemcollected(item):
    """Parametrizing forgets a fixture that the test's arguments do not name."""
    if item.get_closest_marker("both_databases") and "database" not in item.fixturenames:
        item.fixturenames.insert(0, "database")


def pytest_collection_finish(session):
    """Only a run that needs PostgreSQL starts one."""
    if any(item.get_closest_marker("both_databases") for item in session.items):
        settings.DATABASES["postgresql"] = postgresql.start()
        connections.configure_settings(settings.DATABASES)


def pytest_unconfigure(config):
    postgresql.stop()


@pytest.fixture(scope="session")
def migrated_postgresql(django_db_setup, django_db_blocker):
    """Made here: pytest-django makes only the databases that tests name as their own."""
    server = connections["postgresql"]
    with django_db_blocker.unblock():
        server.creation.create_test_db(verbosity=0)
        server.close()
    return server


@pytest.fixture(scope="class")
def database(request, django_db_setup):
    """The database behind `default`; class scope, so that it is there before its transaction."""
    if request.param == "sqlite":
        yield "sqlite"
        return
    sqlite = connections["default"]
    connections["default"] = request.getfixturevalue("migrated_postgresql").copy("default")
    yield "postgresql"
    connections["default"].close()
    connections["default"] = sqlite


@pytest.fixture
def connect(home):
    """Gives the calling thread a connection of its own to a database that several can open."""
    before = connections["default"]
    pattern = before.copy("default")
    if before.vendor == "sqlite":  # from memory, where only one thread can write, into a file
        pattern.settings_dict["NAME"] = home / "db.sqlite3"
        before.ensure_connection()
        with sqlite3.connect(home / "db.sqlite3") as file:
            before.connection.backup(file)
        file.close()

    def connect():
        connections["default"] = pattern.copy("default")

    connect()
    yield connect
    connections["default"].close()
    connections["default"] = before


@pytest.fixture(autouse=True)
def home(tmp_path, settings, monkeypatch):
    """This test's own TOLOK_HOME, for the code under test and for the commands it starts."""
    folder = tmp_path / "home"
    folder.mkdir()
    settings.TOLOK_HOME = folder
    monkeypatch.setenv("TOLOK_HOME", str(folder))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return folder


@pytest.fixture(scope="module")
def lasting(django_db_setup, django_db_blocker, tmp_path_factory):
    """A database and a TOLOK_HOME for all tests of a module; see `stay`.

    On SQLite: tests of both databases stand in another module, as theirs is chosen before this.
    """
    home = tmp_path_factory.mktemp("lasting")
    with (
        pytest.MonkeyPatch.context() as environment,
        override_settings(TOLOK_HOME=home),
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        environment.setenv("TOLOK_HOME", str(home))
        yield home
        transaction.set_rollback(True)


@pytest.fixture
def stay(lasting, home, settings, monkeypatch, db):
    """Be where `lasting` is; what the test changes in the database is undone after it.

    Files stay: a test adds some, and takes none away.
    """
    settings.TOLOK_HOME = lasting
    monkeypatch.setenv("TOLOK_HOME", str(lasting))
    return lasting


@pytest.fixture(scope="session")
def shared():
    """The folder of real sample files beside the project; most checkouts do not have it."""
    if not SHARED.is_dir():
        pytest.skip("the real sample files (../shared) are not beside this checkout")
    return SHARED
