"""Which rows stand on which page, and how high each is; a page ends in connectors (segilima)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from tolok.documents.flowchart.columns import SIDES, TEXT, Columns, columns, head_heights
from tolok.documents.flowchart.measure import text_height
from tolok.documents.flowchart.steps import DECISION, Step

PAGE_HEIGHT: Final = 1690  # the same, without the title above the table
CONNECTORS: Final = 115  # a row of pentagons, at least
_ROOM: Final = 30  # above and below a text together
_STEP, _DECISION = 175, 220  # rows are at least so high

Place = Literal["step", "top", "bottom"]


@dataclass(frozen=True)
class Row:
    """A row of the table: a step, or the connectors at the top or bottom of a page."""

    page: int  # from 1
    place: Place
    height: int
    step: int | None  # its place in the list


def placed(
    steps: Sequence[Step], lanes: Sequence[str], connectors: int = CONNECTORS
) -> tuple[Row, ...]:
    """All rows, page after page; none without steps. `connectors` is the height of their rows."""
    if not steps:
        return ()
    widths = columns(len(lanes))
    room = PAGE_HEIGHT - sum(head_heights(lanes))
    sheets = _sheets(steps, widths, (room, connectors))
    rows: list[Row] = []
    for page, sheet in enumerate(sheets, 1):
        heights = _heights(steps, sheet, widths)
        if page > 1:
            rows.append(Row(page, "top", connectors, None))
        rows += [Row(page, "step", high, at) for at, high in zip(sheet, heights, strict=True)]
        if page < len(sheets):
            rows.append(Row(page, "bottom", connectors, None))
    return tuple(rows)


def standing(values: Sequence[str | None]) -> str:
    """The text of the last cell, which may have begun rows above."""
    return next((value for value in reversed(values) if value is not None), "")


def _sheets(steps: Sequence[Step], widths: Columns, room: tuple[int, int]) -> list[range]:
    """The steps of each page; of its room some is kept for connectors above and below."""
    height, connectors = room
    sheets = [range(0)]
    for at in range(len(steps)):
        longer = range(sheets[-1].start, at + 1)
        above = connectors if len(sheets) > 1 else 0
        below = connectors if at < len(steps) - 1 else 0
        if sheets[-1] and above + sum(_heights(steps, longer, widths)) + below > height:
            sheets.append(range(at, at + 1))
        else:
            sheets[-1] = longer
    return sheets


def _heights(steps: Sequence[Step], sheet: range, widths: Columns) -> list[int]:
    """Of the rows of one page; cells that go on over rows may make their last row higher."""
    heights = [_height(steps[at], widths) for at in sheet]
    until = steps[: sheet.start + 1]
    needs = [steps[at].requirements for at in sheet]
    times = [steps[at].time for at in sheet]
    _stretch(heights, [standing([one.requirements for one in until]), *needs[1:]], widths.needs)
    _stretch(heights, [standing([one.time for one in until]), *times[1:]], widths.time)
    return heights


def _stretch(heights: list[int], values: list[str | None], width: int) -> None:
    starts = [at for at, value in enumerate(values) if value is not None]
    for start, end in zip(starts, [*starts[1:], len(values)], strict=True):
        needed = text_height(values[start] or "", width - SIDES, TEXT) + _ROOM
        heights[end - 1] += max(0, needed - sum(heights[start:end]))


def _height(step: Step, widths: Columns) -> int:
    cells = (
        (step.number, widths.number),
        (step.text, widths.text),
        (step.output, widths.output),
        (step.remark, widths.remark),
    )
    texts = (text_height(text, width - SIDES, TEXT) + _ROOM for text, width in cells)
    return max(_DECISION if step.kind == DECISION else _STEP, *texts)
