"""What truly happened in one agency's year, before any system published it.

Money is `Decimal` rupiah. Named tuples, not dataclasses: a large order makes a million of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from tolok.demo.generator.agencies import Agency, Body, Person, Pokja, Supplier, WorkUnit


class Process(StrEnum):
    """The system and path a package takes."""

    TENDER = "tender"
    DIRECT = "non tender"
    RECORDED = "pencatatan"
    CATALOGUE = "e-purchasing"


class Kind(StrEnum):
    """Kinds of procurement, as RUP names them."""

    WORKS = "Pekerjaan Konstruksi"
    GOODS = "Barang"
    SERVICES = "Jasa Lainnya"
    CONSULTING = "Jasa Konsultansi"


class Outcome(StrEnum):
    DONE = "Selesai"
    FAILED = "Gagal/Batal"
    RUNNING = "Berlangsung"


class Ending(StrEnum):
    """How a contract stands on the day of the pull."""

    RUNNING = "Kontrak Sedang Berjalan"
    DONE = "Kontrak Selesai"
    BROKEN_OFF = "Pemutusan Kontrak"


class Need(NamedTuple):
    """One thing to be bought, as planned."""

    process: Process
    method: str
    kind: Kind
    published_kind: str  # SPSE's finer wording of the kind
    name: str
    unit: WorkUnit
    officer: Person
    ceiling: Decimal
    plans: tuple[int, ...]  # kd_rup
    funding: str
    account: str  # MAK
    starts: date  # the selection, as it came about
    is_domestic: bool
    is_small: bool


class Bidder(NamedTuple):
    """One registrant; most never hand in an offer."""

    code: int
    supplier: Supplier
    offer: Decimal | None
    won: bool


class Attempt(NamedTuple):
    """One announcement."""

    code: int
    version: int
    announced: datetime
    outcome: Outcome
    bidders: tuple[Bidder, ...]
    why_failed: str


class Award(NamedTuple):
    supplier: Supplier
    decided: datetime
    offer: Decimal
    negotiated: Decimal
    value: Decimal
    domestic: Decimal  # PDN
    small: Decimal  # UMK


class Handover(NamedTuple):
    """One BAST and the payment that followed."""

    day: date
    paid_on: date
    payment: Decimal
    progress: int


class Contract(NamedTuple):
    """How far the e-contract was kept: what was not recorded is None or empty."""

    appointed: date
    signed: date | None
    started: date | None
    due: date | None
    promise: str  # waktu_penyelesaian, free text
    handovers: tuple[Handover, ...]
    ending: Ending
    addendum: str  # its reason, or ""
    revised: Decimal | None  # the value the addendum set, when it changed it
    partner: Supplier | None  # of a joint operation (KSO)


class Package(NamedTuple):
    need: Need
    code: int
    estimate: Decimal  # HPS
    pokja: Pokja | None
    buyer: Person | None
    attempts: tuple[Attempt, ...]
    award: Award | None
    contract: Contract | None

    @property
    def last(self) -> Attempt:
        return self.attempts[-1]


class Receipt(NamedTuple):
    """One piece of recorded spending."""

    day: date
    value: Decimal
    form: str


class Recorded(NamedTuple):
    """A package bought outside SPSE and recorded there (pencatatan)."""

    need: Need
    code: int
    number: int
    receipts: tuple[Receipt, ...]
    state: str
    supplier: Supplier
    domestic: Decimal
    small: Decimal


class CatalogueOrder(NamedTuple):
    need: Need
    key: str
    day: date
    total: Decimal
    products: int
    state: str
    shipment: str
    supplier: Supplier


@dataclass(frozen=True)
class YearFacts:
    """One agency, one year."""

    agency: Agency
    year: int
    pulled: date  # the day the files were fetched
    packages: Sequence[Package]
    recorded: Sequence[Recorded]
    orders: Sequence[CatalogueOrder]
    unrealised: Sequence[Need]  # planned, never begun
    guest_packages: Sequence[Package]  # of the other body in the same LPSE

    @property
    def body(self) -> Body:
        return self.agency.body

    def tenders(self) -> list[Package]:
        return [package for package in self.packages if package.need.process is Process.TENDER]

    def directs(self) -> list[Package]:
        return [package for package in self.packages if package.need.process is Process.DIRECT]

    def needs(self) -> list[Need]:
        """Everything planned, in the order it was planned."""
        needs = [package.need for package in self.packages]
        needs += [record.need for record in self.recorded]
        needs += [order.need for order in self.orders]
        return sorted([*needs, *self.unrealised], key=attrgetter("plans"))
