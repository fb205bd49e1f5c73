"""From the answer of a corners query to the options of its rows, and to what would settle them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from itertools import product
from typing import Final, NamedTuple, TypeAlias

from tolok.core.formula.corners import DISPUTED, MISSING, CornersQuery
from tolok.core.formula.dictionary import Field
from tolok.core.formula.formula import Formula
from tolok.core.formula.interval import Contribution, Unsettled
from tolok.core.formula.quotient import EXACT
from tolok.core.formula.shape import Aggregate, Terms

SCALE: Final = 10**12  # eight decimals of a sum times four of its plain number
NOTHING: Final[Contribution] = (0, 0)
Amount: TypeAlias = Decimal | int | None
Cells: TypeAlias = Sequence[object]


@dataclass
class Doubt:
    """What is not settled in one group of rows."""

    today: Contribution = NOTHING  # what its unsettled rows add to the value as it stands
    rows: list[Unsettled] = field(default_factory=list)
    endless: bool = False  # a row whose fact has no known bound may add any amount
    settles: Counter[tuple[Field, int]] = field(default_factory=Counter)  # field, state


class _Block(NamedTuple):
    """A row at one corner, or as it stands."""

    met: bool | None  # whether it counts
    amounts: tuple[Amount, ...]
    blind: bool  # the end of an uncertain fact is not known


def whole(formula: Formula, totals: Mapping[Aggregate, Amount]) -> Contribution:
    """Numerator and denominator as whole numbers of one scale."""
    below = 0 if formula.denominator is None else _scaled(formula.denominator, totals)
    return _scaled(formula.numerator, totals), below


def read_doubts(
    query: CornersQuery, answer: Iterable[Cells], formula: Formula
) -> dict[tuple[object, ...], Doubt]:
    """By group: the options of its unsettled rows, without the rows that cannot move the value."""
    doubts: dict[tuple[object, ...], Doubt] = {}
    with localcontext(EXACT):
        for cells in answer:
            doubt = doubts.setdefault(tuple(cells[: query.keys]), Doubt())
            _read_row(query, cells, formula, doubt)
    return doubts


def _read_row(query: CornersQuery, cells: Cells, formula: Formula, doubt: Doubt) -> None:
    count = int(str(cells[-1]))
    first = query.keys + len(query.fields)
    states = cells[query.keys : first]
    today, *corners = _blocks(cells[first:-1], len(query.aggregates))
    now = NOTHING if today.met is not True else _contribution(today.amounts, formula)
    options = [_options(corner, formula) for corner in corners]
    endless = any(one is None for one in options)
    found = dict.fromkeys(option for one in options for option in one or ())
    if not endless and set(found) == {now}:
        return
    doubt.endless = doubt.endless or endless
    doubt.today = (doubt.today[0] + count * now[0], doubt.today[1] + count * now[1])
    doubt.rows.append(Unsettled(tuple(found), count))
    for position, state in enumerate(states):
        if state == MISSING or (state == DISPUTED and _matters(position, options)):
            doubt.settles[query.fields[position], state] += count


def _blocks(cells: Cells, amounts: int) -> Iterator[_Block]:
    """The row as it stands has no third part: it is what it is."""
    yield _Block(cells[0] is True, _amounts(cells[1 : amounts + 1]), blind=False)
    for start in range(amounts + 1, len(cells), amounts + 2):
        met, *values, blind = cells[start : start + amounts + 2]
        yield _Block(None if met is None else bool(met), _amounts(values), bool(blind))


def _amounts(cells: Cells) -> tuple[Amount, ...]:
    return tuple(cell if isinstance(cell, int | Decimal) else None for cell in cells)


def _options(block: _Block, formula: Formula) -> tuple[Contribution, ...] | None:
    """What the row may contribute at a corner; None when there is no limit."""
    incomplete = block.met is None or None in block.amounts
    if block.met is False or (incomplete and not block.blind):
        return (NOTHING,)  # it does not count, or lacks a fact no one calls uncertain
    if not incomplete:
        return (_contribution(block.amounts, formula),)
    ranges = []
    for aggregate, amount in zip(formula.aggregates, block.amounts, strict=True):
        if amount is None and aggregate.how != "count":
            return None
        ranges.append((0, 1) if amount is None else (amount,))
    counted = tuple(_contribution(amounts, formula) for amounts in product(*ranges))
    return counted if block.met else (NOTHING, *counted)


def _matters(position: int, options: Sequence[tuple[Contribution, ...] | None]) -> bool:
    """Whether moving this field alone, from some corner, changes what the row contributes.

    Corners are listed like binary numbers, the first field being the highest digit.
    """
    step = len(options) >> (position + 1)
    return any(
        options[number] is None or options[number] != options[number + step]
        for number in range(len(options))
        if not number & step
    )


def _contribution(amounts: Sequence[Amount], formula: Formula) -> Contribution:
    return whole(formula, dict(zip(formula.aggregates, amounts, strict=True)))


def _scaled(terms: Terms, totals: Mapping[Aggregate, Amount]) -> int:
    return sum(int(number * (totals[one] or 0) * SCALE) for one, number in terms)
