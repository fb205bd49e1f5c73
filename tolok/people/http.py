"""Where a signed-in person is at work: in which agency, with which roles."""

from collections.abc import Callable
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django_htmx.middleware import HtmxDetails

from tolok.organisation.http import AgencyRequest
from tolok.organisation.models import Agency
from tolok.people.models import RESPONDENTS, Office, Role, User
from tolok.people.permissions import may_open

Answer = Callable[[HttpRequest], HttpResponse]


class SignedInRequest(AgencyRequest):
    """What every page behind the sign-in may rely on."""

    user: User  # the middleware lets nobody else through
    agencies: tuple[Agency, ...]  # to choose from
    roles: frozenset[Role]  # held today in `agency`
    htmx: HtmxDetails  # true when htmx asks for a part of a page
    year: int | None  # the fiscal year chosen; none while the agency has no year
    years: tuple[int, ...]  # to choose from, newest first


class AtWorkMiddleware:
    """Sets request.agency, .agencies and .roles from the offices in force today.

    The agency is the one chosen with `?instansi=D107` and remembered in the session, else the
    first. One that is not the person's does not exist for them.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            put_to_work(request)  # type: ignore[arg-type]  # becomes a SignedInRequest here
        return self.get_response(request)


class NotStoredMiddleware:
    """What a signed-in person saw is not kept by the browser: on a shared computer the button
    back shows nothing after the sign-out (T26)."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        signed_in = request.user.is_authenticated
        response = self.get_response(request)
        if signed_in:
            response.headers.setdefault("Cache-Control", "no-store")
        return response


def put_to_work(request: SignedInRequest) -> None:
    offices = list(request.user.offices_on().select_related("agency"))
    everywhere = any(office.agency is None for office in offices)
    request.agencies = tuple(Agency.objects.all()) if everywhere else own_agencies(offices)
    request.agency = chosen_agency(request)
    request.roles = own_roles(offices, request.agency)
    stood_in_for: frozenset[Role] = frozenset()
    if request.agency:
        stood_in_for = request.user.roles_as_substitute(request.agency)
    request.may_open = partial(may_open, request.roles, as_substitute=stood_in_for)
    request.user.act_in(
        request.agency,
        everywhere=everywhere,
        as_respondent=bool(request.roles) and request.roles <= RESPONDENTS,
    )


def own_roles(offices: list[Office], agency: Agency | None) -> frozenset[Role]:
    return frozenset(Role(office.role) for office in offices if office.agency in (None, agency))


def own_agencies(offices: list[Office]) -> tuple[Agency, ...]:
    agencies = {office.agency for office in offices if office.agency}
    return tuple(sorted(agencies, key=lambda agency: agency.name))


def chosen_agency(request: SignedInRequest) -> Agency | None:
    mine = {agency.code: agency for agency in request.agencies}
    if (wanted := request.GET.get("instansi")) is not None:
        if wanted not in mine:
            raise Http404
        request.session["agency"] = wanted
    remembered: str = request.session.get("agency", "")
    return mine.get(remembered) or next(iter(request.agencies), None)


def zone_of(request: SignedInRequest) -> str:
    """The clock times are told by: that of the agency at hand."""
    return request.agency.time_zone if request.agency else Agency.TimeZone.WIB.value
