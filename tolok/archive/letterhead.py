"""The agency's letterhead as facts; the phases fill their documents with it."""

from datetime import date
from typing import Final, Literal, cast

from tolok.documents.parts import Kop, Picture, Signer
from tolok.organisation.models import Agency, Letterhead
from tolok.people.acting import holders, signing_title
from tolok.people.models import Office, Role

DOTS: Final = "…………………………"


def kop_of(agency: Agency) -> Kop:
    """The head that was set up, else the names Tolok knows, so that a draft is never without."""
    head = Letterhead.objects.of(agency)
    if head is None:
        return Kop(f"PEMERINTAH {agency.name.upper()}", agency.unit_name.upper(), (), None)
    logo = Picture(bytes(head.logo), f"Lambang {agency.name}") if head.logo else None
    lines = tuple(line for line in (head.address, head.contact) if line)
    return Kop(head.government, head.unit, lines, logo)


def signer_of(agency: Agency) -> Signer:
    """Who usually signs, the offices in capitals as letters have them; dots to be filled in where
    nobody was named."""
    head = Letterhead.objects.of(agency)
    if head is None or not head.signer_name:
        return Signer("langsung", (f"KEPALA {agency.unit_name.upper()}",), DOTS, "", "")
    variant = cast(
        'Literal["langsung", "a.n.", "u.b.", "Plt.", "Plh."]', head.signer_variant
    )  # the choices of the field
    offices = tuple(
        line.strip().upper() for line in head.signer_offices.splitlines() if line.strip()
    )
    return Signer(variant, offices, head.signer_name, head.signer_rank, head.signer_nip)


def officer_of(agency: Agency, role: Role, *above: str, day: date | None = None) -> Signer:
    """Whoever acts in an office on a day, usually today; dots where nobody does. `above` stands
    over the office."""
    acting = holders(role, agency, day)
    if acting:
        return holder(acting[0], *above)
    return Signer("langsung", (*above, role.label.upper()), DOTS, "", "")


def holder(office: Office, *above: str) -> Signer:
    """One who holds an office, as Plt. or Plh. where that is so."""
    title = signing_title(office)
    offices = (*above, title.title.upper())
    return Signer(title.variant, offices, title.name, title.rank, title.nip)


def place_of(agency: Agency) -> str:
    """Where its letters are written: "Contoh Jaya"."""
    head = Letterhead.objects.of(agency)
    return head.place if head else agency.name.partition(" ")[2] or agency.name
