from django.http import HttpResponse
from django.shortcuts import render

from tolok.measurement.fields import described, functions
from tolok.measurement.showing import in_areas
from tolok.measurement.versions import catalogue
from tolok.people.http import SignedInRequest


def indicators(request: SignedInRequest) -> HttpResponse:
    """Every indicator of the agency, those in force by area, those retired below."""
    if request.agency is None or request.year is None:
        return render(request, "measurement/indicators.html", {})
    entries = catalogue(request.agency, request.year)
    context = {
        "areas": in_areas([one for one in entries if one.in_force]),
        "retired": [one for one in entries if not one.in_force],
        "may_add": request.may_open("measurement:add_indicator"),
    }
    return render(request, "measurement/indicators.html", context)


def dictionary(request: SignedInRequest) -> HttpResponse:
    """What formulas may name; beside a formula only the list is asked for."""
    wanted = request.GET.get("cari", "")
    context = {"fields": described(wanted), "wanted": wanted, "functions": functions()}
    page = "measurement/fields.html" if request.htmx else "measurement/dictionary.html"
    return render(request, page, context)
