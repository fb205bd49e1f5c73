"""What a dry run says, as it is kept for the preview page."""

from collections.abc import Iterator

from tolok.registry.importing.report import FileReport, ImportReport
from tolok.registry.models import Upload, UploadRow

COUNTS = ("rows", "new", "changed", "unchanged", "vanished", "refused", "set_aside")


def summary_of(report: ImportReport) -> dict[str, object]:
    """Files with their counts, and what follows; without the single rows."""
    return {
        "files": [_file(file) for file in report.files],
        "packages": report.packages,
        "findings": dict(report.findings),
        "snapshot": report.snapshot,
    }


def preview_rows(upload: Upload, report: ImportReport) -> Iterator[UploadRow]:
    """Every row that would be refused, changed or gone."""
    for file in report.files:
        yield from _refused(upload, file)
        yield from _moved(upload, file)


def _file(file: FileReport) -> dict[str, object]:
    return {
        "path": file.path,
        "sha256": file.sha256,
        "source": file.source,
        "table": file.table,
        "failed": file.failed,
        "remarks": [vars(remark) for remark in file.remarks],
        **{name: getattr(file, name) for name in COUNTS},
    }


def _refused(upload: Upload, file: FileReport) -> Iterator[UploadRow]:
    cells = {(row.sheet, row.row): dict(row.cells) for row in file.refused_rows}
    for refusal in file.refusals:
        yield UploadRow(
            upload=upload,
            kind=UploadRow.Kind.REFUSED,
            path=file.path,
            table=file.table,
            sheet=refusal.sheet,
            row=refusal.row,
            column=refusal.column[:120],
            value=refusal.value,
            rule=refusal.problem.rule,
            message=refusal.problem.message,
            cells=cells.get((refusal.sheet, refusal.row), {}),
        )


def _moved(upload: Upload, file: FileReport) -> Iterator[UploadRow]:
    for change in file.changes:
        yield UploadRow(
            upload=upload,
            kind=UploadRow.Kind.CHANGED if change.column else UploadRow.Kind.VANISHED,
            path=file.path,
            table=file.table,
            key=change.key[:300],
            column=change.column[:120],
            old=change.old,
            new=change.new,
        )
