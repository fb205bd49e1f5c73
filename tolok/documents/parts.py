"""Facts that many documents share: letterhead, signers, the head of a letter, the issue."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tolok.core.dates import format_date


@dataclass(frozen=True)
class Picture:
    """A PNG or JPEG and what it shows, for those who do not see it."""

    data: bytes
    description: str


@dataclass(frozen=True)
class Kop:
    """The agency's letterhead (kop surat)."""

    government: str  # "PEMERINTAH KABUPATEN CONTOH JAYA"
    unit: str  # "SEKRETARIAT DAERAH"
    address: tuple[str, ...]  # one or two lines
    logo: Picture | None


@dataclass(frozen=True)
class Signer:
    """One who signs, and in whose place: Permendagri 1/2023's a.n., u.b., Plt. and Plh.

    `offices` goes from the highest to the signer's own: one for langsung, Plt. and Plh., two for
    a.n., three for u.b.
    """

    variant: Literal["langsung", "a.n.", "u.b.", "Plt.", "Plh."]
    offices: tuple[str, ...]
    name: str
    rank: str  # "Pembina Utama Muda (IV/c)"; "" where the paper does not name it
    nip: str  # 18 digits; "" for one who has none

    @property
    def lines(self) -> tuple[str, ...]:
        """The offices as they stand above the name, the last with its comma."""
        *above, own = self.offices or ("",)
        match self.variant:
            case "Plt." | "Plh.":
                return (*above, f"{self.variant} {own},")
            case "a.n.":
                return (*(f"a.n. {office}" for office in above), f"{own},")
            case "u.b.":
                named = [f"a.n. {office}" if not at else office for at, office in enumerate(above)]
                return (*named, "u.b.", f"{own},")
        return (*above, f"{own},")


@dataclass(frozen=True)
class Dated:
    """Where and when it is signed."""

    place: str
    date: date | None  # None while a draft waits for its date

    @property
    def place_and_date(self) -> str:
        return f"{self.place}, {self.dated}"

    @property
    def dated(self) -> str:
        """6 Januari 2026, or dots to be filled in by hand."""
        day = format_date(self.date) if self.date else "………… 20…"
        return day.replace(" ", "\u00a0")


@dataclass(frozen=True)
class Letter(Dated):
    """The head of a letter: its number, place and date."""

    number: str  # as issued, or with blanks while it waits: "000.3/____/B.PBJ/2026"


@dataclass(frozen=True)
class Issue:
    """Where this copy stands: a draft carries the mark KONSEP, an issued one its code."""

    status: Literal["konsep", "final"]
    code: str  # the verification code, "7K3M-9QXD"; "" when it has none
    address: str  # the public page that checks it, "tolok.contoh.example/v"; "" without one

    @property
    def link(self) -> str:
        """What the QR holds; "" without a public address."""
        return f"https://{self.address}/{self.code}" if self.code and self.address else ""


@dataclass(frozen=True)
class Party:
    """One who acts in a berita acara, as its opening introduces them."""

    name: str
    rank: str  # "" where the paper does not name it
    nip: str
    office: str
    called: str  # "PIHAK PERTAMA", "pihak yang menyetujui"


@dataclass(frozen=True)
class Meeting:
    """When and where people meet, and for what."""

    day: date
    time: str  # "09.00–12.00 WIT"
    place: str
    agenda: str
    online: str  # the address of the video meeting; "" without one

    @property
    def where(self) -> str:
        return f"{self.place} dan daring, {self.online}" if self.online else self.place


@dataclass(frozen=True)
class FollowUp:
    """What someone has promised to do, and by when."""

    task: str
    who: str
    due: date | None  # None when no day was agreed
    result: str  # what shows that it is done


@dataclass(frozen=True)
class Photo:
    """A picture of what took place."""

    picture: Picture
    caption: str
