"""Mata anggaran kegiatan (MAK): where a package's money stands in the budget."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tolok.core.blank import is_blank, quoted
from tolok.core.problem import Problem

_BETWEEN: Final = re.compile(r"[;,]\s*")
_REGIONAL: Final = re.compile(
    r"(?P<program>[0-9X]\.[0-9X]{2}\.[0-9]{2})\.(?P<activity>[0-9]\.[0-9]{2})"
    r"\.(?P<sub>[0-9]{2,4})(?:\.(?P<account>[0-9](?:\.[0-9]{1,4}){1,5})(?:\..*)?)?\.?"
)
_CENTRAL: Final = re.compile(
    r"(?P<program>[A-Z]{2})\.(?P<activity>[0-9]{4})\.(?P<output>[A-Z]{3}\.[0-9]{3})"
    r"\.(?P<part>[0-9]{3}\.[0-9A-Z]{1,2})\.(?P<account>[0-9]{6})"
)


class Spending(StrEnum):
    """Jenis belanja; the value is its Indonesian name."""

    STAFF = "pegawai"
    GOODS_AND_SERVICES = "barang dan jasa"
    GRANTS = "hibah dan bantuan sosial"
    CAPITAL = "modal"
    UNFORESEEN = "tidak terduga"
    OTHER = "lainnya"


@dataclass(frozen=True)
class BudgetLine:
    """One line of the budget, taken apart by its dots."""

    program: str  # 2.07.03
    activity: str  # 2.07.03.2.01
    sub_activity: str  # 2.07.03.2.01.0006
    account: str | None  # 5.1.02.02.12.0001

    @property
    def spending(self) -> Spending:
        account = self.account or ""
        return next(
            (kind for start, kind in _BY_ACCOUNT if account.startswith(start)), Spending.OTHER
        )


_BY_ACCOUNT: Final = (
    ("5.1.01", Spending.STAFF),
    ("5.1.02", Spending.GOODS_AND_SERVICES),
    ("5.1.05", Spending.GRANTS),
    ("5.1.06", Spending.GRANTS),
    ("5.2", Spending.CAPITAL),
    ("5.3", Spending.UNFORESEEN),
    ("51", Spending.STAFF),
    ("52", Spending.GOODS_AND_SERVICES),
    ("53", Spending.CAPITAL),
    ("57", Spending.GRANTS),
)


def budget_lines(mak: str) -> list[BudgetLine | Problem]:
    """Every line of a MAK; several are joined by ";" or ", "; none where it is empty."""
    text = mak.strip()
    return [] if is_blank(text) else [budget_line(line) for line in _BETWEEN.split(text) if line]


def budget_line(mak: str) -> BudgetLine | Problem:
    """R-29: read by dots, not by position: sub-activities had two digits in 2023, four later."""
    text = mak.strip()
    if found := _REGIONAL.fullmatch(text):
        activity = f"{found['program']}.{found['activity']}"
        return BudgetLine(
            found["program"], activity, f"{activity}.{found['sub']}", found["account"]
        )
    if found := _CENTRAL.fullmatch(text):
        activity = f"{found['program']}.{found['activity']}"
        sub_activity = f"{activity}.{found['output']}.{found['part']}"
        return BudgetLine(found["program"], activity, sub_activity, found["account"])
    return Problem("R-29", "", f"{quoted(text)} bukan kode mata anggaran (MAK) yang dikenal.")
