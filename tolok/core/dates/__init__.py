"""The one place where dates are read and written: d/m/y or in words, never m/d/y.

`read_date` gives a date, None for an empty cell, or a `Problem` (D-01 ...) that says why it is
refused. `read_moment` keeps the time of day and its zone where they are stated.
"""

from tolok.core.dates.moment import Moment
from tolok.core.dates.names import MONTHS, WEEKDAYS
from tolok.core.dates.printing import (
    format_clock,
    format_date,
    format_date_short,
    format_date_with_day,
    format_deed,
    format_span,
    format_time,
)
from tolok.core.dates.reading import read_clock, read_date, read_moment

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "Moment",
    "format_clock",
    "format_date",
    "format_date_short",
    "format_date_with_day",
    "format_deed",
    "format_span",
    "format_time",
    "read_clock",
    "read_date",
    "read_moment",
]
