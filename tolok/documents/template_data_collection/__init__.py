"""TEMPLATE-DATA: what is known of each package, to be completed each period by those concerned."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from tolok.documents.document import Document
from tolok.documents.parts import Dated, Issue, Kop, Signer


@dataclass(frozen=True)
class Record:
    """One package in one period; None is a blank to be filled in."""

    # What it is
    package: str
    rup_code: str
    tender_code: str  # "" while it has none
    work_unit: str
    ppk: str
    pokja: str
    method: str
    procurement_kind: str
    area: str
    # Selection
    pagu: Decimal | None
    hps: Decimal | None
    announced: date | None
    appointed: date | None  # SPPBJ
    registrants: int | None
    bidders: int | None
    valid_bids: int | None
    failures: int | None  # failed or repeated attempts
    failure_cause: str
    objections: int | None  # sanggah
    upheld: int | None
    # Contract
    supplier: str
    supplier_npwp: str
    contract_number: str
    contract_date: date | None
    contract_value: Decimal | None
    contract_end: date | None  # with the valid addenda
    addenda: int | None
    # Result
    handed_over: date | None  # BAST
    delay_cause: str
    domestic: Decimal | None  # value of PDN
    small_business: Decimal | None  # value of UMK-Koperasi
    # Actions
    actions: str
    obstacles: str
    evidence: str

    @property
    def selection_days(self) -> int | None:
        """From the announcement to the SPPBJ."""
        known = self.announced and self.appointed
        return (self.appointed - self.announced).days if known else None  # type: ignore[operator]

    @property
    def days_late(self) -> int | None:
        """Calendar days behind the end of the contract; never below zero."""
        known = self.contract_end and self.handed_over
        return max(0, (self.handed_over - self.contract_end).days) if known else None  # type: ignore[operator]

    @property
    def saving(self) -> Decimal | None:
        """Percent below the HPS."""
        if not self.hps or self.contract_value is None:
            return None
        return (self.hps - self.contract_value) / self.hps * 100


@dataclass(frozen=True)
class Meaning:
    """One entry of the instructions: what a field means and who knows it."""

    field: str
    meaning: str
    source: str  # "SPSE", "kontrak"
    need: Literal["wajib", "bila ada"]
    filled_by: str  # "PPK", "Pokja"


@dataclass(frozen=True)
class Facts:
    """Whose data, of when, by when; the packages, and how each field is filled in."""

    issue: Issue
    kop: Kop
    year: int
    period: str  # "Triwulan I"
    closes: date
    closing_time: str  # "23.59 WIB"
    work_unit: str
    filler: str  # penanggung jawab kinerja
    packages: tuple[Record, ...]
    blank_rows: int  # empty lines of the workbook
    meanings: tuple[Meaning, ...]
    statement: str
    signed: Dated
    signers: tuple[Signer, ...]


DOCUMENT = Document(
    code="TEMPLATE-DATA",
    title="Template Data Kinerja",
    facts=Facts,
    formats=("docx", "xlsx"),
    long_tables=("packages", "meanings"),
    not_printed=("blank_rows",),
)
