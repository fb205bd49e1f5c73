"""How values are grouped: by what may be, and what the keys of a group are called."""

from collections.abc import Mapping, Sequence
from typing import Final

from tolok.core.formula.dictionary import FieldType
from tolok.core.formula.totals import OUTSIDE_THE_YEAR, PERIODS, WITHOUT_A_DATE
from tolok.core.problem import Problem, RefusedError
from tolok.registry.dictionary import dictionary

OUTSIDE: Final = "luar tahun"  # the reference date lies outside the fiscal year
UNDATED: Final = "tanpa tanggal"
YEAR_FIELD: Final = "tahun_anggaran"


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


def _period(key: object) -> str:
    return {OUTSIDE_THE_YEAR: OUTSIDE, WITHOUT_A_DATE: UNDATED}.get(int(str(key)), str(key))


def in_order(group: Mapping[str, str]) -> tuple[tuple[int, str], ...]:
    """For sorting: numbers by size, then words."""
    return tuple((len(key) if key.isdigit() else 100, key) for key in group.values())
