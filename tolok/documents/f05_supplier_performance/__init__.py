"""F5: the supplier's performance on one contract, as its PPK rates it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tolok.documents.document import Document
from tolok.documents.facts import Missing
from tolok.documents.parts import Dated, Issue, Kop, Signer
from tolok.documents.ratings import Aspect, Band


@dataclass(frozen=True)
class Facts:
    """The form's ten header rows, its aspects, the value, and both sides' remarks."""

    issue: Issue
    kop: Kop
    year: int
    work_unit: str
    supplier: str
    supplier_address: str
    package: str
    location: str
    contract_value: Decimal
    contract_number: str
    contract_date: date
    duration_days: int
    starts: date
    ends: date
    procurement_kind: str
    selection_method: str
    terminated: bool  # by the PPK, through the supplier's fault
    termination_reason: str  # "" unless terminated
    aspects: tuple[Aspect, ...]
    value: Decimal | Missing
    category: str | Missing
    bands: tuple[Band, ...]  # from the lowest
    legal_basis: str
    instrument: str  # its version
    remarks: str
    response: str  # the supplier's
    signed: Dated
    signer: Signer

    @property
    def total_weight(self) -> int:
        return sum(aspect.weight for aspect in self.aspects)


DOCUMENT = Document(
    code="F5",
    title="Formulir Isian Kinerja Penyedia (per paket)",
    facts=Facts,
    formats=("docx", "xlsx"),
    long_tables=("aspects",),
    not_printed=("bands.least",),
)
