"""Charts: one question each, drawn on the server, with a table of their numbers.

A chart is given its `Bar`s ready made and answers with a `Chart` for ui/chart.html. Nothing is
computed here but geometry; texts are written by core.numbers, so charts and tables agree.
"""

from tolok.ui.charts.bars import Bar, Chart, ChartTable, Column, Line, Scale
from tolok.ui.charts.making import histogram, quarter_bars, unit_bars

__all__ = [
    "Bar",
    "Chart",
    "ChartTable",
    "Column",
    "Line",
    "Scale",
    "histogram",
    "quarter_bars",
    "unit_bars",
]
