"""The year, its periods and holidays."""

from datetime import date
from functools import cached_property
from typing import Final

from django.utils import timezone

from tests.permissions.examples.place import YEAR, Place
from tolok.cycle.models import FiscalYear, Holiday, OutsideRecord, YearPeriod
from tolok.cycle.testing import make_holiday, make_period, make_year

DATED: Final = date(YEAR, 6, 2)


class Year(Place):
    @cached_property
    def fiscal_year(self) -> FiscalYear:
        return make_year(self.agency, YEAR)

    @cached_property
    def period(self) -> YearPeriod:
        return make_period(self.fiscal_year)

    @cached_property
    def holiday(self) -> Holiday:
        return make_holiday(self.agency)

    @cached_property
    def outside_record(self) -> OutsideRecord:
        return OutsideRecord.objects.create(
            year=self.fiscal_year,
            step="KT1.i",
            title="SK penetapan tim",
            dated=DATED,
            file_name="sk.pdf",
            file_sha256=self.kept,
            recorded_at=timezone.now(),
        )
