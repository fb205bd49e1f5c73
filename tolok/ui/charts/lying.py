"""Lying bars: work units, methods, and whatever has long names."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from tolok.ui.charts import layers
from tolok.ui.charts.bars import Bar, Scale
from tolok.ui.charts.theme import INK, NAME, Spec
from tolok.ui.charts.upright import domain


@dataclass(frozen=True)
class Lying:
    """The measures of one chart, in pixels."""

    width: int
    row: int  # from one bar to the next
    drop: int  # from the middle of its row down to the middle of the bar
    names: int  # the width of the column of names; 0 puts them above their bars

    def letters(self, name: str) -> int:
        """How many letters of a name fit in a line."""
        room = self.names - _GAP if self.names else self.width
        return int(room / (_CAPITAL if name.isupper() else _LETTER))


_VALUES: Final = 56  # the column of values
_THICK: Final = 16
_LINE: Final = 16
_GAP: Final = 12
_LETTER: Final = 7.2  # the mean width of a letter in the widest font of the stack
_CAPITAL: Final = 9.0  # sources write the names of many units in capitals


def beside(width: int, names: int) -> Lying:
    """Names in a column on the left, in at most two lines, a note below them."""
    return Lying(width=width, row=3 * _LINE + _GAP, drop=0, names=names)


def above(width: int, bars: Sequence[Bar]) -> Lying:
    """Names over their bars, for a phone; rows are lower where no bar has a note."""
    texts = _LINE * (2 if any(bar.note for bar in bars) else 1)
    row = texts + 8 + _THICK + 18
    return Lying(width=width, row=row, drop=texts + 8 + _THICK // 2 - row // 2, names=0)


def lying(bars: Sequence[Bar], scale: Scale, shape: Lying) -> Spec:
    """Bars with their values in a column on the right; the target crosses each row."""
    height = shape.row * len(bars)
    y: Spec = {
        "field": "key",
        "type": "ordinal",
        "scale": {"range": [0, height], "paddingInner": 0, "paddingOuter": 0},
    }
    x: Spec = {
        "field": "value",
        "type": "quantitative",
        "scale": {
            "domain": domain(bars, scale),
            "range": [shape.names, shape.width - _VALUES],
            "nice": False,
        },
    }
    columns = layers.columns(bars, {"x": x, "y": y})
    columns["mark"] = {"type": "bar", "height": _THICK, "yOffset": shape.drop}
    drawn = [columns, *_whiskers(bars, x, y, shape), *_target(bars, scale, y, shape)]
    drawn += _texts(bars, scale, y, shape)
    padding = {"left": 1, "right": 1, "top": 20 if scale.target else 2, "bottom": 2}
    return layers.drawing((shape.width, height), padding, drawn)


def _whiskers(bars: Sequence[Bar], x: Spec, y: Spec, shape: Lying) -> list[Spec]:
    place = {"y": y, "x": x | {"field": "lowest"}, "x2": {"field": "highest"}}
    drawn = layers.whiskers(bars, place)
    for layer in drawn:
        layer["mark"]["yOffset"] = shape.drop
    return drawn


def _target(bars: Sequence[Bar], scale: Scale, y: Spec, shape: Lying) -> list[Spec]:
    """A stroke at each bar, so that the line never runs through a name above one."""
    if scale.target is None:
        return []
    x: Spec = {"datum": float(scale.target.value)}
    reach = shape.row / 2 if shape.names else _THICK / 2 + 4
    stroke = {"yOffset": shape.drop - reach, "y2Offset": shape.drop + reach}
    strokes = layers.rule({"x": x, "y": y, "y2": {"field": "key"}}, INK, stroke)
    strokes["data"] = {"values": layers.rows_of(bars)}
    lowest, highest = domain(bars, scale)
    left = float(scale.target.value) < (lowest + highest) / 2
    name: Spec = {"dy": -6, "align": "left" if left else "right"}
    top = layers.name(scale.target.label, {"x": x, "y": {"value": 0}}, name, INK)
    return [strokes, top]


def _texts(bars: Sequence[Bar], scale: Scale, y: Spec, shape: Lying) -> list[Spec]:
    """The name at the left, its note right under it, the value at the right edge."""
    names = {key: _lines(bar.label, shape) for key, bar in enumerate(bars)}
    values = {key: scale.text(bar.value) for key, bar in enumerate(bars)}
    left: layers.Place = {"y": y, "x": {"value": 0}}
    right: layers.Place = {"y": y, "x": {"value": shape.width}}
    first = -shape.row / 2 + _LINE
    drawn = [
        layers.words(names, left, _at(first) | {"fontSize": 13, "lineHeight": _LINE}, NAME),
        layers.words(values, right, {"align": "right", "dy": shape.drop + 5, "fontSize": 14}, INK),
    ]
    for count in {len(lines) for lines in names.values()}:
        notes = {key: bars[key].note for key, lines in names.items() if len(lines) == count}
        drawn.append(layers.words(notes, left, _at(first + _LINE * count)))
    return drawn


def _at(down: float) -> Spec:
    return {"align": "left", "dy": down}


def _lines(name: str, shape: Lying) -> list[str]:
    lines = 2 if shape.names else 1
    return wrap(name, shape.letters(name), max_lines=lines, placeholder=" …") or [""]
