"""What people do with imports: bring files in, and take an import back."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.cycle.locks import Late
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.registry.importing.plan import (
    ImportPlan,
    plan_import,
    refuse_loss,
    refuse_partial,
    refuse_unusable,
)
from tolok.registry.importing.report import ImportReport
from tolok.registry.importing.storing import store_files, store_tables, told
from tolok.registry.late import require_open_year
from tolok.registry.models import Finding, Import, PublishedTable
from tolok.registry.reading import read_all
from tolok.registry.reading.results import FileReading
from tolok.registry.reading.uploads import Upload, uploads_in
from tolok.registry.refresh import Outlook, foresee, hold, is_up_to_date, settle
from tolok.registry.snapshots import current
from tolok.registry.store import keep_file
from tolok.trail.record import record


@dataclass(frozen=True)
class Choices:
    """What a person decides about an import."""

    mode: str = Import.Mode.VALID_ROWS
    accept_loss: bool = False  # take over a table that lost most of its rows
    dry_run: bool = False  # only say what would happen


def import_paths(  # noqa: PLR0913  the choices a person has when importing
    agency: Agency,
    year: int,
    paths: Sequence[Path | Upload],
    *,
    actor: User | None = None,
    mode: str = Import.Mode.VALID_ROWS,
    accept_loss: bool = False,
    dry_run: bool = False,
) -> ImportReport:
    """Bring files, folders and archives in as one unit."""
    choices = Choices(mode, accept_loss=accept_loss, dry_run=dry_run)
    with tempfile.TemporaryDirectory(prefix="tolok-") as scratch:
        readings = read_all(paths, out=Path(scratch))
        return import_readings(
            agency, year, readings, actor=actor, choices=choices, originals=paths
        )


def import_readings(  # noqa: PLR0913  the same choices
    agency: Agency,
    year: int,
    readings: Sequence[FileReading],
    *,
    actor: User | None = None,
    choices: Choices = Choices(),
    originals: Sequence[Path | Upload] = (),
) -> ImportReport:
    """Take what was read over in one step, or refuse (I-01 to I-06, I-10) and change nothing.

    Comparing and deriving happen outside the transaction. A dry run goes the same way and is
    rolled back. Files whose rows change nothing make no import.
    """
    standing = PublishedTable.objects.in_force(agency, year)
    plan = plan_import(agency, year, readings=readings, standing=standing)
    refuse_unusable(agency, year, plan)
    refuse_partial(plan, mode=choices.mode)
    if not choices.dry_run:
        refuse_loss(plan, accept_loss=choices.accept_loss)
    published = standing | plan.states
    if published == standing and is_up_to_date(agency, year, published):
        return _as_it_stands(agency, year, plan)
    outlook = foresee(agency, year, published)
    if not choices.dry_run:
        _keep_originals(originals)
    with transaction.atomic():
        _refuse_overtaken(agency, year, standing)
        late = Late("Impor berkas", f"{len(plan.files)} berkas sumber diimpor")
        require_open_year(agency, year, late, actor=actor)
        report = _take_over(agency, year, plan, outlook=outlook, actor=actor, mode=choices.mode)
        if choices.dry_run:
            transaction.set_rollback(True)
            return replace(report, import_id=None)
    return report


def _refuse_overtaken(agency: Agency, year: int, standing: Mapping[str, Path]) -> None:
    """I-10: somebody else's import came in between; what was compared no longer stands."""
    hold(agency)
    if PublishedTable.objects.in_force(agency, year) != standing:
        message = "Impor lain untuk tahun ini baru saja selesai. Ulangi impor Anda."
        raise RefusedError(Problem("I-10", f"{agency.code} TA {year}", message))


def _as_it_stands(agency: Agency, year: int, plan: ImportPlan) -> ImportReport:
    """The same files again: nothing to write."""
    snapshot = current(agency, year)
    findings = Finding.objects.of_year(agency, year).tally()
    return ImportReport(plan.files, findings, snapshot.packages, snapshot.sha256)


def _take_over(  # noqa: PLR0913  the same choices
    agency: Agency,
    year: int,
    plan: ImportPlan,
    *,
    outlook: Outlook,
    actor: User | None,
    mode: str,
) -> ImportReport:
    batch = Import.objects.create(agency=agency, year=year, mode=mode, done_by=actor)
    store_files(batch, plan.files)
    store_tables(batch, plan.comparisons)
    result = settle(agency, year, outlook, because=f"Impor {batch.pk}")
    record(
        "registry.import_paths",
        actor=actor,
        subject=f"Impor {batch.pk} TA {year}",
        agency=agency,
        after={file.path: told(file) for file in plan.files if file.table},
    )
    return ImportReport(
        files=plan.files,
        findings=result.findings,
        packages=result.packages,
        snapshot=result.snapshot.sha256,
        import_id=batch.pk,
    )


def _keep_originals(paths: Sequence[Path | Upload]) -> None:
    for upload in uploads_in(paths):
        if upload.path.is_file():
            keep_file(upload.path)


def undo_import(batch: Import, *, actor: User | None = None, now: datetime | None = None) -> Import:
    """Take a whole import back; its tables stand again as the import before left them.

    I-04: not after 30 days, not twice, and not while a later import lies over it.
    """
    with transaction.atomic():
        hold(batch.agency)
        batch = Import.objects.select_for_update().get(pk=batch.pk)
        if problem := _cannot_undo(batch, now or timezone.now()):
            raise RefusedError(problem)
        late = Late(f"Impor {batch.pk} dibatalkan", f"Impor {batch.pk} dibatalkan")
        require_open_year(batch.agency, batch.year, late, actor=actor)
        batch.status = Import.Status.UNDONE
        batch.undone_at, batch.undone_by = timezone.now(), actor
        batch.save(update_fields=["status", "undone_at", "undone_by"])
        standing = PublishedTable.objects.in_force(batch.agency, batch.year)
        outlook = foresee(batch.agency, batch.year, standing)
        settle(batch.agency, batch.year, outlook, because=f"Impor {batch.pk} dibatalkan")
        record(
            "registry.undo_import",
            actor=actor,
            subject=f"Impor {batch.pk} TA {batch.year}",
            agency=batch.agency,
            before={"status": Import.Status.DONE},
            after={"status": Import.Status.UNDONE},
        )
    return batch


def _cannot_undo(batch: Import, now: datetime) -> Problem | None:
    where = f"Impor {batch.pk}"
    if batch.status == Import.Status.UNDONE:
        return Problem("I-04", where, "Impor ini sudah dibatalkan.")
    if now > batch.can_be_undone_until:
        return Problem(
            "I-04", where, "Impor hanya dapat dibatalkan dalam 30 hari. Impor berkas yang benar."
        )
    if later := batch.later_imports_of_its_tables().first():
        return Problem("I-04", where, f"Batalkan lebih dahulu impor {later.pk} yang lebih baru.")
    return None
