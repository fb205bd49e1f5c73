"""Charts for papers: SVG drawn here, turned to PNG, readable in grey and without colour.

They are made before rendering: the facts hold a `Picture`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from tolok.core.numbers import format_number
from tolok.documents.achievements import MARKS, Achievement, Status
from tolok.documents.drawing import png, rule, words

Ink = Literal["solid", "striped", "crossed", "plain", "dotted"]

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
    return png(frame.width, frame.height, inside)


def _bars(found: Sequence[Bar], frame: Frame) -> Iterator[str]:
    yield _DEFINITIONS
    floor = frame.height - _below(found)
    top = max([bar.value or Decimal(0) for bar in found] + [frame.line[0] if frame.line else 1])
    unit = Decimal(floor - _TOP) / top
    slot = _slot(len(found), frame)
    place = _Place(slot, floor, unit, 12 if slot >= _ROOMY else 9)
    for at, bar in enumerate(found):
        yield from _bar(bar, frame, place, slot * at + slot / 2)
    yield rule(frame.width, Decimal(floor))
    if frame.line:
        height = floor - frame.line[0] * unit
        yield rule(frame.width, height)
        yield words(Decimal(frame.width - 4), height - 5, frame.line[1], anchor="end")


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
    yield words(middle, Decimal(floor + 16), bar.label, size=size)
    yield words(middle, Decimal(floor + 31), bar.under, size=min(size, 10))
    if bar.value is None:
        yield words(middle, Decimal(floor - 6), "–", size=size)
        return
    tall, wide = bar.value * place.unit, place.slot * _BAR_SHARE
    yield (
        f'<rect x="{middle - wide / 2:.1f}" y="{floor - tall:.1f}" width="{wide:.1f}" '
        f'height="{tall:.1f}" fill="{_FILLS[bar.ink]}"/>'
    )
    above = floor - tall - 6
    if frame.line:
        above = _clear_of(floor - frame.line[0] * place.unit, above)
    yield words(middle, above, format_number(bar.value, frame.places), size=size)


def _clear_of(line: Decimal, above: Decimal) -> Decimal:
    """A value near the line stands above it, so that they never cross."""
    return line - 6 if line - 4 < above < line + 16 else above
