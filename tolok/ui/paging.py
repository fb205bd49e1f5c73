"""Long lists in pages: all of one length, asked for by `?halaman=3`."""

from collections.abc import Sequence
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

ROWS_A_PAGE: Final = 50


def paged(
    request: HttpRequest, rows: QuerySet[Any] | Sequence[Any], size: int = ROWS_A_PAGE
) -> Page[Any]:
    """The page asked for; the first where that is no number, the last beyond the end."""
    return Paginator(rows, size).get_page(request.GET.get("halaman"))
