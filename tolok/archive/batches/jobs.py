"""The work of a batch. A job may be run twice, or die at any moment: nothing is made twice.

A draft is written, then its file under another name first, then the word that it is made, each in
a short transaction. What a dead job leaves is taken up by the next: what is made stays, the rest
is made. After a while the job steps back for others and puts
itself at the end of the queue, so it never meets the worker's time limit.
"""

import time
from collections.abc import Iterator
from typing import Final

from django.db import transaction
from django_q.tasks import async_task

from tolok.archive.batches import scratch
from tolok.archive.batches.items import about_of, list_items
from tolok.archive.batches.rendering import rendered
from tolok.archive.batches.zip import zip_of
from tolok.archive.files import keep_chunks
from tolok.archive.issuing.actions import draft_paper
from tolok.archive.models import Batch, BatchItem
from tolok.core.problem import RefusedError, kept
from tolok.cycle.models import FiscalYear

AT_ONCE: Final = 16  # papers rendered side by side, then written
IN_ONE_TRANSACTION: Final = 4  # papers; others wait for the lock no longer than that
SLICE: Final = 120.0  # seconds; the worker's limit is 300


def run_batch(pk: int) -> None:
    """As much of the batch as fits in one slice."""
    batch = Batch.objects.claim(pk)
    if batch is None:
        return
    until = time.monotonic() + SLICE
    try:
        list_items(batch)
    except RefusedError as refusal:
        batch.finish(total=0, problems=kept(refusal.problems))
        return
    while some := list(batch.items.waiting().select_related("unit", "paper")[:AT_ONCE]):
        if time.monotonic() > until:
            batch.step_back()
            async_task(run_batch, batch.pk)
            return
        _make(batch, some)
    sha256, size = keep_chunks(zip_of(batch))
    batch.finish(sha256=sha256, size=size)
    scratch.clear(batch)


def _make(batch: Batch, items: list[BatchItem]) -> None:
    """First the drafts, then their files, then the word that they are made."""
    for some in _few(items):
        _draft(batch, some)
    drafted = [item for item in items if item.paper]
    made = [_kept(batch, item, data) for item, data in rendered(batch, drafted)]
    for some in _few(made):
        with transaction.atomic():
            for item in some:
                _settle(item)


def _few(items: list[BatchItem]) -> Iterator[list[BatchItem]]:
    return (items[at : at + IN_ONE_TRANSACTION] for at in range(0, len(items), IN_ONE_TRANSACTION))


@transaction.atomic
def _draft(batch: Batch, items: list[BatchItem]) -> None:
    """What a job that died has drafted is not drafted again."""
    year = FiscalYear.objects.select_related("agency").get(agency=batch.agency, year=batch.year)
    for item in items:
        if item.paper:
            continue
        about, who = about_of(item), batch.made_by
        try:
            item.paper = draft_paper(batch.document, item.facts, year=year, about=about, actor=who)
        except RefusedError as refusal:
            item.state, item.problems = BatchItem.State.REFUSED, kept(refusal.problems)
        item.save(update_fields=["paper", "state", "problems"])


def _kept(batch: Batch, item: BatchItem, data: bytes | RefusedError) -> BatchItem:
    """The file is whole before the database names it."""
    batch.beat()
    if isinstance(data, bytes):
        item.sha256, item.state = scratch.keep(item, data), BatchItem.State.MADE
    else:
        item.problems, item.state = kept(data.problems), BatchItem.State.REFUSED
    return item


def _settle(item: BatchItem) -> None:
    """An item that another job has settled meanwhile stays as it is."""
    waiting = BatchItem.objects.waiting().filter(pk=item.pk)
    waiting.update(state=item.state, sha256=item.sha256, problems=item.problems)
