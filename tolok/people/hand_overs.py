"""What the paper of a hand-over says; a room above prints it."""

from dataclasses import dataclass
from datetime import date

from tolok.people.acting import SigningTitle, signing_title
from tolok.people.duties import Duty
from tolok.people.models import HandOver


@dataclass(frozen=True)
class HandOverFacts:
    """Who hands what over to whom, from when."""

    agency: str
    office: str
    leaving: SigningTitle
    taking: SigningTitle
    decree: str  # of the successor
    first_day: date
    duties: tuple[Duty, ...]
    note: str


def hand_over_facts(done: HandOver) -> HandOverFacts:
    """As it was recorded on that day, whatever has become of the duties since."""
    leaving, taking = done.leaving, done.taking
    return HandOverFacts(
        agency=leaving.agency.name if leaving.agency else "",
        office=leaving.own_title,
        leaving=signing_title(leaving),
        taking=signing_title(taking),
        decree=taking.decree,
        first_day=done.first_day,
        duties=tuple(Duty.from_values(one) for one in done.duties),
        note=done.note,
    )
