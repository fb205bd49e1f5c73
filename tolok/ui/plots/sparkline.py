"""The course of a year in a table cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tolok.core.numbers import format_number

_WIDTH: Final = Decimal(72)
_EDGE: Final = Decimal(9)
_TOP: Final = Decimal("2.5")
_BOTTOM: Final = Decimal("20.6")


@dataclass(frozen=True)
class Dot:
    x: str
    y: str
    last: bool  # the newest value, drawn larger


@dataclass(frozen=True)
class Sparkline:
    """For ui/sparkline.html: dots, the lines between neighbours, and the whole in words."""

    dots: tuple[Dot, ...]
    lines: tuple[str, ...]  # each the points of a polyline; a missing quarter breaks the line
    target: str  # the height of the target's line, or ""
    spoken: str


def sparkline(
    points: Sequence[tuple[str, Decimal | None]],
    *,
    target: Decimal | None = None,
    places: int = 1,
) -> Sparkline:
    """The points by name, `("TW I", Decimal("84.0"))`, at equal distances."""
    known = [value for _, value in points if value is not None]
    reach = [*known, target] if target is not None else known
    step = (_WIDTH - 2 * _EDGE) / max(len(points) - 1, 1)
    placed = [
        None if value is None else (_EDGE + number * step, _height(value, reach))
        for number, (_, value) in enumerate(points)
    ]
    dots = [place for place in placed if place]
    return Sparkline(
        dots=tuple(Dot(f"{x:.1f}", f"{y:.1f}", (x, y) == dots[-1]) for x, y in dots),
        lines=_lines(placed),
        target=f"{_height(target, reach):.1f}" if target is not None and known else "",
        spoken=", ".join(f"{name} {_text(value, places)}" for name, value in points),
    )


def _height(value: Decimal, reach: Sequence[Decimal]) -> Decimal:
    """SVG counts downwards. Equal values lie in the middle."""
    lowest, highest = min(reach), max(reach)
    if lowest == highest:
        return (_TOP + _BOTTOM) / 2
    return _BOTTOM - (_BOTTOM - _TOP) * (value - lowest) / (highest - lowest)


def _lines(placed: Sequence[tuple[Decimal, Decimal] | None]) -> tuple[str, ...]:
    lines: list[list[str]] = [[]]
    for place in placed:
        if place is None:
            lines.append([])
        else:
            lines[-1].append(f"{place[0]:.1f},{place[1]:.1f}")
    return tuple(" ".join(points) for points in lines if len(points) > 1)


def _text(value: Decimal | None, places: int) -> str:
    return "belum ada" if value is None else format_number(value, places)
