"""Rows of an agency and a year: who sees them is decided here, for the whole room."""

from __future__ import annotations

from typing import Protocol, Self, TypeVar

from django.db import models

from tolok.organisation.models import Agency, SeesAgencies

Row = TypeVar("Row", bound=models.Model)


class AtWork(Protocol):
    """A request of someone at work in an agency and year; pages of all rooms have one."""

    @property
    def user(self) -> SeesAgencies: ...
    @property
    def agency(self) -> Agency | None: ...
    @property
    def year(self) -> int | None: ...


class PackageLike(Protocol):
    """A package, as rows that only know its code see it."""

    @property
    def agency(self) -> Agency: ...
    @property
    def year(self) -> int: ...
    @property
    def code(self) -> str: ...


class AgencyRows(models.QuerySet[Row]):
    """Rows that carry `agency` and `year`."""

    def visible_to(self, user: SeesAgencies) -> Self:
        return self.filter(agency__in=user.agencies().values("pk"))

    def of_year(self, agency: Agency, year: int) -> Self:
        return self.filter(agency=agency, year=year)

    def seen_in(self, request: AtWork) -> Self:
        """The rows of the agency and year the person is at work in."""
        return self.visible_to(request.user).filter(agency=request.agency, year=request.year)
