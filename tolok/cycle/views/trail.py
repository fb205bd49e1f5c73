from django.http import HttpResponse
from django.shortcuts import render

from tolok.core.zones import Zone
from tolok.cycle.forms.trail import TrailFilter
from tolok.people.http import SignedInRequest
from tolok.trail.models import AuditEntry
from tolok.ui.paging import paged


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
    rows = paged(request, entries)
    return render(request, "cycle/trail.html", {"form": form, "rows": rows, "zone": zone.name})
