"""What is drawn in which cell: symbols, arrows to the next row, and arrows by the side."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Final, Literal

from tolok.documents.flowchart.pages import Row
from tolok.documents.flowchart.steps import DECISION, END, START, Edge, Step, edges, goes_on

Kind = Literal["capsule", "box", "diamond", "pentagon", "line", "arrow", "text"]
_CHANNELS: Final = (22, 10, 36)  # how far from the border arrows run by the side
_NARROW_CHANNELS: Final = (12, 6, 18)
_NARROW: Final = 200  # a lane
_OVER: Final = 20  # below the row's top: there arrows from other lanes reach a decision
_UNDER: Final = 14  # above the row's end: there "Ya" turns aside when it skips rows
_BOX: Final = (130, 70)
_DIAMOND: Final = (140, 90)
_CAPSULE: Final = (140, 70)
_PENTAGON: Final = (60, 62)
_PENTAGON_BESIDE: Final = (44, 50)


@dataclass(frozen=True)
class Part:
    """One drawn thing in a cell: a symbol by its edges, a line by its ends, a text by its middle.

    Lengths are in 0.01 cm from the upper left corner of the cell.
    """

    kind: Kind
    x: int
    y: int
    to_x: int
    to_y: int
    text: str = ""


class Canvas:
    """The cells of all rows and lanes."""

    def __init__(self, steps: tuple[Step, ...], rows: tuple[Row, ...], lane: int) -> None:
        self.steps, self.rows, self.lane = steps, rows, lane
        self.row_of = {row.step: at for at, row in enumerate(rows) if row.step is not None}
        self.parts: dict[tuple[int, int], list[Part]] = defaultdict(list)
        self.links: dict[int, list[str]] = defaultdict(list)  # of a connector row: its sentences
        self.edges = edges(steps)
        self._letters = 0

    @property
    def middle(self) -> int:
        return self.lane // 2

    def draw(self, row: int, lane: int, kind: Kind, *ends: int, text: str = "") -> None:
        x, y, to_x, to_y = ends
        self.parts[row, lane].append(Part(kind, x, y, to_x, to_y, text))

    def symbol(self, row: int, lane: int, kind: Kind, size: tuple[int, int], text: str) -> None:
        """In the middle of its cell."""
        half, high = size[0] // 2, size[1] // 2
        x, y = self.middle, self.rows[row].height // 2
        self.draw(row, lane, kind, x - half, y - high, x + half, y + high, text=text)

    def across(self, row: int, y: int, start: tuple[int, int], end: tuple[int, int]) -> None:
        """A line from (lane, x) to (lane, x) through all lanes between, its end an arrow or not."""
        (lane, x), (last, to_x) = start, end
        while lane != last:
            edge = self.lane if last > lane else 0
            self.draw(row, lane, "line", x, y, edge, y)
            lane, x = lane + (1 if last > lane else -1), self.lane - edge
        self.draw(row, lane, "line", x, y, to_x, y)

    def new_letter(self) -> str:
        """A, B … Z, AA …"""
        self._letters += 1
        at, letters = self._letters, ""
        while at:
            at, rest = divmod(at - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return letters


def drawn(steps: tuple[Step, ...], rows: tuple[Row, ...], lane: int) -> Canvas:
    """Everything that the flowchart shows, in the cells of `rows`."""
    canvas = Canvas(steps, rows, lane)
    for at in range(len(steps)):
        _symbols(canvas, at)
        _without_target(canvas, at)
        if goes_on(steps, at):
            _to_the_next(canvas, at)
    _beside(canvas)
    return canvas


def half_width(step: Step, lane: int) -> int:
    """From the middle of a symbol to its side."""
    wide, _ = _size(step)
    return min(wide, lane - (10 if step.kind in (START, END) else 70)) // 2


def _size(step: Step) -> tuple[int, int]:
    return {DECISION: _DIAMOND, START: _CAPSULE, END: _CAPSULE}.get(step.kind, _BOX)


def _symbols(canvas: Canvas, at: int) -> None:
    """One for each lane that takes part, joined by a line."""
    step, row = canvas.steps[at], canvas.row_of[at]
    shapes: dict[str, Kind] = {DECISION: "diamond", START: "capsule", END: "capsule"}
    kind = shapes.get(step.kind, "box")
    half = half_width(step, canvas.lane)
    text = step.kind.capitalize() if kind == "capsule" else ""
    for lane in step.lanes:
        canvas.symbol(row, lane, kind, (half * 2, _size(step)[1]), text)
    y = canvas.rows[row].height // 2
    for left, right in zip(step.lanes, step.lanes[1:], strict=False):
        canvas.across(row, y, (left, canvas.middle + half), (right, canvas.middle - half))


def _without_target(canvas: Canvas, at: int) -> None:
    """A way to a step that is not in the list is written beside the symbol."""
    step = canvas.steps[at]
    told = {edge.label for edge in canvas.edges if edge.source == at}
    if step.no_to and "Tidak" not in told:
        row = canvas.row_of[at]
        y = canvas.rows[row].height - 18
        canvas.draw(row, step.lane - 1, "text", 50, y, 50, y, text=f"Tidak: {step.no_to}")


def _to_the_next(canvas: Canvas, at: int) -> None:
    """Down into the next row; over a page's end by a pair of connectors."""
    step, after = canvas.steps[at], canvas.steps[at + 1]
    row, end = canvas.row_of[at], canvas.row_of[at + 1]
    lane = leaves_from(step, after)
    x, height = canvas.middle, canvas.rows[row].height
    low = height // 2 + _size(step)[1] // 2
    canvas.draw(row, lane, "line", x, low, x, height)
    if step.kind == DECISION:
        canvas.draw(row, lane, "text", x + 30, height - 20, x + 30, height - 20, text="Ya")
    if end > row + 1:
        letter = canvas.new_letter()
        link(canvas, row + 1, (lane, x), letter, is_end=True)
        link(canvas, end - 1, (lane, x), letter, is_end=False)
        _say(canvas, row + 1, end - 1, letter)
    _enter(canvas, at + 1, lane)


