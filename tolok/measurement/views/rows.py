from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render

from tolok.measurement.explain import Explanation, Sources, as_result, explain
from tolok.measurement.forms.rows import RowsFilter
from tolok.measurement.listed import Asked
from tolok.measurement.rows_page import RowsPage
from tolok.measurement.views.indicator import asked, the_indicator, the_snapshot
from tolok.measurement.views.refusals import told_when_refused
from tolok.measurement.workbook import explanation_workbook
from tolok.organisation.models import WorkUnit
from tolok.people.http import SignedInRequest
from tolok.registry.lineage import sources_of
from tolok.registry.models import Package
from tolok.registry.workbook import download
from tolok.terminal import as_json

JSON = "application/json"


@told_when_refused
def rows(request: SignedInRequest, code: str) -> HttpResponse:
    """The packages that make a value, those left out, and those that may still move it."""
    form = the_filter(request)
    whose = wanted(request, code, form)
    page = RowsPage(whose, form.part(), form.fact(), request.GET)
    return render(request, "measurement/rows.html", {"page": page, "form": form})


@told_when_refused
def rows_workbook(request: SignedInRequest, code: str) -> FileResponse:
    """The same rows, all of them, with the sums and the quotient as live formulas."""
    whose = wanted(request, code, the_filter(request))
    content = explanation_workbook(whose.indicator, *explained(whose))
    return download(content, f"{file_name(whose)}.xlsx")


@told_when_refused
def rows_json(request: SignedInRequest, code: str) -> FileResponse:
    whose = wanted(request, code, the_filter(request))
    content = as_json(as_result(*explained(whose))).encode()
    return download(content, f"{file_name(whose)}.json", JSON)


def the_filter(request: SignedInRequest) -> RowsFilter:
    units = WorkUnit.objects.of_desk(request)
    return RowsFilter(units, Package.objects.seen_in(request), request.GET)


def wanted(request: SignedInRequest, code: str, form: RowsFilter) -> Asked:
    """Whose rows; before the first import there are none."""
    indicator, snapshot = the_indicator(request, code), the_snapshot(request)
    if snapshot is None:
        raise Http404
    return asked(snapshot, indicator, form.group())


def explained(whose: Asked) -> tuple[Explanation, Sources]:
    found = explain(whose.snapshot, whose.indicator, group=whose.group, excluded=whose.excluded)
    return found, sources_of(whose.snapshot, [row.package for row in found.rows if row.package])


def file_name(whose: Asked) -> str:
    group = "".join(f"-{key or 'kosong'}" for key in whose.group.values())
    return f"{whose.indicator.code}-{whose.snapshot.agency.code}-{whose.snapshot.year}{group}"
