from django.http import HttpResponse
from django.shortcuts import render

from tolok.dashboards.freshness import freshness
from tolok.dashboards.overview import overview_of
from tolok.measurement.doubted import open_findings
from tolok.measurement.in_force import indicators_in_force
from tolok.measurement.year import shown_in, values_of
from tolok.people.http import SignedInRequest
from tolok.registry.models import Finding, Snapshot


def overview(request: SignedInRequest) -> HttpResponse:
    """The start page: how the year stands."""
    snapshot = Snapshot.objects.seen_in(request).select_related("agency").first()
    if snapshot is None:
        return render(request, "dashboards/overview.html", {"snapshot": None})
    agency, year = snapshot.agency, snapshot.year
    indicators = indicators_in_force(agency, year)
    findings = open_findings(agency, year, indicators)
    shown = shown_in(snapshot, indicators, values_of(snapshot))
    context = {
        "snapshot": snapshot,
        "overview": overview_of(shown, findings),
        "open_findings": Finding.objects.seen_in(request).open().count(),
        "freshness": freshness(agency, year),
    }
    return render(request, "dashboards/overview.html", context)
