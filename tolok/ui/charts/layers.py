"""The marks that charts are put together from, as Vega-Lite layers."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from tolok.ui.charts.bars import Bar
from tolok.ui.charts.theme import ACCENT, ACCENT_MID, FONT, INK_2, LINE, SURFACE, WHISKER, Spec

Place = dict[str, Spec]  # x and y, each a field, a datum or a pixel
Text = str | list[str]
LINK: Final = "https://bar.invalid/"


def drawing(size: tuple[int, int], padding: dict[str, int], layers: Sequence[Spec]) -> Spec:
    """A whole chart; the size is that of the plot, labels stand in the padding."""
    width, height = size
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": width,
        "height": height,
        "padding": padding,
        "autosize": "none",
        "background": None,
        "layer": list(layers),
        "config": {"font": FONT, "view": {"stroke": None}, "axis": {"disable": True}},
    }


def rows_of(bars: Sequence[Bar]) -> list[Spec]:
    """The bars as data; a link is its number here, because Vega would complete addresses."""
    return [
        {
            "key": number,
            "value": _plain(bar.value),
            "lowest": _plain(bar.lowest),
            "highest": _plain(bar.highest),
            "link": f"{LINK}{number}",
            "marked": bar.marked,
        }
        for number, bar in enumerate(bars)
    ]


def columns(bars: Sequence[Bar], place: Place) -> Spec:
    """The bars themselves; the only layer that may carry links."""
    drawn = [row for row in rows_of(bars) if row["value"] is not None]
    ink = {"condition": {"test": "datum.marked", "value": ACCENT}, "value": ACCENT_MID}
    encoding: Spec = place | {"color": ink}
    if any(bar.href for bar in bars):
        encoding["href"] = {"field": "link"}
    return {"data": {"values": drawn}, "mark": "bar", "encoding": encoding}


def whiskers(bars: Sequence[Bar], place: Place) -> list[Spec]:
    """The interval of each uncertain value: a line with an edge, so that it shows on the bar."""
    uncertain = [row for bar, row in zip(bars, rows_of(bars), strict=True) if bar.uncertain]
    marks = (
        {"type": "rule", "color": SURFACE, "strokeWidth": 4.5},
        {"type": "rule", "color": WHISKER, "strokeWidth": 1.5},
    )
    data = {"values": uncertain}
    return [{"data": data, "mark": mark, "encoding": place} for mark in marks if uncertain]


def words(texts: Mapping[int, Text], place: Place, mark: Spec, ink: str = INK_2) -> Spec:
    """One text (or several lines) for each bar, placed by the bar's key."""
    values = [{"key": key, "text": text} for key, text in texts.items()]
    return {
        "data": {"values": values},
        "mark": {"type": "text", "baseline": "alphabetic", "fontSize": 12, "color": ink} | mark,
        "encoding": place | {"text": {"field": "text"}},
    }


def rule(place: Place, ink: str = LINE, mark: Spec | None = None) -> Spec:
    """A line that belongs to the chart, not to a bar."""
    drawn: Spec = {"type": "rule", "color": ink} | (mark or {})
    return {"data": {"values": [{}]}, "mark": drawn, "encoding": place}


def name(text: str, place: Place, mark: Spec, ink: str) -> Spec:
    """What a line is called."""
    drawn = {"type": "text", "text": text, "align": "right", "baseline": "alphabetic"}
    return {
        "data": {"values": [{}]},
        "mark": drawn | {"fontSize": 12, "color": ink} | mark,
        "encoding": place,
    }


def _plain(value: Any) -> float | None:
    """For the drawing only: pixels need no decimals. Texts are written from the Decimal."""
    return None if value is None else float(value)
