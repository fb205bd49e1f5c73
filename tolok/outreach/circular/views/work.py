"""What the pages act on: the circular of the agency and year at hand, and its units."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from tolok.archive.models import Paper, PaperFile
from tolok.cycle.models import FiscalYear
from tolok.outreach.circular.actions.finishing import ACTIVITY
from tolok.outreach.circular.actions.messages import MESSAGES
from tolok.outreach.circular.standing import Standing
from tolok.outreach.models import Addressee, Circular, Delivery
from tolok.people.http import SignedInRequest
from tolok.planning.steps import JAYAWIJAYA, KALTIM, Step
from tolok.workflow.models import Task

STEPS = {
    KALTIM: Step("KT1.vii", "Mengirim surat edaran implementasi ke unit kerja terkait"),
    JAYAWIJAYA: Step("JW7", "Mengirimkan surat edaran implementasi ke OPD/unit kerja terkait"),
}


def the_year(request: SignedInRequest) -> FiscalYear:
    years = FiscalYear.objects.visible_to(request.user).select_related("agency")
    return get_object_or_404(years, agency=request.agency, year=request.year or 0)


def the_circular(request: SignedInRequest) -> Circular:
    return get_object_or_404(Circular.objects.seen_in(request).select_related("agency"))


def the_addressee(request: SignedInRequest, pk: int) -> Addressee:
    """Of the year at hand; what was opened by another way does not exist."""
    seen = Addressee.objects.visible_to(request.user).filter(circular__year=request.year)
    found = seen.filter(circular__agency=request.agency).for_board()
    return get_object_or_404(found, pk=pk)


def ready_task(year: FiscalYear) -> Task | None:
    waiting = Task.objects.of_year(year.agency, year.year).ready().filter(activity=ACTIVITY)
    return waiting.select_related("agency", "run__sop", "run__fiscal_year__agency").first()


def step_page(year: FiscalYear) -> dict[str, object]:
    """What every page of the circular says: the step it serves, and its deadline."""
    standing = Standing(year)
    return {
        "step": STEPS.get(year.sop),
        "task": ready_task(year),
        "zone": year.agency.time_zone,
        "standing": standing,
        "circular": standing.circular,
    }


def channel_asked(request: SignedInRequest) -> Delivery.Channel:
    """WhatsApp, unless another way of sending messages was chosen."""
    wanted = request.POST.get("saluran")
    return next((one for one in MESSAGES if one == wanted), Delivery.Channel.WHATSAPP)


def newest_file(letter: Paper | None) -> PaperFile:
    """The signed letter, else its PDF, else as it was made."""
    kinds = (PaperFile.Kind.SIGNED, PaperFile.Kind.PDF, PaperFile.Kind.MADE)
    files = list(letter.files.kept().order_by("-pk")) if letter else []
    for kind in kinds:
        for file in files:
            if file.kind == kind:
                return file
    raise Http404
