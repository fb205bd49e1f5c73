"""What the tests of this room bring in, without reading real files."""

import pytest
from django.db import transaction
from django.test import override_settings

from tolok.organisation.testing import make_agency
from tolok.registry.derivation.testing import reading
from tolok.registry.importing.actions import Choices, import_readings


@pytest.fixture
def agency():
    return make_agency()


@pytest.fixture
def bring(tmp_path, agency):
    """bring({table: rows}): import these tables, one file each."""

    def bring_tables(tables, **choices):
        return bring_in(tables, agency, tmp_path / "scratch", **choices)

    return bring_tables


def bring_in(tables, agency, scratch, *, more=(), **choices):
    scratch.mkdir(exist_ok=True)
    readings = [reading(scratch, table, rows) for table, rows in tables.items()]
    return import_readings(agency, 2025, [*readings, *more], choices=Choices(**choices))


@pytest.fixture(scope="module")
def lasting(django_db_setup, django_db_blocker, tmp_path_factory):
    """A database and a TOLOK_HOME for all tests of a module; see `stay`."""
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
    """Be where `lasting` is; what the test changes there is undone after it."""
    settings.TOLOK_HOME = lasting
    monkeypatch.setenv("TOLOK_HOME", str(lasting))
    return lasting
