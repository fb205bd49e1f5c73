"""What an import leaves in the database: its files with their counts, refusals and changes, and
the tables that stand by it."""

from collections.abc import Iterable

from tolok.registry.importing.compare import Comparison
from tolok.registry.importing.report import FileReport
from tolok.registry.models import Import, ImportedFile, PublishedTable, RowChange, RowRefusal
from tolok.registry.store import folder


def store_files(batch: Import, reports: Iterable[FileReport]) -> None:
    for report in reports:
        file = _file(batch, report)
        file.save()
        RowRefusal.objects.bulk_create(_refusals(file, report))
        RowChange.objects.bulk_create(_changes(file, report))


def store_tables(batch: Import, comparisons: Iterable[Comparison]) -> None:
    """The tables the import changed; where their rows lie is told from the store's own folder."""
    for comparison in comparisons:
        if comparison.state:
            PublishedTable.objects.create(
                batch=batch,
                table=comparison.table,
                path=str(comparison.state.relative_to(folder("published"))),
                rows=comparison.rows,
                drawn_on=comparison.drawn_on,
            )


def told(report: FileReport) -> dict[str, int]:
    """What the trail says of a file: the counts that are not zero."""
    counts = ("new", "changed", "vanished", "refused", "set_aside")
    return {name: getattr(report, name) for name in counts if getattr(report, name)}


def _file(batch: Import, report: FileReport) -> ImportedFile:
    return ImportedFile(
        batch=batch,
        path=report.path[:500],
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


def _refusals(file: ImportedFile, report: FileReport) -> Iterable[RowRefusal]:
    cells = {(row.sheet, row.row): dict(row.cells) for row in report.refused_rows}
    for refusal in report.refusals:
        yield RowRefusal(
            file=file,
            sheet=refusal.sheet[:100],
            row=refusal.row,
            column=refusal.column[:120],
            value=refusal.value,
            rule=refusal.problem.rule,
            message=refusal.problem.message,
            cells=cells.get((refusal.sheet, refusal.row), {}),
        )


def _changes(file: ImportedFile, report: FileReport) -> Iterable[RowChange]:
    for change in report.changes:
        yield RowChange(
            file=file,
            kind=RowChange.Kind.CHANGED if change.column else RowChange.Kind.VANISHED,
            key=change.key[:300],
            column=change.column[:120],
            old=change.old,
            new=change.new,
        )
