"""What people do with batches."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django_q.tasks import async_task

from tolok.archive.batches import jobs, makers
from tolok.archive.batches.items import keep_items
from tolok.archive.issuing.actions import About
from tolok.archive.models import Batch
from tolok.core.problem import Problem, RefusedError
from tolok.cycle.models import FiscalYear
from tolok.documents.catalogue import document
from tolok.people.models import User
from tolok.trail.record import record


def start_batch(code: str, *, year: FiscalYear, actor: User | None) -> Batch:
    """Have all papers of a document made, from the facts that its maker knows (BN-01)."""
    makers.maker_of(document(code).code)
    return _start(code, (), year=year, actor=actor)


def start_batch_of(
    code: str, given: Iterable[tuple[About, object]], *, year: FiscalYear, actor: User | None
) -> Batch:
    """Have these papers made; BN-02: of at least one."""
    items = list(given)
    if not items:
        message = "Tidak ada naskah yang diminta. Sertakan sedikitnya satu."
        raise RefusedError(Problem("BN-02", "daftar", message))
    return _start(code, items, year=year, actor=actor)


def continue_batch(batch: Batch) -> None:
    """Do here and now what no worker has begun; the job sees to it that it is done once."""
    jobs.run_batch(batch.pk)


def _start(
    code: str, items: Sequence[tuple[About, object]], *, year: FiscalYear, actor: User | None
) -> Batch:
    """BN-03: one batch of a document at a time; two would write the same drafts."""
    known = document(code)
    with transaction.atomic():
        running = Batch.objects.of_year(year.agency, year.year).filter(document=known.code)
        if found := running.exclude(status=Batch.Status.DONE).first():
            message = f"{found} sedang dibuat. Tunggu sampai selesai."
            raise RefusedError(Problem("BN-03", "dokumen", message))
        batch = Batch.objects.create(
            agency=year.agency, year=year.year, document=known.code, made_by=actor
        )
        if items:
            keep_items(batch, items)
        record(
            "archive.start_batch",
            actor=actor,
            subject=str(batch),
            agency=year.agency,
            after={"dokumen": known.code, "jumlah": len(items) or None},
        )
    async_task(jobs.run_batch, batch.pk)
    return batch
