from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header

from tolok.archive.bundles.contents import bundle_of, listed
from tolok.archive.bundles.zipping import zipped
from tolok.archive.matrix.forms import WHOLE_YEAR
from tolok.archive.models import Paper
from tolok.archive.models.papers import PaperRows
from tolok.core.identifiers import row_number
from tolok.cycle.http import the_year
from tolok.people.http import SignedInRequest


def bundle(request: SignedInRequest) -> StreamingHttpResponse:
    """All papers in force of the year, or of one document, satker or period, as one ZIP."""
    year = the_year(request)
    papers, told = narrowed(Paper.objects.seen_in(request).in_force(), request)
    title = " ".join(["Naskah", *told, f"TA {year.year}", year.agency.name])
    pieces = zipped(bundle_of(title, listed(papers)))
    name = "-".join(["naskah", *told, year.agency.code, str(year.year)]).lower()
    return as_download(StreamingHttpResponse(pieces, content_type="application/zip"), f"{name}.zip")


def narrowed(papers: PaperRows, request: SignedInRequest) -> tuple[PaperRows, list[str]]:
    """Only those asked for, as the filter of the matrix says it."""
    told = []
    if document := request.GET.get("dokumen", ""):
        papers, told = papers.filter(document=document), [document]
    if unit := row_number(request.GET.get("satker", "")):
        papers, told = papers.filter(unit=unit), [*told, f"satker {unit}"]
    if period := request.GET.get("periode", ""):
        papers = papers.filter(period="" if period == WHOLE_YEAR else period)
        told = [*told, period]
    return papers, told


def as_download(response: StreamingHttpResponse, name: str) -> StreamingHttpResponse:
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response
