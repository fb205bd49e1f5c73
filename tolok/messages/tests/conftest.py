from datetime import datetime

import pytest
from django.utils import timezone

from tolok.core.zones import Zone
from tolok.messages.tests.servers import CERTIFICATE, mail_server, webhook_server
from tolok.organisation.testing import make_agency
from tolok.people.models import Role
from tolok.people.testing import make_user


@pytest.fixture(autouse=True)
def public_address(settings):
    settings.TOLOK_ADDRESS = "kinerja.contoh.example"
    settings.TOLOK_INTERNAL_HOSTS = frozenset()


@pytest.fixture
def agency(db):
    return make_agency()


@pytest.fixture
def sari(agency):
    return make_user(Role.COORDINATOR, agency)


@pytest.fixture
def administrator(agency):
    return make_user(Role.ADMINISTRATOR, agency)


@pytest.fixture
def moment(monkeypatch):
    """Sets the clock to an hour of a day of May 2025."""

    def set_to(day, hour=9):
        at = datetime(2025, 5, day, hour, tzinfo=Zone.WIB.tz)
        monkeypatch.setattr(timezone, "now", lambda: at)

    set_to(20)
    return set_to


@pytest.fixture
def mails(settings):
    """A mail server inside the network, which the server's settings name."""
    with mail_server() as server:
        settings.TOLOK_INTERNAL_HOSTS = {f"127.0.0.1:{server.server_address[1]}"}
        yield server


@pytest.fixture
def webhook(settings, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with webhook_server() as server:
        port = server.server_address[1]
        settings.TOLOK_INTERNAL_HOSTS = {f"localhost:{port}"}
        server.url = f"https://localhost:{port}"
        yield server
