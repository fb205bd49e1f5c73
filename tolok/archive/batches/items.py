"""The list of a batch: what is to be made, kept before anything is made."""

from collections.abc import Iterable
from itertools import islice
from typing import Final

from django.db import transaction

from tolok.archive.batches.makers import maker_of
from tolok.archive.issuing.about import about_problems, facts_json
from tolok.archive.issuing.actions import About
from tolok.archive.models import Batch, BatchItem
from tolok.core.problem import Problem, RefusedError, kept
from tolok.cycle.models import FiscalYear
from tolok.documents.catalogue import document
from tolok.documents.document import Document
from tolok.organisation.models import WorkUnit

AT_ONCE: Final = 200  # rows written in one transaction
Subject = tuple[WorkUnit | None, str, str]


def list_items(batch: Batch) -> None:
    """Ask the maker, once; a list that a job left unfinished is begun again."""
    if batch.total is not None:
        return
    batch.items.all().delete()
    year = FiscalYear.objects.get(agency=batch.agency, year=batch.year)
    keep_items(batch, maker_of(batch.document)(year))


def keep_items(batch: Batch, given: Iterable[tuple[About, object]]) -> None:
    """Each with its facts; those that cannot be made are kept with the reason."""
    known = document(batch.document)
    seen: set[Subject] = set()
    rows = (_item(batch, known, (at, seen), *one) for at, one in enumerate(given, 1))
    total = 0
    while some := list(islice(rows, AT_ONCE)):
        BatchItem.objects.bulk_create(some)
        total += len(some)
    with transaction.atomic():
        Batch.objects.filter(pk=batch.pk).update(total=total)
    batch.total = total


def _item(
    batch: Batch, known: Document, place: tuple[int, set[Subject]], about: About, facts: object
) -> BatchItem:
    at, seen = place
    item = BatchItem(batch=batch, position=at, facts={})
    item.title, item.subject, item.period = (
        about.title[:300],
        about.subject[:100],
        about.period[:10],
    )
    try:
        item.facts = facts_json(known, facts)
        if problems := (*about_problems(about, batch.agency), *_twice(about, seen)):
            raise RefusedError(*problems)
        item.unit = about.unit
    except RefusedError as refusal:
        item.state, item.problems = BatchItem.State.REFUSED, kept(refusal.problems)
    return item


def _twice(about: About, seen: set[Subject]) -> tuple[Problem, ...]:
    """BN-04: one paper for each unit, period and subject; a second would write over the first."""
    subject = (about.unit, about.period, about.subject)
    if subject not in seen:
        seen.add(subject)
        return ()
    message = f"“{about.title}” tertulis dua kali dalam daftar. Hapus salah satunya."
    return (Problem("BN-04", "perihal", message),)


def about_of(item: BatchItem) -> About:
    return About(item.title, item.unit, item.period, item.subject)
