"""PAKET-AREA: the packages of the year, mapped to the strategic areas."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tolok.documents.document import Document
from tolok.documents.parts import Dated, Issue, Kop, Signer


@dataclass(frozen=True)
class Package:
    """One package of the procurement plan."""

    name: str
    rup_code: str
    work_unit: str
    ppk: str  # "" while none is named
    method: str
    procurement_kind: str
    pagu: Decimal
    selection: str  # when it is planned to begin: "Februari 2026"
    indicators: str  # codes of those that it is measured by: "W1, B1"
    area: str  # "" while it is not mapped
    remark: str  # why it belongs there, or why it is not mapped


@dataclass(frozen=True)
class Area:
    """An area with its packages."""

    name: str
    packages: tuple[Package, ...]

    @property
    def pagu(self) -> Decimal:
        return sum((one.pagu for one in self.packages), Decimal(0))


@dataclass(frozen=True)
class Facts:
    """Goals, the packages with their areas, and where the list was taken from."""

    issue: Issue
    kop: Kop
    year: int
    scope: str  # "seluruh perangkat daerah", or one of them
    source: str  # "SiRUP"
    as_of: date
    goals: tuple[str, ...]
    packages: tuple[Package, ...]
    statement: str  # the sentence above the signatures
    signed: Dated
    signers: tuple[Signer, ...]

    @property
    def areas(self) -> tuple[Area, ...]:
        """In the order in which they first appear; what is not mapped comes last."""
        names = dict.fromkeys(one.area for one in self.packages if one.area)
        return tuple(self._area(name) for name in names)

    @property
    def unmapped(self) -> Area:
        return self._area("")

    @property
    def pagu(self) -> Decimal:
        return sum((one.pagu for one in self.packages), Decimal(0))

    def _area(self, name: str) -> Area:
        return Area(name, tuple(one for one in self.packages if one.area == name))


DOCUMENT = Document(
    code="PAKET-AREA",
    title="Paket Pengadaan Berdasarkan Area Strategis",
    facts=Facts,
    long_tables=("packages",),
)
