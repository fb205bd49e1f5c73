"""Drafts: made from facts, made anew when the facts change, thrown away."""

import secrets
from typing import Any

from django.db import transaction

from tolok.archive.issuing.about import About, Stamp, about_problems, facts_json, sha256_of, stamped
from tolok.archive.issuing.state import Status, locked, tell
from tolok.archive.models import Paper
from tolok.core.problem import Problem, RefusedError
from tolok.core.verification import RANDOM_SIGNS, SIGNS, code_of
from tolok.cycle.models import FiscalYear
from tolok.documents.catalogue import document
from tolok.organisation.models import Agency
from tolok.people.models import User

draw = secrets.choice  # a sign of a code; only a journey over invented data draws otherwise


def draft_paper(
    document_code: str, facts: object, *, year: FiscalYear, about: About, actor: User | None
) -> Paper:
    """A draft of a document about something; one that is there already gets the new facts.

    `facts` is the document's dataclass, or its JSON. NK-01: what has left the house is not
    drafted again but corrected.
    """
    if problems := about_problems(about, year.agency):
        raise RefusedError(*problems)
    known = document(document_code)
    kept = facts_json(known, facts)
    with transaction.atomic():
        Agency.objects.select_for_update().get(pk=year.agency_id)  # two never draft the same
        paper = _same(known.code, year, about)
        if paper is None:
            paper = Paper(agency=year.agency, year=year.year, document=known.code, code=new_code())
            paper.unit, paper.period, paper.subject = about.unit, about.period, about.subject
            paper.made_by = actor
        paper.title = about.title.strip()
        put_facts(paper, kept)
        tell("draft_paper", paper, actor, {"fakta": paper.facts_sha256})
    return paper


@transaction.atomic
def discard_draft(paper: Paper, *, actor: User) -> None:
    """Throw a draft away: it has left nothing behind, so only the trail remembers it (NK-02)."""
    paper = locked(paper, Status.DRAFT)
    tell("discard_draft", paper, actor, {"fakta": paper.facts_sha256})
    paper.delete()


def put_facts(paper: Paper, kept: dict[str, Any]) -> None:
    """Save the draft with these facts; whatever they say of their issue, a draft is a draft."""
    paper.facts = stamped(document(paper.document), kept, Stamp("konsep", "", ""))
    paper.facts_sha256 = sha256_of(paper.facts)
    paper.save()


def new_code() -> str:
    """A code nobody can guess and no other paper has."""
    while True:
        code = code_of([draw(SIGNS) for _ in range(RANDOM_SIGNS)])
        if not Paper.objects.filter(code=code).exists():
            return code


def _same(code: str, year: FiscalYear, about: About) -> Paper | None:
    """The draft about the same thing; NK-01 when such a paper has been issued."""
    found = Paper.objects.of_year(year.agency, year.year).in_force().filter(document=code)
    papers = list(
        found.filter(unit=about.unit, period=about.period, subject=about.subject).order_by("pk")
    )
    for paper in papers:
        if paper.status == Status.DRAFT:
            return paper
    if papers:
        message = (
            f"{code} tentang ini sudah keluar sebagai {papers[-1].code} "
            f"({papers[-1].get_status_display().lower()}). Gunakan “Koreksi” pada naskah itu."
        )
        raise RefusedError(Problem("NK-01", code, message))
    return None
