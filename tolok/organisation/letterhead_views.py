from base64 import b64encode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tolok.core.problem import RefusedError
from tolok.organisation import letterhead as actions
from tolok.organisation.http import AgencyRequest, the_agency
from tolok.organisation.letterhead_forms import LetterheadForm
from tolok.organisation.models import Letterhead


def letterhead(request: AgencyRequest) -> HttpResponse:
    agency = the_agency(request)
    head = Letterhead.objects.of(agency)
    usual = {
        "government": f"PEMERINTAH {agency.name.upper()}",
        "unit": agency.unit_name.upper(),
        "place": agency.name.partition(" ")[2],
    }
    form = LetterheadForm(instance=head, initial=None if head else usual)
    return render(request, "organisation/letterhead.html", page_of(request, form, head))


@require_POST
def save_letterhead(request: AgencyRequest) -> HttpResponse:
    agency = the_agency(request)
    form = LetterheadForm(request.POST, request.FILES)
    page: dict[str, object] = {}
    if form.is_valid():
        try:
            actions.save_letterhead(agency, form.wording, logo=form.logo, actor=request.user)
        except RefusedError as refusal:
            page["problems"] = refusal.problems
        else:
            messages.success(request, "Kop surat disimpan.")
            return redirect("organisation:letterhead")
    page = page_of(request, form, Letterhead.objects.of(agency)) | page
    return render(request, "organisation/letterhead.html", page, status=422)


def page_of(
    request: AgencyRequest, form: LetterheadForm, head: Letterhead | None
) -> dict[str, object]:
    logo = b64encode(bytes(head.logo)).decode() if head and head.logo else ""
    return {
        "form": form,
        "head": head,
        "logo": f"data:image/png;base64,{logo}" if logo else "",
        "may_write": request.may_open("organisation:save_letterhead"),
    }
