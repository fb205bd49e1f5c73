from collections.abc import Mapping

from django.http import Http404, HttpResponse
from django.shortcuts import render

from tolok.core.indicator import Indicator
from tolok.cycle.http import at_work
from tolok.measurement.attributes import attributes
from tolok.measurement.charts import rows_page
from tolok.measurement.in_force import exclusions_in_force, indicators_in_force
from tolok.measurement.indicator_page import IndicatorPage
from tolok.measurement.listed import Asked, left_out
from tolok.measurement.origin import origin_of
from tolok.measurement.versions import history
from tolok.measurement.views.refusals import told_when_refused
from tolok.people.http import SignedInRequest
from tolok.registry.models import Snapshot


@told_when_refused
def indicator(request: SignedInRequest, code: str) -> HttpResponse:
    """One indicator: what it means, how it stands, and where its value comes from."""
    found = the_indicator(request, code)
    agency, _ = at_work(request)
    context: dict[str, object] = {
        "indicator": found,
        "attributes": attributes(found),
        "history": history(agency, code),
        "may_edit": request.may_open("measurement:edit_indicator"),
    }
    snapshot = the_snapshot(request)
    if snapshot is not None:
        page = IndicatorPage(snapshot, found)
        reasons = left_out(asked(snapshot, found, {}))
        origin = origin_of(found, page.shown.value, reasons, rows_page(code, {}))
        context |= {"snapshot": snapshot, "page": page, "origin": origin}
    return render(request, "measurement/indicator.html", context)


def the_indicator(request: SignedInRequest, code: str) -> Indicator:
    """One of the agency at work in, valid in the year; others do not exist."""
    for one in indicators_in_force(*at_work(request)):
        if one.code == code:
            return one
    raise Http404


def asked(snapshot: Snapshot, indicator: Indicator, group: Mapping[str, str]) -> Asked:
    """The rows of one group, without the packages people took out of the indicator."""
    exclusions = exclusions_in_force(snapshot.agency, snapshot.year)
    return Asked(snapshot, indicator, group, exclusions.get(indicator.code, {}))


def the_snapshot(request: SignedInRequest) -> Snapshot | None:
    """None while nothing was imported."""
    return Snapshot.objects.seen_in(request).select_related("agency").first()
