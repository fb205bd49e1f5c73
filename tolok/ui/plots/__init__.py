"""Small plots in a table or beside a figure: geometry only, for the partials that draw them.

Positions are texts, because a template would print the number 76.6 as "76,6", which SVG does
not read.
"""

from tolok.ui.plots.gauge import Gauge, gauge
from tolok.ui.plots.interval import Interval, Reading, interval
from tolok.ui.plots.span import OF_TARGET, PERCENT, Span, span_around
from tolok.ui.plots.sparkline import Sparkline, sparkline

__all__ = [
    "OF_TARGET",
    "PERCENT",
    "Gauge",
    "Interval",
    "Reading",
    "Span",
    "Sparkline",
    "gauge",
    "interval",
    "span_around",
    "sparkline",
]
