"""What people do with imports: bring files in, and take an import back."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.registry.importing.plan import (
    ImportPlan,
    plan_import,
    refuse_loss,
    refuse_partial,
    refuse_unusable,
)
from tolok.registry.importing.report import FileReport, ImportReport
from tolok.registry.models import (
    Finding,
    Import,
    ImportedFile,
    PublishedTable,
    RowChange,
    RowRefusal,
)
from tolok.registry.reading import read_all
from tolok.registry.refresh import Outlook, foresee, settle
from tolok.registry.snapshots import current
from tolok.registry.store import folder, keep_file
from tolok.trail.record import record


def import_paths(  # noqa: PLR0913  the choices a person has when importing
    agency: Agency,
    year: int,
    paths: Sequence[Path],
    *,
    actor: User | None = None,
    mode: str = Import.Mode.VALID_ROWS,
    accept_loss: bool = False,
    dry_run: bool = False,
) -> ImportReport:
    """Bring files, folders and archives in as one unit.

    Reading, comparing and deriving happen outside the transaction; it takes over the results in
    one step, or refuses (I-01 to I-06) and changes nothing. A dry run goes the same way and is
    rolled back. Files whose rows change nothing make no import.
    """
    with tempfile.TemporaryDirectory(prefix="tolok-") as scratch:
        readings = read_all(paths, out=Path(scratch))
        standing = PublishedTable.objects.in_force(agency, year)
        plan = plan_import(agency, year, readings=readings, standing=standing)
    refuse_unusable(agency, year, plan)
    refuse_partial(plan, mode=mode)
    if not dry_run:
        refuse_loss(plan, accept_loss=accept_loss)
    if not plan.changes(standing):
        return _as_it_stands(agency, year, plan)
    outlook = foresee(agency, year, standing | plan.states)
    with transaction.atomic():
        report = _take_over(agency, year, plan, outlook=outlook, actor=actor, mode=mode)
        if dry_run:
            transaction.set_rollback(True)
            return replace(report, import_id=None)
    _keep_originals(paths)
    return report


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
    for file in plan.files:
        _store_file(batch, file)
    for comparison in plan.comparisons:
        path = str(comparison.state.relative_to(folder("published")))
        PublishedTable.objects.create(
            batch=batch, table=comparison.table, path=path, rows=comparison.rows
        )
    result = settle(agency, year, outlook, because=f"Impor {batch.pk}")
    record(
        "registry.import_paths",
        actor=actor,
        subject=f"Impor {batch.pk} TA {year}",
        agency=agency,
        after={file.path: _told(file) for file in plan.files if file.table},
    )
    return ImportReport(
        files=plan.files,
        findings=result.findings,
        packages=result.packages,
        snapshot=result.snapshot.sha256,
        import_id=batch.pk,
    )


def _store_file(batch: Import, report: FileReport) -> None:
    file = ImportedFile.objects.create(
        batch=batch,
        path=report.path,
        sha256=report.sha256,
        source=report.source,
        table=report.table,
        rows=report.rows,
        new=report.new,
        changed=report.changed,
        unchanged=report.unchanged,
        vanished=report.vanished,
        refused=report.refused,
        set_aside=report.set_aside,
        remarks=[vars(remark) for remark in report.remarks],
    )
    cells = {(row.sheet, row.row): dict(row.cells) for row in report.refused_rows}
    RowRefusal.objects.bulk_create(
        RowRefusal(
            file=file,
            sheet=refusal.sheet,
            row=refusal.row,
            column=refusal.column,
            value=refusal.value,
            rule=refusal.problem.rule,
            message=refusal.problem.message,
            cells=cells.get((refusal.sheet, refusal.row), {}),
        )
        for refusal in report.refusals
    )
    RowChange.objects.bulk_create(
        RowChange(
            file=file,
            kind=RowChange.Kind.CHANGED if change.column else RowChange.Kind.VANISHED,
            key=change.key[:300],
            column=change.column,
            old=change.old,
            new=change.new,
        )
        for change in report.changes
    )


def _told(report: FileReport) -> dict[str, int]:
    counts = ("new", "changed", "vanished", "refused", "set_aside")
    return {name: getattr(report, name) for name in counts if getattr(report, name)}


def _keep_originals(paths: Sequence[Path]) -> None:
    for path in paths:
        found = [path] if path.is_file() else sorted(path.rglob("*"))
        for file in found:
            if file.is_file() and not file.is_symlink():
                keep_file(file)


def undo_import(batch: Import, *, actor: User | None = None, now: datetime | None = None) -> Import:
    """Take a whole import back; its tables stand again as the import before left them.

    I-04: not after 30 days, not twice, and not while a later import lies over it.
    """
    if problem := _cannot_undo(batch, now or timezone.now()):
        raise RefusedError(problem)
    with transaction.atomic():
        batch = Import.objects.select_for_update().get(pk=batch.pk)
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
