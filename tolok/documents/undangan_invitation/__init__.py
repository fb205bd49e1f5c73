"""UNDANGAN: those who answer for performance are invited to the introduction of the system."""

from dataclasses import dataclass
from datetime import date

from tolok.documents.document import Document
from tolok.documents.parts import Issue, Kop, Letter, Meeting, Signer


@dataclass(frozen=True)
class Session:
    """One line of the programme."""

    topic: str
    time: str  # "09.00–09.15"
    speaker: str


@dataclass(frozen=True)
class Invitee:
    """One who is invited by the list in the annex."""

    unit: str
    person: str  # office or name; "" for whom the unit sends
    seats: int


@dataclass(frozen=True)
class Facts:
    """The letter, the programme, and the list of those invited."""

    issue: Issue
    kop: Kop
    letter: Letter
    nature: str  # sifat: "Biasa", "Penting"
    attachments: str  # "2 (dua) lembar"; "–" for none
    subject: str  # hal, as "Undangan Sosialisasi …"
    recipients: tuple[str, ...]
    at_place: str  # "di Contoh Jaya"
    opening: str
    meeting: Meeting
    requests: tuple[str, ...]  # what to bring, whom to send
    confirm_by: date | None
    contact: str  # name and number to confirm with; "" for none
    closing: str
    signer: Signer
    copies: tuple[str, ...]
    programme: tuple[Session, ...]
    invitees: tuple[Invitee, ...]


DOCUMENT = Document(
    code="UNDANGAN",
    title="Surat Undangan Sosialisasi Implementasi Pengelolaan Kinerja",
    facts=Facts,
    long_tables=("programme", "invitees"),
)
