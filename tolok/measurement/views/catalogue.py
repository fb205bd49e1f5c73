from django.http import HttpResponse
from django.shortcuts import render

from tolok.people.http import SignedInRequest


def indicators(request: SignedInRequest) -> HttpResponse:
    """Every indicator of the agency."""
    return render(request, "measurement/indicators.html", {})
