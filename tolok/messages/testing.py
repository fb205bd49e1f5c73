"""Short ways for tests to make the things they need. Every argument has a sensible default."""

from typing import Any

from django.utils import timezone

from tolok.messages import actions
from tolok.messages.keys import new_salt
from tolok.messages.models import EmailChannel, Message, WebhookChannel
from tolok.organisation.models import Agency
from tolok.organisation.testing import make_agency
from tolok.people.models import User
from tolok.people.testing import make_user


def make_email_channel(
    agency: Agency | None = None, host: str = "127.0.0.1", port: int = 25, **fields: Any
) -> EmailChannel:
    """On; without encryption and without a password, as a server in the cellar may be."""
    usual = {
        "security": EmailChannel.Security.NONE,
        "sender": "tolok@contoh.id",
        "changed_at": timezone.now(),
    }
    values = {"agency": agency or make_agency(), "host": host, "port": port} | usual | fields
    return EmailChannel.objects.create(**values)


def make_webhook_channel(
    agency: Agency | None = None, url: str = "https://localhost/", **fields: Any
) -> WebhookChannel:
    usual = {"salt": new_salt(), "changed_at": timezone.now()}
    values = {"agency": agency or make_agency(), "url": url} | usual | fields
    return WebhookChannel.objects.create(**values)


def make_message(
    person: User | None = None, agency: Agency | None = None, **fields: Any
) -> Message:
    """Sent as any room would send it."""
    agency = agency or make_agency()
    usual = {"kind": Message.Kind.NEWS, "title": "Impor selesai", "path": "/data/impor/1/"}
    note = actions.Note(**usual | fields)
    message = actions.send(person or make_user(agency=agency), note, agency=agency)
    if message is None:
        raise ValueError(f"{note.key} was told before")
    return message
