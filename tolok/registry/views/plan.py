from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from tolok.people.http import SignedInRequest
from tolok.registry.forms.registers import PlanFilter
from tolok.registry.models import PlanEntry

ROWS_A_PAGE = 50


def plan_entries(request: SignedInRequest) -> HttpResponse:
    form = PlanFilter(PlanEntry.objects.seen_in(request), request.GET)
    rows = form.rows().sorted_by(request.GET.get("urut", ""))
    page = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("halaman"))
    return render(request, "registry/plan_entries.html", {"form": form, "page": page})