def leaves_from(step: Step, after: Step) -> int:
    """The lane in which the arrow runs down: straight on where it can."""
    return after.lane - 1 if after.lane - 1 in step.lanes else step.lane - 1


def _enter(canvas: Canvas, at: int, lane: int) -> None:
    """From the top of the row in `lane` to the nearest symbol of the step."""
    step, row = canvas.steps[at], canvas.row_of[at]
    x, y = canvas.middle, canvas.rows[row].height // 2
    top = y - _size(step)[1] // 2
    near = min(step.lanes, key=lambda one: abs(one - lane))
    if near == lane:
        canvas.draw(row, lane, "arrow", x, 0, x, top)
    elif step.kind == DECISION:
        canvas.draw(row, lane, "line", x, 0, x, _OVER)
        canvas.across(row, _OVER, (lane, x), (near, x))
        canvas.draw(row, near, "arrow", x, _OVER, x, top)
    else:
        canvas.draw(row, lane, "line", x, 0, x, y)
        edge = 0 if near > lane else canvas.lane
        canvas.across(row, y, (lane, x), (near, edge))
        half = half_width(step, canvas.lane)
        canvas.draw(row, near, "arrow", edge, y, x - half if near > lane else x + half, y)


# --- Arrows by the side


def _beside(canvas: Canvas) -> None:
    """Back to be mended, or forward over steps: in a channel at the border of the target's lane."""
    taken: dict[tuple[int, bool], list[tuple[range, int]]] = defaultdict(list)
    for edge in canvas.edges:
        lane, left = canvas.steps[edge.target].lane - 1, _on_the_left(canvas, edge)
        ends = sorted((canvas.row_of[edge.source], canvas.row_of[edge.target]))
        run = range(ends[0], ends[1] + 1)
        others = {far for other, far in taken[lane, left] if _meet(run, other)}
        channels = _CHANNELS if canvas.lane >= _NARROW else _NARROW_CHANNELS
        far = next((one for one in channels if one not in others), channels[-1])
        taken[lane, left].append((run, far))
        _along(canvas, edge, far if left else canvas.lane - far)


