"""From the answer of a cases query to the options of its rows, and to what would settle them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, TypeAlias

from tolok.core.formula.cases import CasesQuery
from tolok.core.formula.corners import DISPUTED, MISSING
from tolok.core.formula.dictionary import Field
from tolok.core.formula.interval import Contribution, Unsettled
from tolok.core.formula.quotient import EXACT

SCALE: Final = 10**12  # eight decimals of a sum times four of its plain number
_SCALE: Final = Decimal(SCALE)
NOTHING: Final[Contribution] = (0, 0)
Cells: TypeAlias = Sequence[object]


@dataclass
class Doubt:
    """What is not settled in one group of rows."""

    today: Contribution = NOTHING  # what its unsettled rows add to the value as it stands
    least: Contribution = NOTHING  # of the rows with one denominator in all cases
    most: Contribution = NOTHING
    rows: list[Unsettled] = field(default_factory=list)  # the others
    count: int = 0  # of rows that may move the value
    endless: bool = False  # a row whose fact has no known bound may add any amount
    settles: Counter[tuple[Field, int]] = field(default_factory=Counter)  # field, state


def whole(above: Decimal, below: Decimal | None) -> Contribution:
    """Numerator and denominator as whole numbers of one scale."""
    return _integer(above), 0 if below is None else _integer(below)


def read_doubts(query: CasesQuery, answer: Iterable[Cells]) -> dict[tuple[object, ...], Doubt]:
    """By group; rows that cannot move the value do not come back from the query."""
    doubts: dict[tuple[object, ...], Doubt] = {}
    counted = query.keys + 2 * query.cases
    for cells in answer:
        if cells[counted]:  # without groups there is a row even when nothing is in doubt
            _read(query, cells, doubts.setdefault(tuple(cells[: query.keys]), Doubt()))
    return doubts


def _read(query: CasesQuery, cells: Cells, doubt: Doubt) -> None:
    first = query.keys + 2 * query.cases
    cases, sums, counts = cells[query.keys : first], cells[first : first + 7], cells[first + 7 :]
    rows, endless = int(str(sums[0])), int(str(sums[3]))
    now_above, now_below, least, most, below = map(_integer, (*sums[1:3], *sums[4:]))
    doubt.count += rows
    doubt.endless = doubt.endless or endless > 0
    doubt.today = _added(doubt.today, (now_above, now_below))
    if not cases or cases[0] is None:
        doubt.least = _added(doubt.least, (least, below))
        doubt.most = _added(doubt.most, (most, below))
    else:
        ends = [_integer(one) for one in cases]
        options = dict.fromkeys(zip(ends[::2], ends[1::2], strict=True))
        doubt.rows.append(Unsettled(tuple(options), rows))
    for one, (missing, disputed) in zip(query.fields, _pairs(counts), strict=True):
        doubt.settles.update({(one, MISSING): missing, (one, DISPUTED): disputed})


def _pairs(cells: Cells) -> list[tuple[int, int]]:
    counts = [int(str(cell)) for cell in cells]
    return list(zip(counts[::2], counts[1::2], strict=True))


def _integer(cell: object) -> int:
    """A count comes as an integer, a sum as a decimal, a sum over nothing as None."""
    if isinstance(cell, int):
        return cell * SCALE
    if cell is None:
        return 0
    return int(
        EXACT.multiply(Decimal(str(cell)) if not isinstance(cell, Decimal) else cell, _SCALE)
    )


def _added(one: Contribution, other: Contribution) -> Contribution:
    return one[0] + other[0], one[1] + other[1]
