"""A paper that left the house is never changed: it is voided, or another takes its place."""

from django.db import transaction

from tolok.archive.issuing.about import facts_json
from tolok.archive.issuing.actions.drafts import new_code, put_facts
from tolok.archive.issuing.state import Status, locked, need_reason, tell
from tolok.archive.models import Paper
from tolok.archive.numbers.actions import mark_voided
from tolok.documents.catalogue import document
from tolok.people.models import User

OUT = (Status.WAITING, Status.ISSUED, Status.SIGNED)


@transaction.atomic
def void_paper(paper: Paper, *, reason: str, actor: User | None) -> Paper:
    """Say that a paper no longer counts; it, its files and its number stay where they are."""
    why = need_reason(reason)
    paper = locked(paper, *OUT)
    paper.status, paper.reason = Status.VOIDED, why
    paper.awaits_number = paper.awaits_signature = False
    paper.save(update_fields=["status", "reason", "awaits_number", "awaits_signature"])
    if paper.number:
        mark_voided(paper.number, why)
    tell("void_paper", paper, actor, {"alasan": why})
    return paper


def correct_paper(
    paper: Paper, facts: object, *, reason: str, actor: User | None, title: str = ""
) -> Paper:
    """A draft of a new paper that names the one it will replace.

    The old one counts until the new one leaves the house; both keep their codes. A correction
    that is already being drafted gets the new facts.
    """
    why = need_reason(reason)
    kept = facts_json(document(paper.document), facts)
    with transaction.atomic():
        paper = locked(paper, *OUT)
        new = paper.replaced_by.filter(status=Status.DRAFT).first() or _successor(paper, actor)
        new.title, new.reason = title.strip() or paper.title, why
        put_facts(new, kept)
        tell("correct_paper", new, actor, {"mengganti": paper.code, "alasan": why})
    return new


def _successor(paper: Paper, actor: User | None) -> Paper:
    return Paper(
        agency=paper.agency,
        year=paper.year,
        document=paper.document,
        code=new_code(),
        unit=paper.unit,
        period=paper.period,
        subject=paper.subject,
        replaces=paper,
        made_by=actor,
    )
