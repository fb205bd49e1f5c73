"""Asking a page as somebody who has signed in before, thousands of times in seconds.

Sessions, cookies and the sign-in are the same for every page and tested in `people`; here a
request enters behind them: at the resolver, the door and the view.
"""

import copy
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.sessions.backends.db import SessionStore
from django.core.handlers.base import BaseHandler
from django.db import connection, transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.backends.django import Template
from django.test import RequestFactory, override_settings
from django.utils.safestring import SafeString
from django_htmx.middleware import HtmxDetails

from tolok.cycle.models import FiscalYear
from tolok.people.http import put_to_work
from tolok.people.models import User

BEHIND_THE_SIGN_IN = ["tolok.people.permissions.RoleRequiredMiddleware"]


Fields = Mapping[str, Sequence[str]]


class Pages:
    """The pages, asked by persons who are at work in a year."""

    def __init__(self, posted: Mapping[str, Mapping[str, str]]) -> None:
        self._posted = posted  # address -> what a POST there brings
        self._handler = BaseHandler()
        with override_settings(MIDDLEWARE=BEHIND_THE_SIGN_IN):
            self._handler.load_middleware()
        self._factory = RequestFactory()
        self._at_work: dict[int, HttpRequest] = {}

    def ask(self, person: User, method: str, address: str) -> int:
        """The status of the answer. What a POST did is undone; nothing else may do anything."""
        if method == "POST":
            with transaction.atomic():
                status = self._ask(person, method, address)
                transaction.set_rollback(True)
            return status
        before = connection.connection.total_changes
        status = self._ask(person, method, address)
        assert connection.connection.total_changes == before, f"{method} changed something"
        return status

    def _ask(self, person: User, method: str, address: str) -> int:
        return self.answer(person, method, address).status_code

    def answer(
        self, person: User, method: str, address: str, data: Fields | None = None
    ) -> HttpResponseBase:
        response = self._handler.get_response(self._request(person, method, address, data))
        response.close()
        return response

    def _request(
        self, person: User, method: str, address: str, data: Fields | None = None
    ) -> HttpRequest:
        if person.pk not in self._at_work:
            self._at_work[person.pk] = self._put_to_work(person)
        known = self._at_work[person.pk]
        if method == "POST":
            request = self._factory.post(address, data or self._posted.get(address, {}))
        else:
            request = self._factory.generic(method, address)
        for name in ("agency", "agencies", "roles", "may_open", "year", "years"):
            setattr(request, name, getattr(known, name))
        request.user = copy.copy(known.user)
        request.session = SessionStore()
        request.htmx = HtmxDetails(request)
        request._messages = CookieStorage(request)
        return request

    def _put_to_work(self, person: User) -> HttpRequest:
        request = self._factory.get("/")
        request.user, request.session = person, SessionStore()
        put_to_work(request)
        own = FiscalYear.objects.filter(agency=request.agency)
        request.years = tuple(own.values_list("year", flat=True))
        request.year = next(iter(request.years), None)
        return request


@contextmanager
def only_named() -> Iterator[None]:
    """Pages answer with the name of their template: to draw each of them for each office would
    take minutes, and tells nothing about who may see it."""
    drawn = Template.render
    Template.render = lambda self, context=None, request=None: SafeString(self.template.name)
    try:
        yield
    finally:
        Template.render = drawn
