"""HADIR: the list that those who come sign, with the rows still blank for further guests."""

from dataclasses import dataclass
from typing import Literal

from tolok.documents.document import Document
from tolok.documents.parts import Dated, Issue, Kop, Meeting, Signer


@dataclass(frozen=True)
class Guest:
    """One who is expected, or was there."""

    name: str
    nip: str  # "" for one who has none
    office: str
    unit: str
    phone: str  # "" to be filled in by hand
    attends: Literal["", "hadir", "daring", "tidak hadir"]  # "" before the meeting
    came: str  # "08.52 WIB" where it was noted without a pen; "" where a signature stands


@dataclass(frozen=True)
class Facts:
    """The meeting, those expected, and how many rows stay blank."""

    issue: Issue
    kop: Kop
    meeting: Meeting
    guests: tuple[Guest, ...]
    blank_rows: int
    signed: Dated
    signers: tuple[Signer, ...]

    @property
    def present(self) -> int:
        return sum(guest.attends in ("hadir", "daring") for guest in self.guests)

    @property
    def is_recorded(self) -> int:
        """1 once it was noted of everyone."""
        return int(bool(self.guests) and all(guest.attends for guest in self.guests))


DOCUMENT = Document(
    code="HADIR",
    title="Daftar Hadir",
    facts=Facts,
    long_tables=("guests",),
    not_printed=("blank_rows",),
)
