"""How long a paper of a fiscal year is kept."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Retention:
    """The last days, included."""

    active_until: date
    inactive_until: date


def retention(year: int, active_years: int, inactive_years: int) -> Retention:
    """Counted in whole years from the end of the fiscal year the paper belongs to.

    A paper of TA 2025 with 2 active and 3 inactive years is active until 31 December 2027 and
    inactive until 31 December 2030; from 1 January 2031 it may go.
    """
    active = year + active_years
    return Retention(date(active, 12, 31), date(active + inactive_years, 12, 31))
