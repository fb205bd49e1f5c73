"""The performance years of the agencies: their terms, periods, holidays, and what came before."""

from tolok.cycle.models.holidays import Holiday
from tolok.cycle.models.outside import OutsideRecord
from tolok.cycle.models.periods import LateChange, YearPeriod
from tolok.cycle.models.terms import Days, SopTerms
from tolok.cycle.models.years import FiscalYear

__all__ = [
    "Days",
    "FiscalYear",
    "Holiday",
    "LateChange",
    "OutsideRecord",
    "SopTerms",
    "YearPeriod",
]
