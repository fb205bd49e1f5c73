"""Whether a message is still worth sending at the moment it leaves Tolok (T24).

A room that sends messages about something that ends says so, in the `ready` of its AppConfig:

    relevance.register(Message.Kind.REMINDER, Matter(is_over, is_still_theirs))
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from tolok.messages.models import Message


@dataclass(frozen=True)
class Matter:
    """What a room says of its messages."""

    is_over: Callable[[Message], bool]
    is_still_theirs: Callable[[Message, date], bool]


_MATTERS: dict[str, Matter] = {}


def register(kind: Message.Kind, matter: Matter) -> None:
    """Once for each kind; again replaces what was said before."""
    _MATTERS[kind] = matter


def why_not_send(message: Message) -> str:
    """ "" while the matter is not over."""
    matter = _MATTERS.get(message.kind)
    return "Urusannya sudah selesai." if matter and matter.is_over(message) else ""


def why_not_send_to_recipient(message: Message, today: date) -> str:
    """ "" while it also is this person's: by an office in force today."""
    if reason := why_not_send(message):
        return reason
    if not holds_an_office(message, today):
        return "Penerima tidak lagi memegang jabatan di instansi ini."
    matter = _MATTERS.get(message.kind)
    if matter and not matter.is_still_theirs(message, today):
        return "Urusannya sudah beralih kepada orang lain."
    return ""


def holds_an_office(message: Message, today: date) -> bool:
    here = Q(agency=message.agency_id) | Q(agency=None)
    return message.recipient.offices_on(today).filter(here).exists()
