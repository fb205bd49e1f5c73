from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from tolok.people.http import SignedInRequest
from tolok.registry.forms.packages import PackageFilter
from tolok.registry.models import ChosenColumns, Finding, Package
from tolok.registry.models.package_rows import PackageRows
from tolok.registry.packages.columns import (
    COLUMNS,
    LIST,
    USUAL,
    ListColumn,
    columns_named,
    sheet_columns,
    value_of,
)
from tolok.registry.packages.facts import ABOUT, COUNTS, MONEY, facts_of
from tolok.registry.packages.known import known_of
from tolok.registry.packages.story import story_of
from tolok.registry.published_rows import published_rows
from tolok.registry.workbook import download, workbook_of
from tolok.ui.paging import paged


def packages(request: SignedInRequest) -> HttpResponse:
    form = PackageFilter(Package.objects.seen_in(request), request.GET)
    rows = asked_for(form, request)
    page = paged(request, rows)
    doubts = Finding.objects.seen_in(request).open()
    context = {
        "form": form,
        "page": page,
        "totals": rows.totals(),
        "doubts": doubts.per_package(package.code for package in page),
        "columns": chosen_columns(request),
        "all_columns": COLUMNS,
    }
    return render(request, "registry/packages.html", context)


def chosen_columns(request: SignedInRequest) -> tuple[ListColumn, ...]:
    return columns_named(ChosenColumns.objects.of(request.user, LIST, usual=USUAL))


@require_POST
def choose_columns(request: SignedInRequest) -> HttpResponse:
    """Kept for this person alone; the list comes back as it was filtered."""
    chosen = [column.key for column in columns_named(request.POST.getlist("kolom"))]
    ChosenColumns.objects.update_or_create(
        person=request.user, listing=LIST, defaults={"columns": chosen or list(USUAL)}
    )
    return redirect(f"{reverse('registry:packages')}?{request.GET.urlencode()}")


def export_packages(request: SignedInRequest) -> FileResponse:
    """All rows the list was asked for, in the columns it shows."""
    rows = asked_for(PackageFilter(Package.objects.seen_in(request), request.GET), request)
    doubts = Finding.objects.seen_in(request).open().per_package()
    columns = chosen_columns(request)
    cells = (
        (package.name, *(value_of(package, column, doubts) for column in columns))
        for package in rows
    )
    content = workbook_of("Paket", sheet_columns(columns), cells)
    return download(content, f"Paket {request.agency} TA {request.year}.xlsx")


def asked_for(form: PackageFilter, request: SignedInRequest) -> PackageRows:
    return form.rows().sorted_by(request.GET.get("urut", ""))


def find_package(request: SignedInRequest) -> HttpResponse:
    """A package by its code, as other pages and people name it: ?kode=…"""
    seen = Package.objects.seen_in(request)
    return redirect(get_object_or_404(seen, code=request.GET.get("kode", "")))


def package(request: SignedInRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Package.objects.visible_to(request.user).for_list(), pk=pk)
    known = known_of(found)
    context = {
        "package": found,
        "about": facts_of(found, (*ABOUT, *COUNTS), known.corrections),
        "money": facts_of(found, MONEY, known.corrections),
        "events": story_of(found, known),
        "known": known,
        "may_see_registers": request.may_open("registry:supplier"),
        "may_propose": request.may_open("registry:propose_correction"),
    }
    return render(request, "registry/package.html", context)


def package_sources(request: SignedInRequest, pk: int) -> HttpResponse:
    """The published rows behind a package, cell by cell."""
    found = get_object_or_404(Package.objects.visible_to(request.user), pk=pk)
    keys = [(source.sha256, source.row, source.table) for source in known_of(found).sources]
    rows = published_rows(found.agency, found.year, keys)
    return render(request, "registry/package_sources.html", {"package": found, "rows": rows})
