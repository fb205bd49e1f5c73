"""What people do with batches."""

from collections.abc import Sequence

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
    batch = prepare_batch(code, None, year=year, actor=actor)
    async_task(jobs.run_batch, batch.pk)
    return batch


def continue_batch(batch: Batch) -> None:
    """Do here and now what no worker has begun; the job sees to it that it is done once."""
    jobs.run_batch(batch.pk)


def prepare_batch(
    code: str,
    items: Sequence[tuple[About, object]] | None,
    *,
    year: FiscalYear,
    actor: User | None,
) -> Batch:
    """A batch that nobody works on yet; without items its maker is asked when work begins.

    BN-02: of at least one paper. BN-03: one batch of a document at a time; two would write the
    same drafts.
    """
    known = document(code)
    if items is None:
        makers.maker_of(known.code)
    elif not items:
        message = "Tidak ada naskah yang diminta. Sertakan sedikitnya satu."
        raise RefusedError(Problem("BN-02", "daftar", message))
    with transaction.atomic():
        if found := unfinished(known.code, year):
            raise RefusedError(
                Problem("BN-03", "dokumen", f"{found} sedang dibuat. Tunggu sampai selesai.")
            )
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
            after={"dokumen": known.code, "jumlah": len(items) if items else None},
        )
    return batch


def unfinished(code: str, year: FiscalYear) -> Batch | None:
    same = Batch.objects.of_year(year.agency, year.year).filter(document=document(code).code)
    return same.unfinished().first()
