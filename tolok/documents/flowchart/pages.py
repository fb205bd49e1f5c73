"""Which rows stand on which page, and how high each is; a page ends in connectors (segilima)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from tolok.documents.flowchart.measure import text_height
from tolok.documents.flowchart.steps import DECISION, Step

PAGE_WIDTH: Final = 2900  # F4 landscape within its margins
PAGE_HEIGHT: Final = 1690  # the same, without the title above the table
CONNECTORS: Final = 115  # a row of pentagons
TEXT: Final = 9.0  # points
_ROOM: Final = 30  # above and below a text together
_SIDES: Final = 24  # left and right of it
_STEP, _DECISION = 175, 220  # rows are at least so high
_NUMBER, _NEEDS, _TIME, _OUTPUT, _REMARK = 150, 420, 170, 320, 200
_LANES: Final = 960  # of all lanes together, where their number allows it
_HEAD: Final = 55

Place = Literal["step", "top", "bottom"]


@dataclass(frozen=True)
class Widths:
    """Of the columns."""

    lane: int
    lanes: int  # how many

    @property
    def text(self) -> int:
        others = _NUMBER + _NEEDS + _TIME + _OUTPUT + _REMARK
        return PAGE_WIDTH - others - self.lane * self.lanes

    @property
    def columns(self) -> tuple[int, ...]:
        lanes = (self.lane,) * self.lanes
        return (_NUMBER, self.text, *lanes, _NEEDS, _TIME, _OUTPUT, _REMARK)


@dataclass(frozen=True)
class Row:
    """A row of the table: a step, or the connectors at the top or bottom of a page."""

    page: int  # from 1
    place: Place
    height: int
    step: int | None  # its place in the list


def widths(lanes: int) -> Widths:
    """Lanes share what there is; few of them need not be wider than 2.8 cm."""
    return Widths(max(110, min(280, _LANES // max(1, lanes))), lanes)


def head_heights(lanes: Sequence[str]) -> tuple[int, int]:
    """Of the two head rows."""
    width = widths(len(lanes)).lane - _SIDES
    names = [text_height(name, width, TEXT, bold=True) for name in lanes]
    return _HEAD, max(90, *(height + 20 for height in names)) if names else 90


def placed(steps: Sequence[Step], lanes: Sequence[str]) -> tuple[Row, ...]:
    """All rows, page after page; none without steps."""
    if not steps:
        return ()
    room = PAGE_HEIGHT - sum(head_heights(lanes))
    sheets = _sheets(steps, widths(len(lanes)), room)
    rows: list[Row] = []
    for page, sheet in enumerate(sheets, 1):
        heights = _heights([steps[at] for at in sheet], widths(len(lanes)))
        if page > 1:
            rows.append(Row(page, "top", CONNECTORS, None))
        rows += [Row(page, "step", high, at) for at, high in zip(sheet, heights, strict=True)]
        if page < len(sheets):
            rows.append(Row(page, "bottom", CONNECTORS, None))
    return tuple(rows)


def _sheets(steps: Sequence[Step], columns: Widths, room: int) -> list[list[int]]:
    """The steps of each page; room is kept for the connectors above and below."""
    sheets: list[list[int]] = [[]]
    for at in range(len(steps)):
        trial = [steps[one] for one in (*sheets[-1], at)]
        above = CONNECTORS if len(sheets) > 1 else 0
        below = CONNECTORS if at < len(steps) - 1 else 0
        if sheets[-1] and above + sum(_heights(trial, columns)) + below > room:
            sheets.append([])
        sheets[-1].append(at)
    return sheets


def _heights(steps: Sequence[Step], columns: Widths) -> list[int]:
    """Of the rows of one page; cells that go on over rows may make their last row higher."""
    heights = [_height(step, columns) for step in steps]
    for values, width in (
        ([step.requirements for step in steps], _NEEDS),
        ([step.time for step in steps], _TIME),
    ):
        _stretch(heights, values, width)
    return heights


def _stretch(heights: list[int], values: list[str | None], width: int) -> None:
    starts = [at for at, value in enumerate(values) if value is not None or not at]
    for start, end in zip(starts, [*starts[1:], len(values)], strict=True):
        needed = text_height(values[start] or "", width - _SIDES, TEXT) + _ROOM
        heights[end - 1] += max(0, needed - sum(heights[start:end]))


def _height(step: Step, columns: Widths) -> int:
    cells = (
        (step.number, _NUMBER),
        (step.text, columns.text),
        (step.output, _OUTPUT),
        (step.remark, _REMARK),
    )
    texts = (text_height(text, width - _SIDES, TEXT) + _ROOM for text, width in cells)
    return max(_DECISION if step.kind == DECISION else _STEP, *texts)
