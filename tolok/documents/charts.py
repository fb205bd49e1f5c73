"""Charts for papers: SVG drawn here, turned to PNG, readable in grey and without colour.

They are made before rendering (the facts hold a `Picture`). vl-convert reserves much address
space, so nothing here may run in the limited child.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal
from xml.sax.saxutils import escape

import vl_convert
from PIL import Image

from tolok.core.numbers import format_number
from tolok.documents.achievements import MARKS, Achievement, Status

Ink = Literal["solid", "striped", "crossed", "plain", "dotted"]

_COLOURS: Final = 64  # enough for few inks; a tenth of the bytes
_SCALE: Final = 4  # pixels for each unit: 300 dpi and more at the sizes papers use
_FONT: Final = "Arial, Liberation Sans, sans-serif"
_INK: Final = "#14211f"
_LINE: Final = "#0a5a57"
_INKS: Final[dict[Status, Ink]] = {
    "Tercapai": "solid",
    "Mendekati": "striped",
    "Belum tercapai": "crossed",
    "Belum ada data": "plain",
    "Waktu terlampaui": "dotted",
}
_ROOM_FOR_WORDS: Final = 92  # a bar's room in which "▼ Waktu terlampaui" can stand
_ROOMY: Final = 60  # a bar's room from which its words are set in full size
_TOP: Final = 20
_LINE_BELOW: Final = 16
_ASIDE: Final = 90  # the name of the line stands right of the last bar
_BAR_SHARE: Final = Decimal("0.55")
_TREND_WIDTH: Final = 84
_TREND_HEIGHT: Final = 26
_TREND_EDGE: Final = 8
_TREND_PEN: Final = f' fill="none" stroke="{_LINE}" stroke-width="1.6"'
_DEFINITIONS: Final = (
    '<defs><pattern id="striped" width="8" height="8" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="8" height="8" fill="#e0b03a"/>'
    '<path d="M0 0V8" stroke="#fff" stroke-width="3"/></pattern>'
    '<pattern id="crossed" width="8" height="8" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="8" height="8" fill="#b5342c"/>'
    '<path d="M0 0V8M0 0H8" stroke="#fff" stroke-width="2.4"/></pattern>'
    '<pattern id="dotted" width="7" height="7" patternUnits="userSpaceOnUse">'
    '<rect width="7" height="7" fill="#6b4c86"/><circle cx="3.5" cy="3.5" r="1.3" fill="#fff"/>'
    "</pattern></defs>"
)
_FILLS: Final[dict[Ink, str]] = {
    "solid": "#1f7a4d",
    "striped": "url(#striped)",
    "crossed": "url(#crossed)",
    "plain": "#8fbfba",
    "dotted": "url(#dotted)",
}


@dataclass(frozen=True)
class Bar:
    """One bar; without a value its place stays empty and says why."""

    label: str
    value: Decimal | None
    under: str = ""  # below the label: "● Tercapai"
    ink: Ink = "plain"


@dataclass(frozen=True)
class Frame:
    """The size of a chart, its line to compare with, its decimals."""

    width: int = 880
    height: int = 190
    line: tuple[Decimal, str] | None = None  # (100, "target 100 %")
    places: int = 1


def achievement_bars(rows: Sequence[Achievement], frame: Frame) -> bytes:
    """How far is each indicator? One bar each, its status as shape, word and pattern."""
    wide = _slot(len(rows), frame) >= _ROOM_FOR_WORDS
    return bars(
        [
            Bar(
                row.code,
                row.achievement if isinstance(row.achievement, Decimal) else None,
                f"{MARKS[row.status]} {row.status}" if wide else MARKS[row.status],
                _INKS[row.status],
            )
            for row in rows
        ],
        frame,
    )


def bars(found: Sequence[Bar], frame: Frame) -> bytes:
    """Upright bars with their values above them and above the line."""
    inside = "".join(_bars(found, frame))
    return _png(frame.width, frame.height, inside)


def trend(values: Sequence[Decimal | None]) -> bytes:
    """The course of a year for a table cell; a gap breaks the line, the newest has a dot."""
    known = [value for value in values if value is not None]
    lowest, reach = min(known, default=Decimal(0)), _reach(known)
    step = Decimal(_TREND_WIDTH - 2 * _TREND_EDGE) / max(len(values) - 1, 1)
    places = [
        None if value is None else (_TREND_EDGE + at * step, _trend_height(value, lowest, reach))
        for at, value in enumerate(values)
    ]
    inside = "".join(f'<polyline points="{line}"{_TREND_PEN}/>' for line in _unbroken(places))
    newest = next((place for place in reversed(places) if place), None)
    if newest:
        inside += f'<circle cx="{newest[0]:.1f}" cy="{newest[1]:.1f}" r="3" fill="{_LINE}"/>'
    return _png(_TREND_WIDTH, _TREND_HEIGHT, inside)


def _bars(found: Sequence[Bar], frame: Frame) -> Iterator[str]:
    yield _DEFINITIONS
    floor = frame.height - _below(found)
    top = max([bar.value or Decimal(0) for bar in found] + [frame.line[0] if frame.line else 1])
    unit = Decimal(floor - _TOP) / top
    slot = _slot(len(found), frame)
    place = _Place(slot, floor, unit, 12 if slot >= _ROOMY else 9)
    for at, bar in enumerate(found):
        yield from _bar(bar, frame, place, slot * at + slot / 2)
    yield _rule(frame.width, Decimal(floor))
    if frame.line:
        height = floor - frame.line[0] * unit
        yield _rule(frame.width, height)
        yield _text(Decimal(frame.width - 4), height - 5, frame.line[1], anchor="end")


def _slot(count: int, frame: Frame) -> Decimal:
    """The room of one bar."""
    return Decimal(frame.width - (_ASIDE if frame.line else 0)) / max(count, 1)


def _below(found: Sequence[Bar]) -> int:
    """The room for labels, and for the words below them where there are any."""
    return 8 + _LINE_BELOW * (2 if any(bar.under for bar in found) else 1)


@dataclass(frozen=True)
class _Place:
    """What all bars of a chart have in common."""

    slot: Decimal
    floor: int
    unit: Decimal  # the height of one
    size: int  # of the letters


def _bar(bar: Bar, frame: Frame, place: _Place, middle: Decimal) -> Iterator[str]:
    floor, size = place.floor, place.size
    yield _text(middle, Decimal(floor + 16), bar.label, size=size)
    yield _text(middle, Decimal(floor + 31), bar.under, size=min(size, 10))
    if bar.value is None:
        yield _text(middle, Decimal(floor - 6), "–", size=size)
        return
    tall, wide = bar.value * place.unit, place.slot * _BAR_SHARE
    yield (
        f'<rect x="{middle - wide / 2:.1f}" y="{floor - tall:.1f}" width="{wide:.1f}" '
        f'height="{tall:.1f}" fill="{_FILLS[bar.ink]}"/>'
    )
    above = floor - tall - 6
    if frame.line:
        above = _clear_of(floor - frame.line[0] * place.unit, above)
    yield _text(middle, above, format_number(bar.value, frame.places), size=size)


def _clear_of(line: Decimal, above: Decimal) -> Decimal:
    """A value near the line stands above it, so that they never cross."""
    return line - 6 if line - 4 < above < line + 16 else above


def _reach(known: Sequence[Decimal]) -> Decimal:
    return (max(known) - min(known)) if known else Decimal(0)


def _trend_height(value: Decimal, lowest: Decimal, reach: Decimal) -> Decimal:
    """SVG counts downwards; equal values lie in the middle."""
    share = (value - lowest) / reach if reach else Decimal("0.5")
    return Decimal(_TREND_HEIGHT - 6) - share * (_TREND_HEIGHT - 12)


def _unbroken(places: Sequence[tuple[Decimal, Decimal] | None]) -> Iterator[str]:
    line: list[str] = []
    for place in (*places, None):
        if place:
            line.append(f"{place[0]:.1f},{place[1]:.1f}")
        elif line:
            yield " ".join(line)
            line = []


def _rule(width: int, height: Decimal) -> str:
    return f'<path d="M0 {height:.1f}H{width}" stroke="{_INK}" stroke-width="1.2"/>'


def _text(x: Decimal, y: Decimal, words: str, *, size: int = 12, anchor: str = "middle") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="{_FONT}" font-size="{size}" '
        f'text-anchor="{anchor}" fill="{_INK}">{escape(words)}</text>'
    )


def _png(width: int, height: int, inside: str) -> bytes:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{inside}</svg>'
    )
    drawn = Image.open(io.BytesIO(vl_convert.svg_to_png(svg, scale=_SCALE)))
    white = Image.new("RGB", drawn.size, "white")
    white.paste(drawn, mask=drawn.getchannel("A"))
    out = io.BytesIO()
    white.quantize(_COLOURS).save(out, "png", optimize=True)
    return out.getvalue()