def _meet(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _on_the_left(canvas: Canvas, edge: Edge) -> bool:
    """Left, unless an arrow already comes into the target from there."""
    if not edge.target or not goes_on(canvas.steps, edge.target - 1):
        return True
    before, step = canvas.steps[edge.target - 1], canvas.steps[edge.target]
    return step.kind == DECISION or leaves_from(before, step) >= step.lane - 1


def _along(canvas: Canvas, edge: Edge, x: int) -> None:
    start, end = canvas.row_of[edge.source], canvas.row_of[edge.target]
    lane, way = canvas.steps[edge.target].lane - 1, -1 if edge.is_back else 1
    _leave(canvas, edge, lane, x)
    letter = ""
    for row in range(start + way, end, way):
        here = canvas.rows[row]
        if here.place == "step":
            if here.page in (canvas.rows[start].page, canvas.rows[end].page):
                canvas.draw(row, lane, "line", x, 0, x, here.height)
        elif here.page == canvas.rows[start].page:
            letter = canvas.new_letter()
            link(canvas, row, (lane, x), letter, is_end=True)
        elif here.page == canvas.rows[end].page and _faces(here, way):
            link(canvas, row, (lane, x), letter, is_end=False)
            first = next(at for at in range(start, row, way) if _is_exit(canvas, at, start))
            _say(canvas, first, row, letter)
    _arrive(canvas, edge, lane, x)


def _faces(row: Row, way: int) -> bool:
    """An arrow upwards comes into a page at its bottom, one downwards at its top."""
    return row.place == ("bottom" if way < 0 else "top")


def _is_exit(canvas: Canvas, row: int, start: int) -> bool:
    here = canvas.rows[row]
    return here.place != "step" and here.page == canvas.rows[start].page


def _leave(canvas: Canvas, edge: Edge, lane: int, x: int) -> None:
    """From the symbol to the channel, then up or down to the row's end.

    A decision lets "Tidak" out at its side and "Ya" below.
    """
    step, row = canvas.steps[edge.source], canvas.row_of[edge.source]
    own, height, middle = step.lane - 1, canvas.rows[row].height, canvas.middle
    if edge.label == "Ya":
        y, start = height - _UNDER, middle
        canvas.draw(row, own, "line", middle, height // 2 + _size(step)[1] // 2, middle, y)
        label = (middle + 30, y - 16)
    else:
        side = -1 if (lane, x) < (own, middle) else 1
        y, start = height // 2, middle + side * half_width(step, canvas.lane)
        near, high = (62, 44) if canvas.lane >= _NARROW else (45, 58)
        label = (near if side < 0 else canvas.lane - near, y - high)
    canvas.across(row, y, (own, start), (lane, x))
    canvas.draw(row, lane, "line", x, y, x, 0 if edge.is_back else height)
    if edge.label:
        canvas.draw(row, own, "text", *label, *label, text=edge.label)


def _arrive(canvas: Canvas, edge: Edge, lane: int, x: int) -> None:
    """From the row's end to the height of the symbol, and into its side."""
    step, row = canvas.steps[edge.target], canvas.row_of[edge.target]
    height = canvas.rows[row].height
    y, half = height // 2, half_width(step, canvas.lane)
    canvas.draw(row, lane, "line", x, height if edge.is_back else 0, x, y)
    side = canvas.middle - half if x < canvas.middle else canvas.middle + half
    canvas.draw(row, lane, "arrow", x, y, side, y)


# --- Connectors between pages


def link(canvas: Canvas, row: int, place: tuple[int, int], letter: str, *, is_end: bool) -> None:
    """A pentagon with its letter: an arrow runs into it, or a line comes out of it."""
    (lane, x), height = place, canvas.rows[row].height
    wide, high = _PENTAGON if x == canvas.middle else _PENTAGON_BESIDE
    middle = min(max(x, wide // 2 + 3), canvas.lane - wide // 2 - 3)
    from_above = canvas.rows[row].place == "bottom"
    top = height - high - 16 if from_above else 16
    left = middle - wide // 2
    canvas.draw(row, lane, "pentagon", left, top, left + wide, top + high, text=letter)
    edge, side = (0, top) if from_above else (height, top + high)
    ends = (x, edge, x, side) if is_end else (x, side, x, edge)
    canvas.draw(row, lane, "arrow" if is_end else "line", *ends)


def _say(canvas: Canvas, out: int, into: int, letter: str) -> None:
    """What stands in words beside the pentagons."""
    pages = canvas.rows[out].page, canvas.rows[into].page
    canvas.links[out].append(f"dilanjutkan ke halaman alir {pages[1]}, penghubung {letter}")
    canvas.links[into].append(f"lanjutan dari halaman alir {pages[0]}, penghubung {letter}")


def sentence(canvas: Canvas, row: int) -> str:
    """All connectors of a row in words."""
    words = "; ".join(canvas.links[row])
    return words[:1].upper() + words[1:]
