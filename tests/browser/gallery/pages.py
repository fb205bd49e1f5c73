"""The gallery's pages: `@pytest.mark.urls("tests.browser.gallery.pages")`."""

from pathlib import Path

from django.http import HttpResponse
from django.shortcuts import render
from django.template import RequestContext, Template
from django.urls import include, path

from tests.browser.gallery import data

HERE = Path(__file__).parent
PAGES = ("capaian", "indikator", "impor", "paket", "cerita", "formulir", "kosong", "menunggu")


def page(request, name):
    if request.htmx:  # only the waiting page asks for a part of itself
        return render(request, "ui/progress.html", data.context(request, name))
    source = (HERE / f"{name}.html").read_text(encoding="utf-8")
    context = data.context(request, name)
    status = 422 if name == "formulir" else 200
    return HttpResponse(Template(source).render(RequestContext(request, context)), status=status)


urlpatterns = [
    path("galeri/<str:name>/", page, name="galeri"),
    path("", include("tolok.people.urls")),
    path("pengaturan/unit-kerja/", include("tolok.organisation.urls")),
    path("pengaturan/", include("tolok.cycle.urls")),
]
