"""SERAH-TERIMA: an officer hands the open tasks to the one who follows."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tolok.documents.document import Document
from tolok.documents.parts import Dated, Issue, Kop, Party, Signer

Standing = Literal["belum dimulai", "berjalan", "terlambat", "menunggu pihak lain"]


@dataclass(frozen=True)
class OpenTask:
    """A step of the SOP that is under way."""

    task: str
    step: str  # of the SOP: "KT5"
    unit: str  # or package it concerns
    due: date | None
    status: Standing
    remark: str  # what the successor must know


@dataclass(frozen=True)
class Handed:
    """A document, a file or a thing that changes hands."""

    name: str
    number: str  # of the document or the inventory; "" for none
    count: str  # "1 berkas"
    place: str  # where it is kept
    state: str  # "lengkap", "baik"


@dataclass(frozen=True)
class Access:
    """A right in a system: it is ended for the one and given to the other, never handed over."""

    system: str
    right: str
    ended: date
    granted: date | None  # None while it is being asked for


@dataclass(frozen=True)
class Facts:
    """Who, why, from when; tasks, papers, rights; what was said of them."""

    issue: Issue
    kop: Kop
    number: str
    held: Dated
    parties: tuple[Party, ...]  # the first hands over, the second receives
    duty: str  # "Koordinator Tim Pengelola Kinerja Pengadaan"
    reason: str
    effective: date
    legal_basis: tuple[str, ...]
    tasks: tuple[OpenTask, ...]
    handed: tuple[Handed, ...]
    access: tuple[Access, ...]
    statements: tuple[str, ...]
    copies_made: int
    signed: Dated
    signers: tuple[Signer, ...]
    witnesses: tuple[Signer, ...]

    @property
    def late(self) -> int:
        return sum(one.status == "terlambat" for one in self.tasks)


DOCUMENT = Document(
    code="SERAH-TERIMA",
    title="Berita Acara Serah Terima Tugas",
    facts=Facts,
    long_tables=("tasks", "handed"),
)
