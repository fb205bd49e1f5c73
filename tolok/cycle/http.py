"""Which fiscal year a page is about, and what its frame shows of person, agency and year."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from tolok.cycle.models import FiscalYear
from tolok.organisation.models import Agency
from tolok.people.http import Answer, SignedInRequest
from tolok.ui.frame import Choice, Frame, menu


class ChosenYearMiddleware:
    """Sets request.year and request.years; stands after AtWorkMiddleware.

    The year is the one chosen with `?tahun=2025` and remembered in the session, else the newest
    that is open or closed: one that is still prepared is shown to whoever asks for it. One the
    agency does not have does not exist.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: SignedInRequest) -> HttpResponse:
        if request.user.is_authenticated:
            rows = FiscalYear.objects.filter(agency=request.agency).order_by("-year")
            states = dict(rows.values_list("year", "status"))
            request.years = tuple(states)
            opened = [year for year in states if states[year] != FiscalYear.Status.PREPARING]
            request.year = chosen_year(request, usual=next(iter([*opened, *states]), None))
        return self.get_response(request)


def chosen_year(request: SignedInRequest, *, usual: int | None) -> int | None:
    mine = {str(year): year for year in request.years}
    if (wanted := request.GET.get("tahun")) is not None:
        if wanted not in mine:
            raise Http404
        request.session["year"] = wanted
    remembered = request.session.get("year", "")
    return mine.get(remembered, usual)


def frame(request: HttpRequest) -> dict[str, object]:
    """The context processor: the letterhead and menu of whoever is signed in and at work."""
    if not hasattr(request, "year"):
        return {}
    return frame_of(request)  # type: ignore[arg-type]  # what has a year is a SignedInRequest


def frame_of(request: SignedInRequest) -> dict[str, object]:
    page = request.resolver_match.view_name if request.resolver_match else ""
    here = request.path if request.method == "GET" else "/"
    agency, year = request.agency, request.year
    return {
        "frame": Frame(
            agency=agency.name if agency else "",
            office=agency.unit_name if agency else "",
            year=year,
            years=tuple(Choice(str(n), f"{here}?tahun={n}", n == year) for n in request.years),
            agencies=tuple(
                Choice(other.name, f"/?instansi={other.code}", other == agency)
                for other in request.agencies
            ),
            person=request.user.name,
            role=", ".join(sorted(role.label for role in request.roles)),
            account=(
                Choice("Akun saya", reverse("people:account")),
                Choice("Ganti kata sandi", reverse("people:change_password")),
            ),
            sign_out=reverse("people:sign_out"),
        ),
        "menu": menu(request.may_open, page),
    }


def at_work(request: SignedInRequest) -> tuple[Agency, int]:
    """The agency and year the person is at work in; without them there is nothing to act on."""
    if request.agency is None or request.year is None:
        raise Http404
    return request.agency, request.year


def the_year(request: SignedInRequest) -> FiscalYear:
    """The year of the agency the person is at work in."""
    return get_object_or_404(FiscalYear.objects.seen_in(request).select_related("agency"))
