"""F8: a Pokja Pemilihan on one package, rated by Kepala UKPBJ or whoever is appointed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tolok.documents.document import Document
from tolok.documents.facts import Missing
from tolok.documents.parts import Dated, Issue, Kop, Signer
from tolok.documents.ratings import Aspect, Band


@dataclass(frozen=True)
class Evidence:
    """One figure of the selection that supports the rating of an aspect."""

    aspect: str  # "Ketepatan waktu proses"
    name: str  # "Perubahan jadwal"
    text: str | Missing  # "2 kali"
    source: str  # "SPSE, 12 Mei 2026"


@dataclass(frozen=True)
class Facts:
    """The package and its Pokja, the evidence, the aspects, and both sides' remarks."""

    issue: Issue
    kop: Kop
    year: int
    unit: str  # Eselon II or satuan pelaksana UKPBJ
    pokja: str
    decree: str  # that appointed it
    members: tuple[str, ...]
    package: str
    package_code: str  # "Kode RUP 00000001 · Kode tender 00000002"
    work_unit: str
    ceiling: Decimal  # pagu
    estimate: Decimal | Missing  # HPS
    procurement_kind: str
    selection_method: str
    announced: date | Missing
    planned_award: date | Missing  # on the first schedule
    award: date | Missing
    outcome: str  # "Selesai: pemenang CV …", "Gagal: …"
    violation: bool  # proven, so every aspect is 0
    violation_reason: str  # "" unless there is one
    evidence: tuple[Evidence, ...]
    aspects: tuple[Aspect, ...]
    value: Decimal | Missing
    category: str | Missing
    bands: tuple[Band, ...]  # from the lowest
    legal_basis: str
    instrument: str  # its version
    remarks: str
    response: str  # the Pokja's
    signed: Dated
    signer: Signer

    @property
    def total_weight(self) -> int:
        return sum(aspect.weight for aspect in self.aspects)


DOCUMENT = Document(
    code="F8",
    title="Formulir Isian Data Kinerja Pokja Pemilihan Per Paket Pengadaan",
    facts=Facts,
    formats=("docx", "xlsx"),
    long_tables=("evidence", "aspects"),
    not_printed=("bands.least",),
)
