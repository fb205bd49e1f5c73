"""Journeys the tests only read: walked through once, in a transaction that is taken back."""

from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from tolok.demo.generator.order import Mix, Order
from tolok.demo.journey.going import Journey, go

SMALL = Order(packages=90, years=2, seed=900, mix=Mix(tender=0.3, direct=0.4))


@pytest.fixture(scope="session")
def travel(django_db_setup, django_db_blocker, tmp_path_factory):
    """Gives what a journey told and the folder it filled; each is walked only once."""
    walked = {}

    def travel(sop, until):
        if (sop, until) not in walked:
            folder = tmp_path_factory.mktemp("journey")
            with django_db_blocker.unblock(), taken_back(folder / "home"):
                told = go(Journey(sop, until, folder / "out", order=SMALL))
            walked[sop, until] = told, folder / "out"
        return walked[sop, until]

    return travel


@contextmanager
def taken_back(home: Path):
    with pytest.MonkeyPatch.context() as patched, transaction.atomic():
        patched.setattr(settings, "TOLOK_HOME", home)
        yield
        transaction.set_rollback(True)
