from django.http import HttpResponse
from django.shortcuts import render

from tolok.archive.models import FileCheck, PaperFile
from tolok.people.http import SignedInRequest

MOST = 500  # a disk that fails spoils more files than anybody reads about


def damaged_files(request: SignedInRequest) -> HttpResponse:
    """Which kept files have changed or are gone, of all years, and what to do about it."""
    damaged = PaperFile.objects.visible_to(request.user).damaged()
    others = FileCheck.objects.visible_to(request.user).damaged()
    context = {
        "files": damaged[:MOST],
        "others": others[:MOST],
        "count": damaged.count() + others.count(),
    }
    return render(request, "archive/damaged_files.html", context)
