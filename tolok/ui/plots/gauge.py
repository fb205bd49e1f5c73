"""The interval of one indicator, large, with its numbers."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tolok.core.numbers import format_number
from tolok.ui.plots.interval import Interval, Reading, interval
from tolok.ui.plots.span import Span, percent, span_around

_UNTIL: Final = "\u2013"  # between the ends of an interval
_LEFT, _RIGHT = Decimal(15), Decimal(85)
_EDGES: Final = Decimal(30), Decimal(70)  # the ends of the scale need this much room


@dataclass(frozen=True)
class Mark:
    """A text at a place; the anchor keeps it inside the drawing."""

    text: str
    at: str
    anchor: str


@dataclass(frozen=True)
class Gauge:
    """For ui/gauge.html. An empty text or None is not drawn."""

    plot: Interval
    spoken: str
    target: Mark | None
    baseline: Mark | None
    range: Mark | None
    start: str
    end: str


def gauge(reading: Reading, unit: str, *, places: int = 1, within: Span | None = None) -> Gauge:
    """Scaled around the reading, because the distance to the target is what matters."""
    span = span_around(reading.numbers, within)
    middle, range_text = _range(reading, span, places)
    return Gauge(
        plot=interval(reading, span),
        spoken=_spoken(reading, unit, places),
        target=_mark("target", reading.target, span, places),
        baseline=_mark("baseline", reading.baseline, span, places),
        range=None if middle is None else Mark(range_text, percent(middle), _anchor(middle)),
        start="" if middle is not None and middle < _EDGES[0] else format_number(span.start),
        end="" if middle is not None and middle > _EDGES[1] else format_number(span.end),
    )


def _range(reading: Reading, span: Span, places: int) -> tuple[Decimal | None, str]:
    """The middle of the interval and its ends as one text, so that they never overlap."""
    if reading.lowest is None or reading.highest is None:
        return None, ""
    middle = (span.at(reading.lowest) + span.at(reading.highest)) / 2
    ends = (format_number(reading.lowest, places), format_number(reading.highest, places))
    return middle, ends[0] if ends[0] == ends[1] else _UNTIL.join(ends)


def _mark(name: str, number: Decimal | None, span: Span, places: int) -> Mark | None:
    if number is None:
        return None
    place = span.at(number)
    return Mark(f"{name} {format_number(number, places)}", percent(place), _anchor(place))


def _anchor(place: Decimal) -> str:
    return "start" if place < _LEFT else "end" if place > _RIGHT else "middle"


def _spoken(reading: Reading, unit: str, places: int) -> str:
    """The drawing in words."""

    def text(number: Decimal) -> str:
        return f"{format_number(number, places)} {unit}"

    said = ["Nilai belum ada" if reading.value is None else f"Nilai {text(reading.value)}"]
    if reading.lowest is not None and reading.highest is not None:
        said.append(f"Terendah {text(reading.lowest)}, tertinggi {text(reading.highest)}")
    if reading.target is not None:
        said.append(f"Target {text(reading.target)}")
    if reading.baseline is not None:
        said.append(f"Baseline {text(reading.baseline)}")
    return ". ".join(said) + "."
