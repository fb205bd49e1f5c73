"""NOTULA: what a meeting discussed and decided."""

from dataclasses import dataclass

from tolok.documents.document import Document
from tolok.documents.parts import FollowUp, Issue, Kop, Meeting, Photo, Signer


@dataclass(frozen=True)
class Remark:
    """What somebody said."""

    speaker: str
    words: str


@dataclass(frozen=True)
class Topic:
    """One subject and what was said about it."""

    title: str
    presented: str
    remarks: tuple[Remark, ...]
    conclusion: str  # "" while none was drawn


@dataclass(frozen=True)
class Facts:
    """Who met, opening words, discussion, decisions, and who does what."""

    issue: Issue
    kop: Kop
    name: str  # of the meeting
    invitation: str  # the letter that called it; "" for none
    meeting: Meeting
    chair: str
    secretary: str  # "" where the note-taker is all
    note_taker: str
    participants: tuple[str, ...]
    invited: int
    present: int
    opening: str
    topics: tuple[Topic, ...]
    decisions: tuple[str, ...]
    follow_ups: tuple[FollowUp, ...]
    closing: str
    signers: tuple[Signer, ...]
    photos: tuple[Photo, ...]


DOCUMENT = Document(
    code="NOTULA",
    title="Notula Rapat",
    facts=Facts,
    long_tables=("follow_ups",),
)
