"""Upright bars: quarters, and the classes of a distribution."""

from collections.abc import Sequence
from dataclasses import dataclass

from tolok.ui.charts import layers
from tolok.ui.charts.bars import Bar, Line, Scale
from tolok.ui.charts.theme import INK, INK_2, Spec


@dataclass(frozen=True)
class Upright:
    """The measures of one chart, in pixels."""

    width: int
    height: int
    aside: int = 0  # kept free on the right for the names of lines
    gap: float = 0.25  # between bars, as a share of their distance


def upright(bars: Sequence[Bar], scale: Scale, shape: Upright) -> Spec:
    """Bars with their label, value and note below them, so that nothing hides behind a line."""
    x: Spec = {
        "field": "key",
        "type": "ordinal",
        "scale": {
            "range": [0, shape.width - shape.aside],
            "paddingInner": shape.gap,
            "paddingOuter": 0,
        },
    }
    y: Spec = {
        "field": "value",
        "type": "quantitative",
        "scale": {"domain": domain(bars, scale), "nice": False},
    }
    drawn = [
        layers.columns(bars, {"x": x, "y": y}),
        *layers.whiskers(bars, {"x": x, "y": y | {"field": "lowest"}, "y2": {"field": "highest"}}),
        *_lines(scale, shape),
        layers.rule(_level(0, shape)),
        *_texts(bars, scale, x, shape.height),
    ]
    below = 60 if any(bar.note for bar in bars) else 44
    padding = {"left": 2, "right": 2, "top": 20, "bottom": below}
    return layers.drawing((shape.width, shape.height), padding, drawn)


def domain(bars: Sequence[Bar], scale: Scale) -> list[float]:
    """From zero, or from below it where a value is negative, to the highest thing drawn."""
    values = [bar.value for bar in bars] + [bar.lowest for bar in bars]
    values += [bar.highest for bar in bars]
    values += [line.value for line in (scale.target, scale.baseline) if line]
    known = [float(value) for value in values if value is not None]
    lowest, highest = min([0.0, *known]), max([0.0, *known])
    return [lowest, highest if highest > lowest else lowest + 1]


def _texts(bars: Sequence[Bar], scale: Scale, x: Spec, bottom: int) -> list[Spec]:
    rows: tuple[tuple[list[str], int, str, Spec], ...] = (
        ([bar.label for bar in bars], 18, INK_2, {}),
        ([scale.text(bar.value) for bar in bars], 36, INK, {"fontSize": 14}),
        ([bar.note for bar in bars], 52, INK_2, {}),
    )
    return [
        layers.words(dict(enumerate(texts)), {"x": x, "y": {"value": bottom + down}}, mark, ink)
        for texts, down, ink, mark in rows
        if any(texts)
    ]


def _lines(scale: Scale, shape: Upright) -> list[Spec]:
    """The target solid, the baseline dotted; the upper one is named above, the lower below."""
    both = [(line, ink) for line, ink in ((scale.target, INK), (scale.baseline, INK_2)) if line]
    upper = max((line.value for line, _ in both), default=0)
    drawn = []
    for line, ink in both:
        drawn.append(layers.rule(_level(line.value, shape), ink))
        drawn.append(_name(line, ink, shape, above=line.value == upper))
    return drawn


def _name(line: Line, ink: str, shape: Upright, *, above: bool) -> Spec:
    place: layers.Place = {"x": {"value": shape.width}, "y": {"datum": float(line.value)}}
    return layers.name(line.label, place, {"dy": -5 if above else 15}, ink)


def _level(value: object, shape: Upright) -> layers.Place:
    return {
        "x": {"value": 0},
        "x2": {"value": shape.width},
        "y": {"datum": float(str(value))},
    }
