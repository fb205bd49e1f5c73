"""F4: what a PPK and a Pokja Pemilihan report of their packages in one period."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tolok.documents.document import Document
from tolok.documents.f04_main_data.rows import ActionRow, ContractRow, SelectionRow
from tolok.documents.facts import Missing
from tolok.documents.parts import Dated, Issue, Kop, Signer


@dataclass(frozen=True)
class Respondent:
    """Who fills in a part, and for which unit."""

    unit: str
    about: str  # the decree that appointed them, the members of a Pokja
    signer: Signer


@dataclass(frozen=True)
class Facts:
    """A part for a PPK, a part for a Pokja; a form mostly has one of them, with its actions."""

    issue: Issue
    kop: Kop
    year: int
    period: str  # "Triwulan II (1 April s.d. 30 Juni 2026)"
    opens: date
    closes: date
    closing_time: str  # "23.59 WIB"
    ppk: Respondent | None
    contracts: tuple[ContractRow, ...]
    pokja: Respondent | None
    selections: tuple[SelectionRow, ...]
    actions: tuple[ActionRow, ...]
    blank_rows: int  # empty rows for those who write by hand
    remarks: str
    signed: Dated

    @property
    def blanks(self) -> tuple[int, ...]:
        return tuple(range(1, self.blank_rows + 1))

    @property
    def ceiling_total(self) -> Decimal:
        return _sum(row.ceiling for row in self.contracts)

    @property
    def contract_total(self) -> Decimal:
        return _sum(row.value for row in self.contracts)

    @property
    def domestic_total(self) -> Decimal:
        return _sum(row.domestic for row in self.contracts)

    @property
    def small_total(self) -> Decimal:
        return _sum(row.small for row in self.contracts)

    @property
    def domestic_percent(self) -> Decimal | Missing:
        return _percent(self.domestic_total, self.contract_total)

    @property
    def small_percent(self) -> Decimal | Missing:
        return _percent(self.small_total, self.contract_total)

    @property
    def estimate_total(self) -> Decimal:
        return _sum(row.estimate for row in self.selections)

    @property
    def award_total(self) -> Decimal:
        return _sum(row.award for row in self.selections)


def _sum(values: Iterable[Decimal | Missing | None]) -> Decimal:
    """Only of what is there: a missing value is no zero, and its row says why it is missing."""
    return sum((one for one in values if isinstance(one, Decimal)), Decimal(0))


def _percent(part: Decimal, whole: Decimal) -> Decimal | Missing:
    return part / whole * 100 if whole else Missing("belum ada nilai kontrak")


DOCUMENT = Document(
    code="F4",
    title="Formulir Isian Utama Data Kinerja (PPK; Pokja)",
    facts=Facts,
    formats=("docx", "xlsx"),
    long_tables=("contracts", "selections", "actions"),
    not_printed=("blank_rows",),
)
