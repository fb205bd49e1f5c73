"""A flowchart as plain facts: pages of rows of cells, ready to be printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from tolok.documents.flowchart.columns import (
    SIDES,
    TEXT,
    columns,
    head_heights,
    upright_names,
)
from tolok.documents.flowchart.measure import text_height
from tolok.documents.flowchart.pages import CONNECTORS, Row, placed, standing
from tolok.documents.flowchart.routes import Canvas, Part, drawn, sentence
from tolok.documents.flowchart.steps import DECISION, Step

Merge = Literal["", "restart", "continue"]
_MOST_FOR_CONNECTORS: Final = 300  # a fifth of a page


@dataclass(frozen=True)
class LaneCell:
    """What a lane shows in a row, and the same in words for those who do not see it."""

    parts: tuple[Part, ...]
    words: str


@dataclass(frozen=True)
class PageRow:
    """One row of the printed table."""

    height: int
    number: str
    text: str
    cells: tuple[LaneCell, ...]
    requirements: str
    requirements_merge: Merge
    time: str
    time_merge: Merge
    output: str
    remark: str


@dataclass(frozen=True)
class Page:
    """One page of the flowchart."""

    number: int
    columns: tuple[int, ...]  # widths in 0.01 cm
    heads: tuple[int, ...]  # heights of the two head rows
    upright: int  # 1 when the names of the lanes run upwards
    lanes: tuple[str, ...]
    rows: tuple[PageRow, ...]


def laid_out(steps: tuple[Step, ...], lanes: tuple[str, ...]) -> tuple[Page, ...]:
    """The pages of the flowchart; none without steps."""
    widths = columns(len(lanes))
    canvas = _with_room_for_connectors(steps, lanes)
    pages = sorted({row.page for row in canvas.rows})
    heads, upright = head_heights(lanes), int(upright_names(lanes))
    return tuple(
        Page(page, widths.all, heads, upright, lanes, tuple(_rows(canvas, page, lanes)))
        for page in pages
    )


def _with_room_for_connectors(steps: tuple[Step, ...], lanes: tuple[str, ...]) -> Canvas:
    """Which connectors meet on a page is known when all is drawn: more of them need more room."""
    widths, height = columns(len(lanes)), CONNECTORS
    while True:
        canvas = drawn(steps, placed(steps, lanes, height), widths.lane)
        texts = (sentence(canvas, row) for row in list(canvas.links))
        needed = max((text_height(one, widths.text - SIDES, TEXT) + 20 for one in texts), default=0)
        if needed <= height or height >= _MOST_FOR_CONNECTORS:
            return canvas
        height = min(needed, _MOST_FOR_CONNECTORS)


def _rows(canvas: Canvas, page: int, lanes: tuple[str, ...]) -> Iterator[PageRow]:
    here = [at for at, row in enumerate(canvas.rows) if row.page == page]
    places = [canvas.rows[at].step for at in here]
    for at in here:
        row = canvas.rows[at]
        cells = tuple(_cell(canvas, at, lane, name) for lane, name in enumerate(lanes))
        if row.step is None:
            yield _connectors(row, cells, sentence(canvas, at))
        else:
            yield _step(canvas, row, cells, places)


def _connectors(row: Row, cells: tuple[LaneCell, ...], text: str) -> PageRow:
    return PageRow(row.height, "", text, cells, "", "", "", "", "", "")


def _step(
    canvas: Canvas, row: Row, cells: tuple[LaneCell, ...], places: list[int | None]
) -> PageRow:
    at = row.step or 0
    step = canvas.steps[at]
    is_last = at + 1 not in places
    is_first = at - 1 not in places
    following = [] if is_last else canvas.steps[at + 1 : at + 2]
    needs = [one.requirements for one in canvas.steps[: at + 1]]
    times = [one.time for one in canvas.steps[: at + 1]]
    return PageRow(
        row.height,
        step.number,
        step.text,
        cells,
        standing(needs),
        _merge(needs[-1], [one.requirements for one in following], is_first),
        standing(times),
        _merge(times[-1], [one.time for one in following], is_first),
        step.output,
        step.remark,
    )


def _merge(own: str | None, following: list[str | None], is_first: bool) -> Merge:
    """A cell begins where it has a text, and anew on each page; `following` is the next there."""
    if own is None and not is_first:
        return "continue"
    return "restart" if following == [None] else ""


def _cell(canvas: Canvas, row: int, lane: int, name: str) -> LaneCell:
    parts = tuple(canvas.parts.get((row, lane), ()))
    if not parts:
        return LaneCell((), "")
    letters = [part.text for part in parts if part.kind == "pentagon"]
    at = canvas.rows[row].step
    if letters:
        words = f"penghubung halaman {', '.join(letters)}"
    elif at is not None and lane in canvas.steps[at].lanes:
        words = _symbol_words(canvas, at)
    else:
        words = "garis penghubung"
    return LaneCell(parts, f"{name}: {words}")


def _symbol_words(canvas: Canvas, at: int) -> str:
    steps, step = canvas.steps, canvas.steps[at]
    ways = {edge.label: steps[edge.target].number for edge in canvas.edges if edge.source == at}
    after = steps[at + 1].number if at + 1 < len(steps) else ""
    if step.kind != DECISION:
        return f"{step.kind} {step.number}" + (f", ke {ways['']}" if "" in ways else "")
    no = f", tidak ke {ways['Tidak']}" if "Tidak" in ways else ""
    return f"keputusan {step.number}; ya ke {ways.get('Ya', after)}{no}"
