from django.http import HttpResponse
from django.shortcuts import render

from tolok.people.http import SignedInRequest
from tolok.registry.forms.registers import PlanFilter
from tolok.registry.models import PlanEntry
from tolok.ui.paging import paged


def plan_entries(request: SignedInRequest) -> HttpResponse:
    form = PlanFilter(PlanEntry.objects.seen_in(request), request.GET)
    rows = form.rows().sorted_by(request.GET.get("urut", ""))
    page = paged(request, rows)
    return render(request, "registry/plan_entries.html", {"form": form, "page": page})
