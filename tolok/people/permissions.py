"""Who may open which page. A page missing from these tables is closed to everyone.

A new page is one more line under its URL name in `pages/`, or here when strangers may open it; if
its address names an object, a line in `tests/permissions/objects.py` says which, and every office
is asked whether it is so. Which rows a person sees on an open page is decided by `visible_to` on
the model.
"""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from tolok.people.models import Role
from tolok.people.pages.reading import READERS
from tolok.people.pages.writing import WRITERS

Page = Callable[..., HttpResponseBase]
READING = ("GET", "HEAD")

# Open to strangers
PUBLIC = frozenset(
    {
        "outreach:receive",
        "outreach:receive_letter",
        "outreach:check_in",
        "outreach:checked_in",
        "people:second_step",
        "people:sign_in",
        "people:use_link",
        "reminders:calendar_feed",
        "verification:ask",
        "verification:paper",
    }
)

# About oneself: open to whoever is signed in, with or without an office
ONESELF = frozenset(
    {
        "messages:choice",
        "messages:mark_all_read",
        "messages:mark_read",
        "messages:messages",
        "people:account",
        "people:begin_second_factor",
        "people:change_password",
        "people:confirm_second_factor",
        "people:end_own_session",
        "people:home",
        "people:new_recovery_codes",
        "people:remove_second_factor",
        "people:second_factor",
        "people:sign_out",
        "registry:choose_columns",
        "reminders:calendar",
        "reminders:make_calendar_link",
        "reminders:revoke_calendar_link",
    }
)

MAY_OPEN: dict[str, frozenset[Role]] = {**READERS, **WRITERS}


# What a named substitute opens by the office of the one stood in for: the decision, no more
OF_SUBSTITUTES = frozenset(
    {
        "planning:approval",
        "planning:approve_plan",
        "planning:return_plan",
        "workflow:complete_task",
        "workflow:return_task",
    }
)


def may_open(
    roles: frozenset[Role], page: str, as_substitute: frozenset[Role] = frozenset()
) -> bool:
    """By the roles held; `as_substitute` are those of officers one decides for."""
    if page in OF_SUBSTITUTES:
        roles |= as_substitute
    return page in PUBLIC or page in ONESELF or bool(roles & MAY_OPEN.get(page, frozenset()))


def lacks_second_factor(request: HttpRequest) -> bool:
    """Whether the agency at hand wants a second factor that the person has not set up yet."""
    agency = request.agency  # type: ignore[attr-defined]  # set by AtWorkMiddleware
    wanted = agency is not None and agency.second_factor_required
    return wanted and not request.user.has_second_factor()  # type: ignore[union-attr]


def redirect_whole(page: str, request: HttpRequest) -> HttpResponseBase:
    """To another page, also when only a part of one was asked for."""
    if request.headers.get("HX-Request") == "true":
        return HttpResponseClientRedirect(reverse(page))
    return redirect(page)


class RoleRequiredMiddleware(LoginRequiredMiddleware):
    """Strangers are sent to sign in; a signed-in person opens what the tables open.

    Pages that read answer GET, the others POST too, and none anything else: a view that only
    asks "is it a POST?" would take a DELETE for reading.
    """

    def process_view(
        self,
        request: HttpRequest,
        view_func: Page,
        view_args: tuple[Any, ...],
        view_kwargs: dict[Any, Any],
    ) -> HttpResponseBase | None:
        page = request.resolver_match.view_name if request.resolver_match else ""
        if page not in PUBLIC and (instead := self.instead_of(page, request, view_func)):
            return instead
        answered = READING if page in READERS else (*READING, "POST")
        return None if request.method in answered else HttpResponseNotAllowed(answered)

    def instead_of(
        self, page: str, request: HttpRequest, view_func: Page
    ) -> HttpResponseBase | None:
        """What somebody gets who may not open the page, or not yet."""
        if not request.user.is_authenticated:
            return self.send_to_sign_in(request, view_func)
        if not request.may_open(page):  # type: ignore[attr-defined]  # set by AtWorkMiddleware
            raise PermissionDenied
        if page not in ONESELF and lacks_second_factor(request):
            return redirect_whole("people:second_factor", request)
        return None

    def send_to_sign_in(self, request: HttpRequest, view_func: Page) -> HttpResponseBase:
        """A whole page to sign in on, also when only a part of a page was asked for."""
        answer = self.handle_no_permission(request, view_func)
        if request.headers.get("HX-Request") == "true":
            return HttpResponseClientRedirect(answer["Location"])
        return answer
