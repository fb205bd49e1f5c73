"""Native charts: the leaders may click them, change them, and read them printed in grey."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.util import Pt

from tolok.core.numbers import format_number
from tolok.documents.achievements import MARKS, Achievement, Status
from tolok.documents.presentasi_slides import Series
from tolok.documents.presentasi_slides.shapes import ACCENT, FONT, INK, WHITE, Box, rgb

_LOOKS: Final[dict[Status, tuple[str, Any]]] = {
    "Tercapai": ("1F7A4D", None),
    "Mendekati": ("E0B03A", MSO_PATTERN.WIDE_UPWARD_DIAGONAL),
    "Belum tercapai": ("B5342C", MSO_PATTERN.DIAGONAL_CROSS),
    "Belum ada data": ("8FBFBA", None),
    "Waktu terlampaui": ("6B4C86", MSO_PATTERN.DOTTED_GRID),
}
_DATA: Final[Any] = CategoryChartData  # python-pptx says nothing of its types
_TENTHS: Final = "[$-421]#,##0.0"
_WHOLE: Final = "[$-421]#,##0"


def achievement_chart(slide: Any, box: Box, rows: Sequence[Achievement], cap: Decimal) -> None:
    """One column for each indicator with an achievement; the one grid line is the target.

    The values stand below the columns: above them they would cross that line.
    """
    shown = [row for row in rows if isinstance(row.achievement, Decimal)]
    if not shown:
        return
    points = [(_below(row), _plotted(row.achievement)) for row in shown]
    chart = _chart(slide, box, XL_CHART_TYPE.COLUMN_CLUSTERED, "Capaian (%)", points)
    chart.plots[0].has_data_labels = False
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0, _plotted(cap), 100
    axis.has_major_gridlines = True
    line = axis.major_gridlines.format.line
    line.dash_style, line.width = MSO_LINE.DASH, Pt(1.5)
    line.color.rgb = rgb(INK)
    for at, row in enumerate(shown):
        _paint(chart.plots[0].series[0].points[at], row.status)


def series_chart(slide: Any, box: Box, series: Series) -> None:
    """Columns or a line; a missing value has no point."""
    points = [
        (point.label, _plotted(point.value))
        for point in series.points
        if isinstance(point.value, Decimal)
    ]
    if not points:
        return
    line = series.kind == "garis"
    kind = XL_CHART_TYPE.LINE_MARKERS if line else XL_CHART_TYPE.COLUMN_CLUSTERED
    chart = _chart(slide, box, kind, f"{series.title} ({series.unit})", points)
    chart.value_axis.has_major_gridlines = False
    drawn = chart.plots[0].series[0]
    if line:
        drawn.smooth = False
        drawn.format.line.color.rgb = rgb(ACCENT)
        drawn.marker.style = XL_MARKER_STYLE.CIRCLE
        drawn.marker.format.fill.solid()
        drawn.marker.format.fill.fore_color.rgb = rgb(ACCENT)
    else:
        chart.value_axis.minimum_scale = 0
        drawn.format.fill.solid()
        drawn.format.fill.fore_color.rgb = rgb(ACCENT)


def _chart(slide: Any, box: Box, kind: Any, name: str, points: Sequence[tuple[str, float]]) -> Any:
    form = _WHOLE if all(value.is_integer() for _, value in points) else _TENTHS
    data: Any = _DATA(number_format=form)
    data.categories = [label for label, _ in points]
    data.add_series(name, [value for _, value in points])
    frame = slide.shapes.add_chart(kind, *box.place, data)
    words = "; ".join(f"{label} {value}" for label, value in points)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", f"{name}: {words}")
    chart = frame.chart
    chart.has_legend = chart.has_title = False
    chart.font.name, chart.font.size = FONT, Pt(14)
    plot = chart.plots[0]
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = form, False
    line = kind == XL_CHART_TYPE.LINE_MARKERS
    labels.position = XL_LABEL_POSITION.ABOVE if line else XL_LABEL_POSITION.OUTSIDE_END
    return chart


def _paint(point: Any, status: Status) -> None:
    colour, pattern = _LOOKS[status]
    fill = point.format.fill
    if pattern is None:
        fill.solid()
    else:
        fill.patterned()
        fill.pattern = pattern
        fill.back_color.rgb = rgb(WHITE)
    fill.fore_color.rgb = rgb(colour)
    point.format.line.color.rgb = rgb(colour)


def _below(row: Achievement) -> str:
    value = row.achievement
    shown = format_number(value) if isinstance(value, Decimal) else ""
    return f"{row.code}\n{MARKS[row.status]} {shown}"


def _plotted(value: Any) -> float:
    """For the drawing; PowerPoint's own numbers are binary anyway."""
    return float(value)
