"""Writing the circular: its own words, the draft made of them and the plan, and issuing."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import transaction
from django.utils import timezone

from tolok.archive.issuing.actions import About, Numbering, draft_paper, issue_paper
from tolok.archive.models import Paper
from tolok.core.problem import Problem, RefusedError
from tolok.cycle.models import FiscalYear
from tolok.outreach.circular.actions.finishing import offer_as_output
from tolok.outreach.circular.actions.listing import list_units
from tolok.outreach.circular.facts import circular_facts
from tolok.outreach.circular.standing import CODE, SUBJECT, Standing, plan_hash
from tolok.outreach.circular.telling import tell
from tolok.outreach.models import Circular
from tolok.people.models import Role, User
from tolok.planning.models import PlanVersion

ASKED: Final = {"opening": "latar belakang", "closing": "penutup"}


@dataclass(frozen=True)
class Wording:
    """What the Koordinator writes; the rest of the letter follows from the plan."""

    opening: str
    closing: str
    signer_role: Role = Role.PIMPINAN
    reply_by: date | None = None
    contact: str = ""
    copies: str = ""


@transaction.atomic
def save_circular(year: FiscalYear, wording: Wording, *, actor: User) -> Circular:
    """Keep the words, and draft the letter anew from them and the plan as it stands.

    ED-01: there is a plan to tell of. ED-04: opening and closing are not empty. What has been
    issued is corrected in the archive first (NK-01).
    """
    version = _need_plan(year)
    _need_words(wording)
    FiscalYear.objects.select_for_update().get(pk=year.pk)  # two never begin the same
    circular = Circular.objects.of_year(year.agency, year.year).first()
    circular = circular or Circular(agency=year.agency, year=year.year)
    for name, value in vars(wording).items():
        setattr(circular, name, value.strip() if isinstance(value, str) else value)
    circular.saved_by, circular.saved_at = actor, timezone.now()
    circular.plan_sha256 = plan_hash(version)
    circular.save()
    list_units(circular, actor=actor)
    draft_letter(circular, version, actor=actor)
    tell("save_circular", circular, actor, {"rencana": circular.plan_sha256[:12]})
    return circular


def draft_letter(
    circular: Circular, version: PlanVersion, *, actor: User, dated: date | None = None
) -> Paper:
    """The draft of the archive with what the letter says now; the SOP's output while it waits."""
    about = About(str(circular), subject=SUBJECT)
    facts = circular_facts(circular, version, dated)
    paper = draft_paper(CODE, facts, year=version.plan.year, about=about, actor=actor)
    offer_as_output(paper, version.agency, version.year, actor)
    return paper


def submit_with_plan(version: PlanVersion, actor: User) -> None:
    """KT1.vi, JW5: the proposed circular goes to the leaders with the plan, as it stands now."""
    standing = Standing(version.plan.year)
    circular = standing.circular
    if circular is None or standing.draft is None or standing.letter:
        return
    circular.plan_sha256 = plan_hash(version)
    circular.save(update_fields=["plan_sha256"])
    draft_letter(circular, version, actor=actor)


def issue_circular(
    circular: Circular,
    *,
    dated: date,
    actor: User,
    number: Numbering | str = Numbering.AUTO,
) -> Paper:
    """Issue the letter by the approved plan, signed by whoever holds the office on its date.

    ED-02: the plan is approved first.
    """
    year = FiscalYear.objects.get(agency=circular.agency, year=circular.year)
    version = _need_plan(year)
    with transaction.atomic():
        circular.plan_sha256 = plan_hash(version)
        circular.save(update_fields=["plan_sha256"])
        list_units(circular, actor=actor)
        paper = draft_letter(circular, version, actor=actor, dated=dated)
    letter = issue_paper(paper, dated=dated, number=number, actor=actor)
    with transaction.atomic():
        offer_as_output(letter, circular.agency, circular.year, actor)
        tell("issue_circular", circular, actor, {"nomor": letter.number_text, "tanggal": dated})
    return letter


def _need_plan(year: FiscalYear) -> PlanVersion:
    version = Standing(year).version
    if version is None:
        message = "Rencana kinerja tahun ini belum dibuka. Surat edaran disusun bersamanya."
        raise RefusedError(Problem("ED-01", "rencana kinerja", message))
    return version


def _need_words(wording: Wording) -> None:
    empty = [label for name, label in ASKED.items() if not getattr(wording, name).strip()]
    if empty:
        raise RefusedError(
            *(Problem("ED-04", label, "Masih kosong. Tuliskan paragrafnya.") for label in empty)
        )
