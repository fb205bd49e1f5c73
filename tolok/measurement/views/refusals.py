from collections.abc import Callable
from functools import wraps

from django.http.response import HttpResponseBase
from django.shortcuts import render

from tolok.core.problem import RefusedError
from tolok.people.http import SignedInRequest

View = Callable[..., HttpResponseBase]


def told_when_refused(view: View) -> View:
    """Data that cannot be measured (M-01 damaged, M-03 too large) are told on a page."""

    @wraps(view)
    def told(request: SignedInRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except RefusedError as refusal:
            page = {"problems": refusal.problems}
            return render(request, "measurement/refused.html", page, status=422)

    return told
