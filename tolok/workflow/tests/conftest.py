from datetime import date, datetime

import pytest
from django.utils import timezone

from tolok.core.zones import Zone
from tolok.people.models import Role
from tolok.people.testing import make_user
from tolok.workflow import activities
from tolok.workflow.testing import make_run


@pytest.fixture(autouse=True)
def no_phases(monkeypatch):
    """The rooms above say when their activities are done; here only the SOP speaks."""
    monkeypatch.setattr(activities, "_conditions", {})


@pytest.fixture
def coordinator(db):
    return make_user(Role.COORDINATOR)


@pytest.fixture
def head(db):
    return make_user(Role.KETUA_TIM)


@pytest.fixture
def moment(monkeypatch):
    """Sets the clock to noon of a day."""

    def set_to(day):
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=Zone.WIB.tz)
        monkeypatch.setattr(timezone, "now", lambda: noon)

    return set_to


@pytest.fixture
def run(coordinator, moment):
    """A year under the Kaltim SOP whose first step waits since 6 January 2025."""
    moment(date(2025, 1, 6))
    return make_run()
