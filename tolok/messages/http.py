"""What every page's frame says of one's messages."""

from dataclasses import dataclass
from functools import partial

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from tolok.messages.models import Message
from tolok.people.http import SignedInRequest


@dataclass(frozen=True)
class News:
    """The way to one's messages."""

    unread: int

    @property
    def label(self) -> str:
        return f"Pemberitahuan ({self.unread} belum dibaca)" if self.unread else "Pemberitahuan"

    @property
    def href(self) -> str:
        return reverse("messages:messages")


def frame(request: HttpRequest) -> dict[str, object]:
    """The context processor: `news` leads to one's messages; counted only where it is shown."""
    if not hasattr(request, "may_open"):
        return {}
    count = partial(_news, request)  # type: ignore[arg-type]  # who may open a page is signed in
    return {"news": SimpleLazyObject(count)}


def _news(request: SignedInRequest) -> News:
    return News(Message.objects.visible_to(request.user).unread().count())
