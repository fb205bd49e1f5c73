"""Rows of an agency and a year: who sees them is decided here, for the whole room."""

from __future__ import annotations

from typing import Self, TypeVar

from django.db import models

from tolok.organisation.models import Agency, SeesAgencies

Row = TypeVar("Row", bound=models.Model)


class AgencyRows(models.QuerySet[Row]):
    """Rows that carry `agency` and `year`."""

    def visible_to(self, user: SeesAgencies) -> Self:
        return self.filter(agency__in=user.agencies().values("pk"))

    def of_year(self, agency: Agency, year: int) -> Self:
        return self.filter(agency=agency, year=year)
