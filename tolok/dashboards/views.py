from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render

from tolok.dashboards.export import COLUMNS, overview_rows
from tolok.dashboards.freshness import freshness
from tolok.dashboards.overview import Overview, overview_of
from tolok.measurement.doubted import open_findings
from tolok.measurement.in_force import indicators_in_force
from tolok.measurement.views.indicator import the_snapshot
from tolok.measurement.views.refusals import told_when_refused
from tolok.measurement.year import shown_in, values_of
from tolok.people.http import SignedInRequest
from tolok.planning.in_force import year_targets
from tolok.registry.models import Finding, Snapshot
from tolok.registry.workbook import download, workbook_of


@told_when_refused
def overview(request: SignedInRequest) -> HttpResponse:
    """The start page: how the year stands."""
    snapshot = the_snapshot(request)
    if snapshot is None:
        return render(request, "dashboards/overview.html", {"snapshot": None})
    context = {
        "snapshot": snapshot,
        "overview": read_overview(snapshot),
        "open_findings": Finding.objects.seen_in(request).open().count(),
        "freshness": freshness(snapshot.agency, snapshot.year),
    }
    return render(request, "dashboards/overview.html", context)


@told_when_refused
def export_overview(request: SignedInRequest) -> FileResponse:
    """The same table, to be worked on elsewhere."""
    snapshot = the_snapshot(request)
    if snapshot is None:
        raise Http404
    content = workbook_of("Capaian", COLUMNS, overview_rows(read_overview(snapshot)))
    return download(content, f"capaian-{snapshot.agency.code}-{snapshot.year}.xlsx")


def read_overview(snapshot: Snapshot) -> Overview:
    indicators = indicators_in_force(snapshot.agency, snapshot.year)
    shown = shown_in(snapshot, indicators, values_of(snapshot))
    findings = open_findings(snapshot.agency, snapshot.year, indicators)
    return overview_of(shown, findings, year_targets(snapshot.agency, snapshot.year))
