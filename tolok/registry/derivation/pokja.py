"""Pokja proposed from member lists: packages selected by the same people share a Pokja."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tolok.core.identifiers import nip_digits

NIP_DIGITS = 9  # the old NIP; a shorter number names nobody


@dataclass(frozen=True)
class Member:
    """One person of a member list, known by NIP, or by name where the NIP is unusable."""

    nip: str
    name: str

    @property
    def key(self) -> str:
        return self.nip or " ".join(self.name.casefold().split())


@dataclass(frozen=True)
class ProposedPokja:
    """A set of members that appears in the tender files."""

    code: str
    members: tuple[Member, ...]


def read_members(nips: str | None, names: str | None) -> tuple[Member, ...]:
    """The parallel ";" lists of SPSE; a list without its partner still names its people."""
    pairs = _side_by_side((nips or "").split(";"), (names or "").split(";"))
    members = {member.key: member for member in pairs if member.key}
    return tuple(sorted(members.values(), key=lambda member: member.key))


def propose_pokja(members: tuple[Member, ...]) -> ProposedPokja:
    """The code follows from the people alone, so that every import proposes the same Pokja."""
    names = "\n".join(member.key for member in members)
    return ProposedPokja(f"P-{hashlib.sha256(names.encode()).hexdigest()[:6].upper()}", members)


def _side_by_side(nips: Iterable[str], names: Iterable[str]) -> Iterator[Member]:
    digits = [nip_digits(nip) for nip in nips]
    spelled = [" ".join(name.split()) for name in names]
    for position in range(max(len(digits), len(spelled))):
        nip = digits[position] if position < len(digits) else ""
        name = spelled[position] if position < len(spelled) else ""
        yield Member(nip if nip.isdigit() and len(nip) >= NIP_DIGITS else "", name)
