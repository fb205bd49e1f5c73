"""What every page's frame says of one's messages."""

from functools import partial

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from tolok.messages.models import Message
from tolok.people.http import SignedInRequest
from tolok.ui.frame import Choice


def frame(request: HttpRequest) -> dict[str, object]:
    """The context processor: `news` leads to one's messages; counted only where it is shown."""
    if not hasattr(request, "may_open"):
        return {}
    count = partial(_news, request)  # type: ignore[arg-type]  # who may open a page is signed in
    return {"news": SimpleLazyObject(count)}


def _news(request: SignedInRequest) -> Choice:
    unread = Message.objects.visible_to(request.user).unread().count()
    label = f"Pemberitahuan ({unread} belum dibaca)" if unread else "Pemberitahuan"
    return Choice(label, reverse("messages:messages"))
