"""The inbox: mine, my unit's, waiting for others, done."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from tolok.cycle.models import FiscalYear
from tolok.organisation.clock import today_in
from tolok.people.http import SignedInRequest, own_roles
from tolok.people.models import Role
from tolok.ui.frame import Choice
from tolok.ui.paging import paged
from tolok.workflow.besides import waiting_for
from tolok.workflow.models import Deviation, Run, Task
from tolok.workflow.models.tasks import TaskRows, of_office
from tolok.workflow.rights import office_for
from tolok.workflow.showing import cards, grouped

BOXES = {
    "saya": "Untuk saya",
    "unit": "Rekan sejabatan",
    "lain": "Menunggu pihak lain",
    "selesai": "Selesai",
}
DONE_A_PAGE = 30


def inbox(request: SignedInRequest) -> HttpResponse:
    boxes = boxes_of(request)
    chosen = request.GET.get("kotak", "saya")
    chosen = chosen if chosen in BOXES else "saya"
    today = today_in(request.agency)
    page = {
        "chosen": chosen,
        "tabs": [
            Choice(f"{label} ({boxes[key].count()})", f"?kotak={key}", key == chosen)
            for key, label in BOXES.items()
            if key != "selesai"
        ]
        + [Choice(BOXES["selesai"], "?kotak=selesai", chosen == "selesai")],
        "today": today,
        "zone": request.agency.time_zone if request.agency else "WIB",
        "unexplained": Deviation.objects.visible_to(request.user)
        .unexplained()
        .filter(officer=request.user)
        .select_related("task"),
        "not_set_out": not_set_out(request),
        "besides": waiting_for(request.user, request.agency) if chosen == "saya" else [],
        "has_runs": Run.objects.visible_to(request.user).exists(),
    }
    if chosen == "selesai":
        page["done"] = paged(request, boxes["selesai"].for_lists(), DONE_A_PAGE)
    else:
        page["groups"] = grouped(cards(boxes[chosen].for_lists(), today), today)
    return render(request, "workflow/inbox.html", page)


def not_set_out(request: SignedInRequest) -> list[FiscalYear]:
    """Years that were opened under an SOP and not started, for who starts them; not those that
    were over before Tolok came, which are there for their data."""
    if not request.may_open("workflow:start_run"):
        return []
    seen = FiscalYear.objects.visible_to(request.user).filter(
        agency=request.agency, year__gte=today_in(request.agency).year - 1
    )
    waiting = seen.filter(status=FiscalYear.Status.OPEN, run=None).exclude(sop="")
    return list(waiting.order_by("year"))


def boxes_of(request: SignedInRequest) -> dict[str, TaskRows]:
    """An acting officer's inbox is the one of the officer stood in for, by the dates alone."""
    seen, today = Task.objects.visible_to(request.user), today_in(request.agency)
    roles = acting_roles(request, today)
    waiting = seen.in_open_years()
    mine = waiting.for_offices(request.user, roles, today)
    others = waiting.of_others(request.user, roles)
    if in_place := _as_substitute(request):
        mine |= waiting.filter(pk__in=in_place)
        others = others.exclude(pk__in=in_place)
    return {
        "saya": mine,
        "unit": waiting.of_colleagues(request.user, roles, today),
        "lain": others,
        "selesai": seen.done().filter(done_by=request.user).order_by("-done_at"),
    }


def _as_substitute(request: SignedInRequest) -> list[int]:
    """Decisions on the work of the officer for whom this person is named, who may not decide."""
    user, agency = request.user, request.agency
    roles = user.roles_as_substitute(agency) if agency else frozenset()
    if not roles:
        return []
    waiting = Task.objects.visible_to(user).ready().filter(of_office(roles))
    today = today_in(request.agency)
    return [
        task.pk
        for task in waiting.select_related("agency", "run__sop")
        if task.definition_step.is_decision and office_for(task, user, today)
    ]


def acting_roles(request: SignedInRequest, today: date) -> frozenset[Role]:
    """The offices held today in which nobody stands in for oneself."""
    acting = request.user.offices_on(today).acting_on(today)
    return own_roles(list(acting.select_related("agency")), request.agency)
