"""What the pages act on: the circular of the agency and year at hand, and its units."""

from typing import Final

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404

from tolok.archive.models import Paper, PaperFile
from tolok.cycle.models import FiscalYear
from tolok.outreach.circular.actions.finishing import ACTIVITY
from tolok.outreach.circular.actions.messages import MESSAGES
from tolok.outreach.circular.standing import Standing
from tolok.outreach.models import Addressee, Circular, Delivery
from tolok.people.http import SignedInRequest
from tolok.scans.serving import as_download
from tolok.workflow.definition import Step
from tolok.workflow.models import Task
from tolok.workflow.of_year import definition_of_year

BEST_FIRST: Final = (PaperFile.Kind.SIGNED, PaperFile.Kind.PDF, PaperFile.Kind.MADE)


def the_circular(request: SignedInRequest) -> Circular:
    return get_object_or_404(Circular.objects.seen_in(request).select_related("agency"))


def the_addressee(request: SignedInRequest, pk: int) -> Addressee:
    """Of the year at hand; what was opened by another way does not exist."""
    seen = Addressee.objects.visible_to(request.user).filter(circular__year=request.year or 0)
    found = seen.filter(circular__agency=request.agency).for_board()
    return get_object_or_404(found, pk=pk)


def ready_task(year: FiscalYear) -> Task | None:
    return Task.objects.of_year(year.agency, year.year).waiting_at(ACTIVITY).first()


def step_page(year: FiscalYear) -> dict[str, object]:
    """What every page of the circular says: the step it serves, and its deadline."""
    standing = Standing(year)
    return {
        "step": step_of(year),
        "task": ready_task(year),
        "zone": year.agency.time_zone,
        "standing": standing,
        "circular": standing.circular,
    }


def step_of(year: FiscalYear) -> Step | None:
    """KT1.vii, JW7: the step of the year's SOP whose activity this is."""
    definition = definition_of_year(year)
    steps = definition.steps if definition else ()
    return next((one for one in steps if one.activity == ACTIVITY), None)


def channel_asked(request: SignedInRequest) -> Delivery.Channel:
    """WhatsApp, unless another way of sending messages was chosen."""
    wanted = request.POST.get("saluran")
    return next((one for one in MESSAGES if one == wanted), Delivery.Channel.WHATSAPP)


def letter_file(letter: Paper | None) -> FileResponse:
    """The signed letter, else its PDF, else as it was made."""
    files = list(letter.files.kept().order_by("-pk")) if letter else []
    for kind in BEST_FIRST:
        for file in files:
            if file.kind == kind:
                return as_download(file.sha256, file.name, file.content_type)
    raise Http404
