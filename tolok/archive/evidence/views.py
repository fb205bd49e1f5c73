from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from tolok.archive.bundles.contents import listed
from tolok.archive.bundles.views import as_download
from tolok.archive.bundles.zipping import zipped
from tolok.archive.evidence.pack import pack_of
from tolok.archive.evidence.proof import Proven, proven
from tolok.archive.evidence.requirements import v7
from tolok.archive.matrix.cells import cells_of
from tolok.archive.models import Paper
from tolok.cycle.http import the_year
from tolok.organisation.clock import today_in
from tolok.people.http import SignedInRequest

SHOWN = 4  # papers of one requirement; the rest are in the list of papers and in the ZIP


def evidence(request: SignedInRequest) -> HttpResponse:
    """What V7 asks for: met by which papers, or what is missing."""
    context = {
        "levels": levels(request),
        "source": v7().source,
        "most": f":{SHOWN}",
        "shown": SHOWN,
    }
    return render(request, "archive/evidence.html", context)


def evidence_pack(request: SignedInRequest) -> StreamingHttpResponse:
    year = the_year(request)
    title = f"Paket bukti dukung V7 Manajemen Kinerja, {year.agency.name} TA {year.year}"
    pieces = zipped(pack_of(title, levels(request)))
    answer = StreamingHttpResponse(pieces, content_type="application/zip")
    return as_download(answer, f"bukti-dukung-v7-{year.agency.code}-{year.year}.zip".lower())


def levels(request: SignedInRequest) -> tuple[Proven, ...]:
    year = the_year(request)
    wanted = {code for level in v7().levels for one in level.requirements for code in one.papers}
    papers = Paper.objects.seen_in(request).in_force().filter(document__in=wanted)
    cells, _ = cells_of(year, today_in(year.agency))
    return proven(listed(papers), cells)
