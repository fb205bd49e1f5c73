from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from tolok.archive.hand_overs.actions import draft_hand_over as draft
from tolok.core.problem import RefusedError
from tolok.people.http import SignedInRequest
from tolok.people.models import HandOver
from tolok.people.views.offices import hand_over_page


@require_POST
def draft_hand_over(request: SignedInRequest, pk: int) -> HttpResponse:
    """From the page of the hand-over to its paper, where it is downloaded and issued."""
    done = get_object_or_404(HandOver.objects.visible_to(request.user), pk=pk)
    try:
        paper = draft(done, actor=request.user)
    except RefusedError as refusal:
        return hand_over_page(request, done, problems=refusal.problems)
    messages.success(request, "Berita acara serah terima dibuat dari catatan ini.")
    return redirect(paper)
