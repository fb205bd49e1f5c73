"""PIAGAM: an award for good performance, the step penghargaan of LKPP's variable V7."""

from dataclasses import dataclass
from decimal import Decimal

from tolok.documents.document import Document
from tolok.documents.facts import Missing
from tolok.documents.parts import Dated, Issue, Picture, Signer


@dataclass(frozen=True)
class Facts:
    """Who gets it, as what, for what, on which ground."""

    issue: Issue
    government: str  # "PEMERINTAH KABUPATEN CONTOH JAYA"
    unit: str
    logo: Picture | None
    number: str
    recipient: str
    recipient_detail: str  # unit or address; "" for none
    title: str  # "Terbaik I", "Penyedia Berkinerja Sangat Baik"
    category: str
    achievement: str  # behind "atas"
    value: Decimal | Missing | None  # the value it rests on; None where there is none
    value_name: str  # "indeks kinerja penyedia"
    basis: str  # the decision and the report
    year: int
    signed: Dated
    signers: tuple[Signer, ...]
    emblem: Picture | None  # a second emblem, beside the agency's


DOCUMENT = Document(code="PIAGAM", title="Piagam Penghargaan", facts=Facts)
