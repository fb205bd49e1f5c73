"""F16: where every indicator stands, on one landscape page."""

from dataclasses import dataclass

from tolok.documents.achievements import Achievement, Count, Position, Scale, counts
from tolok.documents.document import Document
from tolok.documents.parts import Dated, Issue, Picture, Signer


@dataclass(frozen=True)
class Facts:
    """The counts, the table, the chart, and who answers for them."""

    issue: Issue
    government: str  # "Pemerintah Kabupaten Contoh Jaya"
    position: Position
    trend_period: str  # "TW I–III"
    rows: tuple[Achievement, ...]
    scale: Scale
    notes: tuple[str, ...]  # what a reader must know of single values
    chart: Picture | None  # None while no achievement can be computed
    signed: Dated
    signers: tuple[Signer, ...]

    @property
    def counts(self) -> tuple[Count, ...]:
        return counts(self.rows)


DOCUMENT = Document(
    code="F16",
    title="Dashboard Status Nilai Indikator Kinerja Pengadaan",
    facts=Facts,
    long_tables=("rows",),
)
