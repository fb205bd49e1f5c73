"""Indicators: all their attributes (*manual indikator*, domain rules 4.2), read and checked."""

from tolok.core.indicator.indicator import (
    SOP_METHODS,
    Consolidation,
    Frequency,
    Indicator,
    Kind,
    Thresholds,
)
from tolok.core.indicator.reading import read_indicator

__all__ = [
    "SOP_METHODS",
    "Consolidation",
    "Frequency",
    "Indicator",
    "Kind",
    "Thresholds",
    "read_indicator",
]
