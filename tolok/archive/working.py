"""Pages of work behind the page: whole, or the part that htmx asks for while it is done."""

from django.http import HttpResponse
from django.shortcuts import render
from django_htmx.http import HttpResponseClientRedirect

from tolok.archive.models.work import Work
from tolok.people.http import SignedInRequest


def where_it_stands(
    request: SignedInRequest, work: Work, page: dict[str, object], *, name: str
) -> HttpResponse:
    """`archive/NAME.html`, or `archive/NAME_progress.html`; at its end htmx takes the whole."""
    if not request.htmx:
        return render(request, f"archive/{name}.html", page)
    if not work.is_working:
        return HttpResponseClientRedirect(request.path)
    return render(request, f"archive/{name}_progress.html", page)
