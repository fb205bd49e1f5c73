"""How values are grouped: by what may be, and what the keys of a group are called."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from tolok.core.formula.dictionary import Field, FieldType
from tolok.core.formula.nodes import (
    Call,
    Comparison,
    Constant,
    Every,
    Fact,
    Missing,
    Node,
    Some,
    all_of,
)
from tolok.core.formula.totals import OUTSIDE_THE_YEAR, PERIODS, WITHOUT_A_DATE
from tolok.core.problem import Problem, RefusedError
from tolok.registry.dictionary import dictionary

OUTSIDE: Final = "luar tahun"  # the reference date lies outside the fiscal year
UNDATED: Final = "tanpa tanggal"
YEAR_FIELD: Final = "tahun_anggaran"
MONTHS_OF: Final = {"bulan": 1, "triwulan": 3, "semester": 6}


def checked(by: Sequence[str]) -> tuple[str, ...]:
    """M-02: values are grouped by text fields, by the fiscal year and by periods."""
    fields = dictionary().fields
    for name in by:
        is_text = name in fields and fields[name].type is FieldType.TEXT
        if not (is_text or name in PERIODS or name == YEAR_FIELD):
            usual = "kd_satker, mtd_pemilihan, jenis_pengadaan, bulan, triwulan, semester, tahun"
            message = f"Nilai tidak dapat dirinci menurut “{name}”. Pilih misalnya {usual}."
            raise RefusedError(Problem("M-02", "", message))
    return tuple(dict.fromkeys(by))


def named(by: Sequence[str], keys: Sequence[object]) -> Mapping[str, str]:
    """The group as people know it: {"kd_satker": "1.01", "triwulan": "2"}."""
    return {
        name: _period(key) if name in PERIODS else str(key)
        for name, key in zip(by, keys, strict=True)
    }


def condition_of(group: Mapping[str, str], reference: Field) -> Node | None:
    """The rows of one group, as a condition; the opposite of `named`."""
    return all_of(*(_one(name, key, reference) for name, key in group.items()))


def _one(name: str, key: str, reference: Field) -> Node:
    (name,) = checked([name])
    if name in PERIODS:
        return _within(name, key, reference)
    field = dictionary()[name]
    if field.type is FieldType.NUMBER:
        return Comparison("=", Fact(field), Constant(Decimal(_number(name, key)), field.type))
    if not key:
        return Some((Missing(Fact(field)), Comparison("=", Fact(field), Constant("", field.type))))
    return Comparison("=", Fact(field), Constant(key, field.type))


def _within(name: str, key: str, reference: Field) -> Node:
    date, year = Fact(reference), Fact(dictionary()[YEAR_FIELD])
    of_date = Call("tahun", (date,), FieldType.NUMBER)
    if key == UNDATED:
        return Missing(date)
    if key == OUTSIDE:
        return Comparison("<>", of_date, year)
    number, month = _number(name, key), Call("bulan", (date,), FieldType.NUMBER)
    in_year: Node = Comparison("=", of_date, year)
    if name == "tahun":
        return _all(in_year, Comparison("=", of_date, _constant(number)))
    months = MONTHS_OF[name]
    first = Comparison(">=", month, _constant(months * (number - 1) + 1))
    return _all(in_year, first, Comparison("<=", month, _constant(months * number)))


def _all(*nodes: Node) -> Node:
    return Every(nodes)


def _constant(number: int) -> Constant:
    return Constant(Decimal(number), FieldType.NUMBER)


def _number(name: str, key: str) -> int:
    """M-02: the key of a numbered group is its number."""
    if not key.isdecimal():
        message = f"“{key}” bukan {name}. Tulis angkanya, “{OUTSIDE}”, atau “{UNDATED}”."
        raise RefusedError(Problem("M-02", "", message))
    return int(key)


def _period(key: object) -> str:
    return {OUTSIDE_THE_YEAR: OUTSIDE, WITHOUT_A_DATE: UNDATED}.get(int(str(key)), str(key))


def in_order(group: Mapping[str, str]) -> tuple[tuple[int, str], ...]:
    """For sorting: numbers by size, then words."""
    return tuple((len(key) if key.isdigit() else 100, key) for key in group.values())
