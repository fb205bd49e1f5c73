"""Who acts for an office today, who decides in place of an author, and how each signs.

The rooms above ask here and nowhere else: an acting officer (Plt., Plh.) takes the place of the
one stood in for by the dates alone, without anybody moving tasks.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tolok.core.problem import Problem
from tolok.organisation.clock import today_in
from tolok.organisation.models import Agency, WorkUnit
from tolok.people.models import Office, Role, User


@dataclass(frozen=True)
class Decider:
    """One who may decide on another's work, and by which office."""

    person: User
    office: Office
    is_substitute: bool = False

    @property
    def title(self) -> str:
        return acts_as(self.office, self.person)


@dataclass(frozen=True)
class SigningTitle:
    """What a signature block needs; the documents' `Signer` is made from it."""

    variant: Literal["langsung", "Plt.", "Plh."]
    title: str  # "Kepala Bagian Pengadaan Barang/Jasa"
    name: str
    rank: str  # "Pembina Utama Muda (IV/c)"; "" where it is not known
    nip: str  # digits; "" for one who has none


def holders(
    role: Role, agency: Agency | None, day: date | None = None, unit: WorkUnit | None = None
) -> tuple[Office, ...]:
    """The offices whose persons act on a day, each with its person loaded.

    Without a day: on the one it is where the agency is.
    """
    acting = Office.objects.of_role(role, agency, unit).acting_on(day or today_in(agency))
    return tuple(acting.with_people().order_by("starts", "pk"))


def deciders(
    role: Role,
    agency: Agency | None,
    *,
    authors: Collection[User],
    day: date | None = None,
    unit: WorkUnit | None = None,
) -> tuple[Decider, ...]:
    """Who may approve what the authors wrote, or score what they did: none of them.

    Where nobody else holds the office, the substitutes named for it decide.
    """
    acting = holders(role, agency, day, unit)
    others = tuple(Decider(one.user, one) for one in acting if one.user not in authors)
    named = ((office, substitute_of(office)) for office in acting)
    return others or tuple(
        Decider(substitute, office, is_substitute=True)
        for office, substitute in named
        if substitute and substitute not in authors
    )


def substitute_of(office: Office) -> User | None:
    """Who is named to decide for the officer, of an acting one also where it was named for the
    officer stood in for: a Koordinator who is Plh. Ketua Tim is an author all the same."""
    if office.substitute and office.substitute.is_active:
        return office.substitute
    return substitute_of(office.stands_in_for) if office.stands_in_for else None


def in_place_of(office: Office) -> tuple[User, ...]:
    """Whom an acting officer stands in for, and whom those do."""
    absent = office.stands_in_for
    return (absent.user, *in_place_of(absent)) if absent else ()


def no_decider(role: Role, author: User) -> Problem:
    """PG-12: the author is the only one in office, and no substitute is named."""
    return Problem(
        "PG-12",
        "pengganti",
        f"{author} menyusunnya sendiri dan tidak ada {role.label} lain, sedangkan penyusun tidak "
        "boleh memutuskan pekerjaannya sendiri. Minta administrator menunjuk pengganti pada "
        "jabatan itu.",
    )


def signing_title(office: Office) -> SigningTitle:
    """How the officer signs: in their own name, or as Plt. or Plh. of the office."""
    variants: dict[str, Literal["langsung", "Plt.", "Plh."]] = {"Plt.": "Plt.", "Plh.": "Plh."}
    return SigningTitle(
        variant=variants.get(office.acting, "langsung"),
        title=office.own_title,
        name=office.user.name,
        rank=office.user.rank,
        nip=office.user.nip,
    )


def acts_as(office: Office, person: User) -> str:
    """By which office the person acts; a substitute does not hold it."""
    return office.acting_title if office.user == person else f"pengganti {office.acting_title}"


def as_trail(office: Office, person: User) -> dict[str, object]:
    """By which office something is done, for the trail: an acting officer or a substitute with
    the one in whose place it is, so that both are named."""
    absent = office.stands_in_for
    name = office.user.name if office.user != person else absent.user.name if absent else ""
    replaced = {"menggantikan": name} if name else {}
    return {"bertindak sebagai": acts_as(office, person), **replaced}
