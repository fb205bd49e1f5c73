"""The work of a batch. A job may be run twice, or die at any moment: nothing is made twice.

A draft is written, then its file under another name first, then the word that it is made, each in
a short transaction. What a dead job leaves is taken up by the next: what is made stays, the rest
is made. After a while the job steps back for others and puts
itself at the end of the queue, so it never meets the worker's time limit.
"""

import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone
from django_q.tasks import async_task

from tolok.archive.batches import scratch
from tolok.archive.batches.items import about_of, list_items, told
from tolok.archive.batches.rendering import rendered
from tolok.archive.batches.zip import zip_of
from tolok.archive.files import keep_chunks
from tolok.archive.issuing.actions import draft_paper
from tolok.archive.models import Batch, BatchItem
from tolok.core.problem import RefusedError
from tolok.cycle.models import FiscalYear

AT_ONCE: Final = 16  # papers rendered side by side, then written
IN_ONE_TRANSACTION: Final = 4  # papers; others wait for the lock no longer than that
BEAT: Final = timedelta(seconds=3)
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
        _finish(batch, total=0, problems=told(refusal))
        return
    while some := list(batch.items.waiting().select_related("unit", "paper")[:AT_ONCE]):
        if time.monotonic() > until:
            _step_back(batch)
            return
        _make(batch, some)
    sha256, size = keep_chunks(zip_of(batch))
    _finish(batch, sha256=sha256, size=size)
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
            item.state, item.problems = BatchItem.State.REFUSED, told(refusal)
        item.save(update_fields=["paper", "state", "problems"])


def _kept(batch: Batch, item: BatchItem, data: bytes | RefusedError) -> BatchItem:
    """The file is whole before the database names it."""
    _beat(batch)
    if isinstance(data, bytes):
        item.sha256, item.state = scratch.keep(item, data), BatchItem.State.MADE
    else:
        item.problems, item.state = told(data), BatchItem.State.REFUSED
    return item


def _settle(item: BatchItem) -> None:
    """An item that another job has settled meanwhile stays as it is."""
    waiting = BatchItem.objects.waiting().filter(pk=item.pk)
    waiting.update(state=item.state, sha256=item.sha256, problems=item.problems)


def _beat(batch: Batch) -> None:
    """Say that the job lives, every few seconds."""
    now = timezone.now()
    if batch.beat_at is None or now - batch.beat_at > BEAT:
        batch.beat_at = now
        Batch.objects.filter(pk=batch.pk).update(beat_at=now)


def _step_back(batch: Batch) -> None:
    Batch.objects.filter(pk=batch.pk).update(status=Batch.Status.WAITING, beat_at=timezone.now())
    async_task(run_batch, batch.pk)


def _finish(batch: Batch, **result: object) -> None:
    Batch.objects.filter(pk=batch.pk).update(
        status=Batch.Status.DONE, done_at=timezone.now(), **result
    )
