from django.http import HttpResponse
from django.shortcuts import render

from tolok.people.http import SignedInRequest
from tolok.registry.models import Import, Snapshot
from tolok.registry.xray import xray_of


def xray(request: SignedInRequest) -> HttpResponse:
    agency, year = request.agency, request.year
    found = xray_of(agency, year) if agency and year else None
    context = {
        "xray": found,
        "newest": Import.objects.seen_in(request).that_count().first(),
        "snapshot": Snapshot.objects.seen_in(request).order_by("-pk").first(),
    }
    return render(request, "registry/xray.html", context)
