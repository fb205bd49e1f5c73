"""The course of a year, small enough for the cell of a table."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from tolok.documents.drawing import png

_WIDTH: Final = 84
_HEIGHT: Final = 26
_EDGE: Final = 8
_LINE: Final = "#0a5a57"
_PEN: Final = f' fill="none" stroke="{_LINE}" stroke-width="1.6"'


def trend(values: Sequence[Decimal | None]) -> bytes:
    """The course of a year for a table cell; a gap breaks the line, the newest has a dot."""
    known = [value for value in values if value is not None]
    lowest, reach = min(known, default=Decimal(0)), _reach(known)
    step = Decimal(_WIDTH - 2 * _EDGE) / max(len(values) - 1, 1)
    places = [
        None if value is None else (_EDGE + at * step, _height(value, lowest, reach))
        for at, value in enumerate(values)
    ]
    inside = "".join(f'<polyline points="{line}"{_PEN}/>' for line in _unbroken(places))
    newest = next((place for place in reversed(places) if place), None)
    if newest:
        inside += f'<circle cx="{newest[0]:.1f}" cy="{newest[1]:.1f}" r="3" fill="{_LINE}"/>'
    return png(_WIDTH, _HEIGHT, inside)


def _reach(known: Sequence[Decimal]) -> Decimal:
    return (max(known) - min(known)) if known else Decimal(0)


def _height(value: Decimal, lowest: Decimal, reach: Decimal) -> Decimal:
    """SVG counts downwards; equal values lie in the middle."""
    share = (value - lowest) / reach if reach else Decimal("0.5")
    return Decimal(_HEIGHT - 6) - share * (_HEIGHT - 12)


def _unbroken(places: Sequence[tuple[Decimal, Decimal] | None]) -> Iterator[str]:
    line: list[str] = []
    for place in (*places, None):
        if place:
            line.append(f"{place[0]:.1f},{place[1]:.1f}")
        elif line:
            yield " ".join(line)
            line = []
