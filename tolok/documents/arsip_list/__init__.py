"""ARSIP: the list of what is kept, where, for how long, and what becomes of it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tolok.documents.document import Document
from tolok.documents.parts import Dated, Issue, Kop, Signer


@dataclass(frozen=True)
class Item:
    """One file (berkas)."""

    description: str
    classification: str  # "000.3"
    code: str  # the verification code of the document; "" for a paper that has none
    period: str  # kurun waktu: "2026", "Jan–Des 2026"
    count: str  # "1 berkas", "12 lembar"
    form: Literal["kertas", "elektronik", "kertas dan elektronik"]
    copy: Literal["asli", "salinan", "asli dan salinan"]  # tingkat perkembangan
    room: str  # "" for what exists only as a file
    box: str
    folder: str
    security: Literal["biasa", "terbatas", "rahasia"]
    active_until: date
    inactive_until: date
    fate: Literal["musnah", "permanen", "dinilai kembali"]
    digest: str  # SHA-256 of the file, its first signs; "" for paper
    remark: str

    @property
    def marks(self) -> tuple[str, ...]:
        """Code, digest and remark, as far as there are any."""
        named = (("kode ", self.code), ("sidik ", self.digest), ("", self.remark))
        return tuple(word + value for word, value in named if value)

    @property
    def place(self) -> str:
        """Room, box and folder, as far as there are any."""
        named = (("", self.room), ("boks ", self.box), ("map ", self.folder))
        return ", ".join(word + value for word, value in named if value) or "arsip elektronik"


@dataclass(frozen=True)
class Facts:
    """The keeper, the list, and who answers for it."""

    issue: Issue
    kop: Kop
    keeper: str  # unit pengolah
    period: str  # what the list covers: "Tahun Anggaran 2026"
    as_of: date
    items: tuple[Item, ...]
    signed: Dated
    signers: tuple[Signer, ...]

    @property
    def electronic(self) -> int:
        return sum("elektronik" in one.form for one in self.items)

    @property
    def permanent(self) -> int:
        return sum(one.fate == "permanen" for one in self.items)


DOCUMENT = Document(
    code="ARSIP",
    title="Daftar Arsip",
    facts=Facts,
    long_tables=("items",),
)
