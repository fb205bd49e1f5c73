"""The functions of the formula language: what each takes and what kind it yields."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from tolok.core.formula import refusals
from tolok.core.formula.agreement import agree
from tolok.core.formula.dictionary import FieldType, nearest
from tolok.core.formula.nodes import Call, Constant, Fact, Node, children
from tolok.core.problem import RefusedError

MAX_EXTREMES: Final = 2
Check = Callable[[str, tuple[Node, ...]], Call | None]


@dataclass(frozen=True)
class Function:
    name: str
    usage: str  # shown beside the formula field and in refusals
    check: Check


def call(name: str, arguments: tuple[Node, ...], piece: str) -> Node:
    """The checked call of a function by its name or one of its other names."""
    function = FUNCTIONS.get(ALIASES.get(name, name))
    if function is None:
        raise RefusedError(refusals.unknown_function(name, nearest(name, {**FUNCTIONS, **ALIASES})))
    checked = function.check(piece, arguments)
    if checked is None:
        raise RefusedError(refusals.wrong_arguments(piece, function.usage))
    return checked


def _alike(name: str, *, kinds: frozenset[FieldType]) -> Check:
    """Two or more values of one kind, yielding that kind."""

    def check(piece: str, arguments: tuple[Node, ...]) -> Call | None:
        if len(arguments) < len(("a", "b")):
            return None
        if _extremes_within(arguments) > MAX_EXTREMES:
            raise RefusedError(refusals.too_deep("greatest dan least yang bersarang", MAX_EXTREMES))
        agreed, kind = agree(piece, *arguments)
        return Call(name, agreed, kind) if kind in kinds else None

    return check


def _extremes_within(nodes: Iterable[Node]) -> int:
    """How deep `greatest` and `least` are nested; each level doubles the query."""
    return max(
        (
            _extremes_within(children(node))
            + (isinstance(node, Call) and node.name in ("greatest", "least"))
            for node in nodes
        ),
        default=0,
    )


def _absolute(_piece: str, arguments: tuple[Node, ...]) -> Call | None:
    match arguments:
        case (one,) if one.kind in _QUANTITIES:
            return Call("abs", arguments, one.kind)
    return None


def _days(piece: str, arguments: tuple[Node, ...]) -> Call | None:
    match arguments:
        case (until, since) if FieldType.DATE in (until.kind, since.kind):
            agreed, _ = agree(piece, until, since)
            return Call("hari", agreed, FieldType.NUMBER)
    return None


def _part_of_date(name: str) -> Check:
    def check(_piece: str, arguments: tuple[Node, ...]) -> Call | None:
        match arguments:
            case (one,) if one.kind is FieldType.DATE:
                return Call(name, arguments, FieldType.NUMBER)
        return None

    return check


def _date(_piece: str, arguments: tuple[Node, ...]) -> Call | None:
    """Month and day are written out and exist in every year."""
    match arguments:
        case (Fact() as year, Constant(Decimal() as month), Constant(Decimal() as day)):
            if year.kind is FieldType.NUMBER and _exists_every_year(month, day):
                return Call("tanggal", arguments, FieldType.DATE)
    return None


def _exists_every_year(month: Decimal, day: Decimal) -> bool:
    try:
        date(2001, int(month), int(day))
    except ValueError:
        return False
    return month == int(month) and day == int(day)


_QUANTITIES: Final = frozenset({FieldType.NUMBER, FieldType.MONEY})
_ORDERED: Final = _QUANTITIES | {FieldType.DATE}
_ANY: Final = frozenset(FieldType)

FUNCTIONS: Final[Mapping[str, Function]] = {
    one.name: one
    for one in (
        Function("abs", "abs(angka), nilai tanpa tanda minus", _absolute),
        Function(
            "coalesce", "coalesce(a, b), isi pertama yang ada", _alike("coalesce", kinds=_ANY)
        ),
        Function("greatest", "greatest(a, b), yang terbesar", _alike("greatest", kinds=_ORDERED)),
        Function("least", "least(a, b), yang terkecil", _alike("least", kinds=_ORDERED)),
        Function("hari", "hari(sampai, dari), banyaknya hari di antara dua tanggal", _days),
        Function("bulan", "bulan(tanggal), 1 sampai 12", _part_of_date("bulan")),
        Function("triwulan", "triwulan(tanggal), 1 sampai 4", _part_of_date("triwulan")),
        Function("tahun", "tahun(tanggal)", _part_of_date("tahun")),
        Function("tanggal", "tanggal(tahun_anggaran, 3, 31), tahun, bulan, hari", _date),
    )
}
ALIASES: Final[Mapping[str, str]] = {
    "maks": "greatest",
    "terbesar": "greatest",
    "terkecil": "least",
}
