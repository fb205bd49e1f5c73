from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from tolok.core.zones import Zone
from tolok.cycle.forms.trail import TrailFilter
from tolok.people.http import SignedInRequest
from tolok.trail.models import AuditEntry

ROWS_A_PAGE = 50


def trail(request: SignedInRequest) -> HttpResponse:
    zone = request.agency.zone if request.agency else Zone.WIB
    seen = AuditEntry.objects.visible_to(request.user)
    form = TrailFilter(seen.events(), request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    entries = (
        seen.about(wanted.get("cari", ""))
        .of_event(wanted.get("peristiwa", ""))
        .between(wanted.get("dari"), wanted.get("sampai"), zone.tz)
    )
    rows = Paginator(entries, ROWS_A_PAGE).get_page(request.GET.get("halaman"))
    return render(request, "cycle/trail.html", {"form": form, "rows": rows, "zone": zone.name})
