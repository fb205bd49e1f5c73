"""How wide the columns are, in 0.01 cm; many lanes take from the others and turn their names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tolok.documents.flowchart.measure import text_height, text_width

PAGE_WIDTH: Final = 2900  # F4 landscape within its margins
TEXT: Final = 9.0  # points
SIDES: Final = 24  # of a cell, left and right together
_ROOMY_LANES: Final = 4  # so many at most leave the other columns their room
_TALL: Final = 320  # of names that run upwards
_HEAD, _LOW = 55, 90


@dataclass(frozen=True)
class Columns:
    """No, Uraian, the lanes, Kelengkapan, Waktu, Output, Keterangan."""

    number: int
    text: int
    lane: int
    lanes: int  # how many
    needs: int
    time: int
    output: int
    remark: int

    @property
    def all(self) -> tuple[int, ...]:
        lanes = (self.lane,) * self.lanes
        return (self.number, self.text, *lanes, self.needs, self.time, self.output, self.remark)


def columns(lanes: int) -> Columns:
    """Few lanes need not be wider than 2.8 cm; what is left is the text's."""
    roomy = lanes <= _ROOMY_LANES
    needs, time, output, remark = (420, 170, 320, 200) if roomy else (330, 160, 260, 200)
    others = 150 + needs + time + output + remark
    share = 960 if roomy else PAGE_WIDTH - others - 460
    lane = min(280, share // max(1, lanes))
    text = PAGE_WIDTH - others - lane * lanes
    return Columns(150, text, lane, lanes, needs, time, output, remark)


def upright_names(lanes: Sequence[str]) -> bool:
    """Whether the lanes' names must run upwards, for a word would not fit."""
    width = columns(len(lanes)).lane - SIDES
    words = (word for name in lanes for word in name.split())
    return any(text_width(word, TEXT, bold=True) > width for word in words)


def head_heights(lanes: Sequence[str]) -> tuple[int, int]:
    """Of the two head rows."""
    if upright_names(lanes):
        return _HEAD, _TALL
    width = columns(len(lanes)).lane - SIDES
    names = (text_height(name, width, TEXT, bold=True) + 20 for name in lanes)
    return _HEAD, max(_LOW, *names, _LOW)
