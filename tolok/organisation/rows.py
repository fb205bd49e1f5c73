"""Rows of an agency: who sees them is decided here, for every room."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol, Self, TypeVar

from django.db import models

if TYPE_CHECKING:
    from tolok.organisation.models import Agency, SeesAgencies

Row = TypeVar("Row", bound=models.Model)


class Desk(Protocol):
    """A request of someone at work in an agency; pages of all rooms have one."""

    @property
    def user(self) -> SeesAgencies: ...
    @property
    def agency(self) -> Agency | None: ...


class YearDesk(Desk, Protocol):
    """A request of someone at work in an agency and a year of it."""

    @property
    def year(self) -> int | None: ...


class OwnedRows(models.QuerySet[Row]):
    """Rows that lead to an agency."""

    agency_at: ClassVar[str] = "agency"  # by which field: "task__agency"

    def visible_to(self, user: SeesAgencies) -> Self:
        return self.filter(**{f"{self.agency_at}__in": user.agencies().values("pk")})

    def of_desk(self, request: Desk) -> Self:
        """The rows of the agency the person is at work in, whatever their year."""
        return self.visible_to(request.user).filter(**{self.agency_at: request.agency})


class YearRows(OwnedRows[Row]):
    """Rows that carry `agency` and `year`."""

    def of_year(self, agency: Agency, year: int) -> Self:
        return self.filter(agency=agency, year=year)

    def seen_in(self, request: YearDesk) -> Self:
        """The rows of the agency and year the person is at work in."""
        return self.of_desk(request).filter(year=request.year)


class UnitRows(YearRows[Row]):
    """Rows of a year that name a work unit as their source does."""

    def work_unit_names(self) -> list[tuple[str, str]]:
        """Code and name of every work unit that has one of these rows."""
        units = self.exclude(work_unit_code="").values_list("work_unit_code", "work_unit_name")
        return sorted(dict(units.order_by().distinct()).items(), key=lambda unit: unit[1])
