"""What people do to a year, its periods, its holidays, and what was done outside."""

from tolok.cycle.actions.holidays import add_holiday, import_holidays, remove_holiday
from tolok.cycle.actions.opening import HowToOpen
from tolok.cycle.actions.outside import Paper, record_outside
from tolok.cycle.actions.periods import change_window, lock_period, unlock_period
from tolok.cycle.actions.terms import decide_days
from tolok.cycle.actions.years import (
    close_year,
    discard_year,
    open_year,
    prepare_year,
    reopen_year,
    start_year,
)

__all__ = [
    "HowToOpen",
    "Paper",
    "add_holiday",
    "change_window",
    "close_year",
    "decide_days",
    "discard_year",
    "import_holidays",
    "lock_period",
    "open_year",
    "prepare_year",
    "record_outside",
    "remove_holiday",
    "reopen_year",
    "start_year",
    "unlock_period",
]
