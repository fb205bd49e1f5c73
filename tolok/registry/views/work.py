"""What a page acts on."""

from django.http import Http404

from tolok.organisation.models import Agency
from tolok.people.http import SignedInRequest


def at_work(request: SignedInRequest) -> tuple[Agency, int]:
    """The agency and year the person is at work in; without them there is nothing to act on."""
    if request.agency is None or request.year is None:
        raise Http404
    return request.agency, request.year
