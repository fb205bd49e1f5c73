"""F6: all contracts of one supplier in a year, and the value they give together."""

from dataclasses import dataclass
from decimal import Decimal

from tolok.documents.document import Document
from tolok.documents.facts import Missing
from tolok.documents.ratings import PackageRecap, PackageRow


@dataclass(frozen=True)
class ContractRow(PackageRow):
    """One contract; its code is the contract's number, its points are 0 when terminated."""

    contract_value: Decimal


@dataclass(frozen=True)
class Facts(PackageRecap):
    """The supplier besides its contracts; the mean is over contracts (domain rules 1.4)."""

    rows: tuple[ContractRow, ...]
    supplier: str
    address: str
    director: str
    tax_number: str  # NPWP, masked but for its last four digits; "" when it is not known
    weighted_mean: Decimal | Missing  # by contract value; beside the mean, never instead of it

    @property
    def contract_total(self) -> Decimal:
        return sum((row.contract_value for row in self.rows), Decimal(0))


DOCUMENT = Document(
    code="F6",
    title="Formulir Rekapitulasi Kinerja Per Penyedia",
    facts=Facts,
    formats=("docx", "xlsx"),
    long_tables=("rows",),
    not_printed=("result.shares.least",),
)
