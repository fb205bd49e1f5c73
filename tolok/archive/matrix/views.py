from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from tolok.archive.matrix.cells import Cell, Registers, cells_of
from tolok.archive.matrix.forms import MatrixFilter
from tolok.archive.matrix.rows import chosen, laid_out
from tolok.archive.matrix.tally import State, Tally
from tolok.archive.matrix.workbook import COLUMNS, rows_of
from tolok.cycle.http import the_year
from tolok.organisation.clock import today_in
from tolok.people.http import SignedInRequest
from tolok.registry.workbook import download, workbook_of
from tolok.ui.frame import Choice


def matrix(request: SignedInRequest) -> HttpResponse:
    """What is there of all that is expected, and what is missing."""
    cells, registers, form = shown(request)
    wanted = form.wanted()
    found = laid_out(cells, registers, by_unit=bool(wanted.document))
    context = {
        "form": form,
        "matrix": found,
        "states": states(request, found.total),
        "heading": "Satuan kerja" if wanted.document else "Dokumen",
        "by_unit": bool(wanted.document),
    }
    return render(request, "archive/matrix.html", context)


def export_matrix(request: SignedInRequest) -> FileResponse:
    cells, registers, _ = shown(request)
    content = workbook_of("Kelengkapan", COLUMNS, rows_of(cells, registers))
    year = the_year(request)
    return download(content, f"kelengkapan-{year.agency.code}-{year.year}.xlsx")


def shown(request: SignedInRequest) -> tuple[list[Cell], Registers, MatrixFilter]:
    year = the_year(request)
    cells, registers = cells_of(year, today_in(year.agency))
    form = MatrixFilter(registers, request.GET)
    return chosen(cells, registers, form.wanted()), registers, form


def states(request: SignedInRequest, total: Tally) -> tuple[Choice, ...]:
    """How many papers stand in each state; each leads to them."""
    here = reverse("archive:matrix")
    query = request.GET.copy()
    chosen_now = query.pop("keadaan", [""])[-1]
    found = []
    for state in State:
        if count := total.counts.get(state, 0):
            query["keadaan"] = state.key
            href = f"{here}?{query.urlencode()}"
            found.append(Choice(f"{state.word} {count}", href, chosen_now == state.key))
    query.pop("keadaan", None)
    label = f"Semua {total.expected}"
    return (Choice(label, f"{here}?{query.urlencode()}", not chosen_now), *found)
