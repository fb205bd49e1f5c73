"""Parts of a fiscal year (1 January to 31 December): year, semester, quarter, month."""

from tolok.core.period.collection import Window, collection_window
from tolok.core.period.periods import Kind, Period, fiscal_year, month, quarter, semester
from tolok.core.period.reading import read_period

__all__ = [
    "Kind",
    "Period",
    "Window",
    "collection_window",
    "fiscal_year",
    "month",
    "quarter",
    "read_period",
    "semester",
]
