"""What no page takes from a request."""

from collections.abc import Callable, Iterator
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.http.response import HttpResponseBase

Answer = Callable[[HttpRequest], HttpResponseBase]


class NoZeroBytesMiddleware:
    """A zero byte in a field is a bad request: nobody types one, and PostgreSQL's texts hold
    none, so that a page which searches or keeps it would break there and not on SQLite."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[Any, ...],
        view_kwargs: dict[Any, Any],
    ) -> None:
        if any("\0" in text for text in texts_of(request, view_func)):
            raise BadRequest("a zero byte in a field")


def texts_of(request: HttpRequest, view_func: Callable[..., HttpResponseBase]) -> Iterator[str]:
    """What was typed. A view without the token reads its form in its own way, later."""
    yield request.path
    for _, values in request.GET.lists():
        yield from map(str, values)
    if request.method == "POST" and not getattr(view_func, "csrf_exempt", False):
        for _, values in request.POST.lists():
            yield from map(str, values)
