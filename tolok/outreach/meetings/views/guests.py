"""Whom the meeting asks, the letter that is sent, what is handed out, the papers."""

from functools import partial

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from tolok.core.problem import RefusedError
from tolok.outreach.meetings import actions
from tolok.outreach.meetings.forms import GuestForm, MaterialForm, SentForm
from tolok.outreach.meetings.papers import BUILDERS
from tolok.outreach.meetings.views.work import done, issued_papers, the_meeting, whole_page
from tolok.outreach.models import Guest, Material, Meeting
from tolok.people.http import SignedInRequest
from tolok.scans.examine import examine_upload
from tolok.scans.serving import as_download


@require_POST
def invite(request: SignedInRequest, pk: int) -> HttpResponse:
    """One more; without a form, whoever the offices give and is not asked yet."""
    found = the_meeting(request, pk)
    if "dari-jabatan" in request.POST:
        act = partial(actions.prefill_guests, found, actor=request.user)
        return done(request, found, act, "Daftar undangan dilengkapi dari jabatan.")
    form = GuestForm(request.POST, auto_id="tamu_%s")

    def add() -> None:
        actions.invite(found, [form.asked()], actor=request.user)

    return done(request, found, add, "Ditambahkan ke daftar undangan.", guest_form=form)


@require_POST
def remove_guest(request: SignedInRequest, pk: int) -> HttpResponse:
    guest = get_object_or_404(Guest.objects.visible_to(request.user), pk=pk)
    found = the_meeting(request, guest.meeting_id)

    def act() -> None:
        actions.remove_guest(guest, actor=request.user)

    return done(request, found, act, f"{guest} dikeluarkan dari daftar.")


@require_POST
def mark_sent(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_meeting(request, pk)
    form = SentForm(request.POST, auto_id="kirim_%s")

    def act() -> None:
        actions.mark_sent(found, channel=form.cleaned_data["channel"], actor=request.user)

    return done(request, found, act, "Pengiriman undangan dicatat.", sent_form=form)


@require_POST
def draft_meeting_paper(request: SignedInRequest, pk: int, code: str) -> HttpResponse:
    """To the paper's own page, where it is numbered, signed and issued."""
    found = the_meeting(request, pk)
    if code not in BUILDERS:
        raise Http404
    try:
        paper = actions.draft_meeting_paper(found, code, actor=request.user)
    except RefusedError as refusal:
        page = whole_page(request, found) | {"problems": refusal.problems}
        return render(request, "outreach/meeting.html", page, status=422)
    return redirect(paper)


@require_POST
def add_material(request: SignedInRequest, pk: int) -> HttpResponse:
    found = the_meeting(request, pk)
    form = MaterialForm(issued_papers(found), request.POST, request.FILES, auto_id="bahan_%s")

    def act() -> None:
        _keep(found, form, request)

    return done(request, found, act, "Bahan disimpan.", material_form=form)


def _keep(meeting: Meeting, form: MaterialForm, request: SignedInRequest) -> None:
    given = form.cleaned_data
    if given["file"]:
        file = examine_upload(given["file"])
        actions.add_file(
            meeting, file, title=given["title"], is_photo=given["is_photo"], actor=request.user
        )
    if given["paper"]:
        actions.add_paper(meeting, given["paper"], actor=request.user)


@require_POST
def remove_material(request: SignedInRequest, pk: int) -> HttpResponse:
    material = get_object_or_404(Material.objects.visible_to(request.user), pk=pk)
    found = the_meeting(request, material.meeting_id)

    def act() -> None:
        actions.remove_material(material, actor=request.user)

    return done(request, found, act, f"{material} dihapus dari bahan.")


def material(request: SignedInRequest, pk: int) -> FileResponse:
    """The file, for whoever may see the meeting."""
    found = get_object_or_404(Material.objects.visible_to(request.user), pk=pk, paper=None)
    the_meeting(request, found.meeting_id)
    return as_download(found.file_sha256, found.file_name, found.file_type)
