"""What all papers of a meeting share: where and when, who signs, what they refer to."""

from typing import Final

from tolok.archive.files import kept_file
from tolok.archive.letterhead import DOTS, holder, officer_of, signer_of
from tolok.archive.models import Paper
from tolok.core.dates import format_date
from tolok.documents.parts import FollowUp, Issue, Meeting, Photo, Picture, Signer
from tolok.outreach.meetings.kept import paper_of
from tolok.outreach.models import Meeting as Held
from tolok.people.models import Office, Role

DRAFT: Final = Issue("konsep", "", "")  # the archive gives the issued copy its code
NO_NUMBER: Final = "____"


def meeting_of(held: Held) -> Meeting:
    place = held.place or "daring"
    online = held.online if held.place else ""
    return Meeting(held.day, held.clock, place, held.name, online)


def usual_signer(held: Held) -> Signer:
    """Who usually signs letters, else whoever acts as Kepala UKPBJ."""
    usual = signer_of(held.agency)
    return usual if usual.name != DOTS else officer_of(held.agency, Role.KEPALA_UKPBJ)


def signer_as(office: Office | None, called: str) -> Signer:
    """One who signs minutes or lists in a part: "Notulis"; dots where nobody is named."""
    if office is None:
        return Signer("langsung", (called,), DOTS, "", "")
    own = holder(office)
    return Signer(own.variant, (called, *own.offices), own.name, own.rank, own.nip)


def title_of(office: Office | None) -> str:
    return office.acting_title if office else DOTS


def name_of(office: Office | None) -> str:
    return office.user.name if office else DOTS


def referred_to(paper: Paper | None) -> str:
    """ "Nomor 000.1.5/012/2026, tanggal 20 April 2026"; "" where it is not out."""
    if paper is None or paper.dated is None:
        return ""
    number = paper.number_text or NO_NUMBER
    return f"Nomor {number}, tanggal {format_date(paper.dated)}"


def circular_of(held: Held) -> str:
    """How papers refer to the year's circular (F2); "" while it is not out."""
    found = Paper.objects.of_year(held.agency, held.year).in_force().filter(document="F2")
    return referred_to(found.ever_issued().order_by("-pk").first())


def invitation_of(held: Held) -> str:
    return referred_to(paper_of(held, "UNDANGAN"))


def photos_of(held: Held) -> tuple[Photo, ...]:
    """As Tolok drew them anew."""
    return tuple(
        Photo(Picture(kept_file(one.shown_sha256).read_bytes(), one.title), one.title)
        for one in held.materials.photos()
    )


def follow_ups_of(held: Held) -> tuple[FollowUp, ...]:
    return tuple(FollowUp(one.task, one.owner, one.due, one.proof) for one in held.follow_ups.all())
