from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from tolok.core.problem import RefusedError
from tolok.cycle.http import at_work
from tolok.measurement.actions import save_indicator
from tolok.measurement.fields import described, functions
from tolok.measurement.forms.indicator import IndicatorForm
from tolok.measurement.forms.stored import as_initial, usual
from tolok.measurement.trial import tried, tried_while_typing
from tolok.measurement.versions import attributes_of, code_taken
from tolok.people.http import SignedInRequest


def add_indicator(request: SignedInRequest) -> HttpResponse:
    """An indicator of the agency's own."""
    agency, year = at_work(request)
    form = IndicatorForm(request.POST or None, initial=usual(year))
    if form.is_bound and form.is_valid() and attributes_of(agency, form.code_given()):
        form.refuse([code_taken(form.code_given())])
    return propose(request, form)


def edit_indicator(request: SignedInRequest, code: str) -> HttpResponse:
    """A new version of one that is there; also of one that ships with Tolok."""
    agency, _ = at_work(request)
    attributes = attributes_of(agency, code)
    if not attributes:
        raise Http404
    form = IndicatorForm(request.POST or None, initial=as_initial(attributes))
    form.fields["code"].disabled = True
    return propose(request, form, code)


def propose(request: SignedInRequest, form: IndicatorForm, code: str = "") -> HttpResponse:
    """Try what was filled in; save it when this very result was looked at before."""
    agency, year = at_work(request)
    found = None
    if form.is_bound and form.is_valid():
        try:
            found = tried(agency, year, form.attributes())
            if "simpan" in request.POST and form.has_seen(found):
                return save(request, form)
        except RefusedError as refusal:
            form.refuse(refusal.problems)
    elif not form.is_bound and code:
        found = tried_while_typing(agency, year, attributes_of(agency, code))
    return render(
        request,
        "measurement/edit_indicator.html",
        {
            "form": form,
            "code": code,
            "tried": found,
            "fields": described(""),
            "functions": functions(),
        },
        status=422 if form.errors else 200,
    )


def save(request: SignedInRequest, form: IndicatorForm) -> HttpResponse:
    reason = form.cleaned_data["reason"]
    version = save_indicator(
        *at_work(request), form.attributes(), actor=request.user, reason=reason
    )
    messages.success(request, f"{version.code} disimpan sebagai versi {version.number}.")
    return redirect("measurement:indicator", version.code)


@require_POST
def check_indicator(request: SignedInRequest) -> HttpResponse:
    """What the formula says so far, asked for while it is typed."""
    agency, year = at_work(request)
    form = IndicatorForm(request.POST)
    form.is_valid()
    found = tried_while_typing(agency, year, form.attributes())
    return render(request, "measurement/trial.html", {"tried": found})


@require_POST
def retire_indicator(request: SignedInRequest, code: str) -> HttpResponse:
    """It is no longer measured from this year on; earlier years keep it."""
    agency, year = at_work(request)
    attributes = attributes_of(agency, code)
    if not attributes:
        raise Http404
    ended = {**attributes, "valid_to": f"{year - 1}-12-31"}
    save_indicator(agency, year, ended, actor=request.user, reason=f"Dihentikan mulai TA {year}")
    messages.success(request, f"{code} tidak lagi dihitung mulai tahun anggaran {year}.")
    return redirect("measurement:indicators")
