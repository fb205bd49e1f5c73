"""F1: the letter that assigns the Koordinator (KT1.i), and the team where it names one."""

from dataclasses import dataclass
from datetime import date

from tolok.documents.document import Document
from tolok.documents.parts import Issue, Kop, Letter, Signer


@dataclass(frozen=True)
class Official:
    """One who is assigned, as the personnel file names them."""

    name: str
    rank: str  # "Penata Tingkat I (III/d)"; "" for one who has none
    nip: str  # 18 digits; "" for one who has none
    office: str


@dataclass(frozen=True)
class Member:
    """One of the team and the part they take in it."""

    official: Official
    role: str  # "Tim Pengumpul Data"


@dataclass(frozen=True)
class Facts:
    """Dasar, Kepada, Untuk: the assignment for one fiscal year."""

    issue: Issue
    kop: Kop
    letter: Letter
    legal_basis: tuple[str, ...]
    coordinator: Official
    coordinator_role: str  # "Koordinator Tim Pengelola Kinerja Pengadaan"
    tasks: tuple[str, ...]
    starts: date
    ends: date
    reporting: str  # to whom, when and how often the work is reported
    closing: str
    signer: Signer
    copies: tuple[str, ...]
    issuer: str  # "Kepala UKPBJ …", on the annex
    team: tuple[Member, ...]  # none: the Koordinator alone is assigned, without an annex


DOCUMENT = Document(
    code="F1",
    title="Surat Tugas Kepala UKPBJ kepada Koordinator Tim Pengelola Kinerja Pengadaan",
    facts=Facts,
    long_tables=("team",),
)
