"""What the pages of this room need of a request; the rooms above promise more."""

from collections.abc import Callable
from typing import Protocol

from django.http import Http404, HttpRequest

from tolok.organisation.models import Agency, SeesAgencies
from tolok.trail.record import Actor


class Person(Actor, SeesAgencies, Protocol):
    """Someone who sees agencies and whose deeds are recorded."""


class AgencyRequest(HttpRequest):
    """A request of a person who is at work in an agency."""

    user: Person  # type: ignore[assignment]  # the type of users is known above this room
    agency: Agency | None  # the one chosen; none for someone without an office
    may_open: Callable[[str], bool]  # whether the roles held there open a page, by URL name


def the_agency(request: AgencyRequest) -> Agency:
    """The one the person is at work in; somebody without an office has no such page."""
    if request.agency is None:
        raise Http404
    return request.agency
