"""A workbook of another kind than the known tables: its sheets as texts, read in a child too."""

from typing import Final

from tolok.core.problem import Problem, RefusedError
from tolok.registry.reading import refusals
from tolok.registry.reading.archives import refused_archive
from tolok.registry.reading.content import Content
from tolok.registry.reading.jobs import Job
from tolok.registry.reading.limits import MIB, Limits
from tolok.registry.reading.memory import at_most
from tolok.registry.reading.results import PlainSheet
from tolok.registry.reading.rows import TYPED
from tolok.registry.reading.workbook_rows import cells_without_value, workbook_sheets

SMALL: Final = Limits(unpacked_bytes=50 * MIB, cells=200_000, columns=100, children=1)
"""For workbooks that people fill in by hand."""


def plain_sheets(job: Job, content: Content) -> tuple[PlainSheet, ...]:
    """The child's side: every visible sheet with the number of each row that holds something."""
    if content is not Content.WORKBOOK:
        remedy = "Simpan sebagai buku kerja XLSX, lalu unggah kembali."
        raise RefusedError(refusals.wrong_type(job.shown, "bukan buku kerja XLSX", remedy))
    if problem := refused_archive(job.path, job.shown, job.limits):
        raise RefusedError(problem)
    if cells := cells_without_value(job.path):
        raise RefusedError(refusals.formulas_without_values(job.shown, cells))
    with at_most(job.limits.workbook_bytes):
        return tuple(
            PlainSheet(
                sheet.name,
                tuple((row.number, tuple(map(_unmarked, row.cells))) for row in sheet.rows),
            )
            for sheet in workbook_sheets(job.path, job.shown, job.limits)
            if not isinstance(sheet, Problem)
        )


def _unmarked(cell: str) -> str:
    return cell.removeprefix(TYPED).strip()
