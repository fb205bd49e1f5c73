"""Marking one's own messages as read; nobody else's can be."""

from django.db.models import QuerySet
from django.utils import timezone

from tolok.messages.models import Message
from tolok.people.models import User


def mark_read(message: Message) -> None:
    """Again changes nothing: the first time is what counts."""
    Message.objects.filter(pk=message.pk).unread().update(read_at=timezone.now())


def mark_all_read(person: User) -> int:
    """How many there were; those of agencies in which one holds no office any longer too."""
    own: QuerySet[Message] = Message.objects.filter(recipient=person, read_at=None)
    return own.update(read_at=timezone.now())
