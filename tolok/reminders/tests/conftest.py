from datetime import date, datetime

import pytest
from django.utils import timezone

from tolok.core.zones import Zone
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.workflow import activities
from tolok.workflow.testing import make_run, task_at


@pytest.fixture(autouse=True)
def public_address(settings):
    settings.TOLOK_ADDRESS = "kinerja.contoh.example"


@pytest.fixture(autouse=True)
def no_phases(monkeypatch):
    """The rooms above say when their activities are done; here only the SOP speaks."""
    monkeypatch.setattr(activities, "_conditions", {})


@pytest.fixture
def moment(monkeypatch):
    """Sets the clock to an hour of a day of May 2025; the 20th is a Tuesday."""

    def set_to(day, hour=9, month=5):
        at = datetime(2025, month, day, hour, tzinfo=Zone.WIB.tz)
        monkeypatch.setattr(timezone, "now", lambda: at)

    set_to(1)
    return set_to


@pytest.fixture
def agency(db):
    return make_agency()


@pytest.fixture
def coordinator(agency):
    return make_user(Role.COORDINATOR, agency)


@pytest.fixture
def head(agency):
    return make_user(Role.KETUA_TIM, agency)


@pytest.fixture
def task(agency, coordinator, moment):
    """The coordinator's, due on Tuesday 20 May 2025."""
    return due_on(task_at(make_run(agency), "KT1.i"), 20)


def due_on(task, day, month=5):
    task.due = date(2025, month, day)
    task.save(update_fields=["due"])
    return task
