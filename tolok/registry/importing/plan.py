"""Work out what an import would do, before anything is changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tolok.core.problem import Problem, RefusedError
from tolok.organisation.models import Agency
from tolok.registry.importing.compare import Comparison, Counts, compare
from tolok.registry.importing.report import FileReport
from tolok.registry.models import Import
from tolok.registry.reading.results import FileReading
from tolok.registry.tables import tables


@dataclass(frozen=True)
class ImportPlan:
    """What the files say beside what stands: computed outside any transaction."""

    files: tuple[FileReport, ...]
    comparisons: tuple[Comparison, ...]

    @property
    def states(self) -> dict[str, Path]:
        """Table -> its rows as they would stand, for the tables the files say anything about."""
        return {
            comparison.table: comparison.state
            for comparison in self.comparisons
            if comparison.state
        }


def plan_import(
    agency: Agency, year: int, *, readings: Sequence[FileReading], standing: Mapping[str, Path]
) -> ImportPlan:
    """Compare what was read with the tables that stand."""
    readings = [*_once(readings)]
    by_table: dict[str, list[FileReading]] = defaultdict(list)
    for reading in readings:
        if reading.parquet:
            by_table[reading.table].append(reading)
    comparisons = tuple(
        compare(tables()[name], found, standing=standing.get(name), body=agency.code, year=year)
        for name, found in sorted(by_table.items())
    )
    counts = {
        (comparison.table, part): found
        for comparison in comparisons
        for part, found in comparison.by_part.items()
    }
    remarks = {comparison.table: comparison.remarks for comparison in comparisons}
    files = []
    for reading in readings:
        part = (reading.sha256, reading.sheet)
        of_file = counts.get((reading.table, part), Counts()) if reading.parquet else Counts()
        files.append(_file_report(reading, of_file, remarks.pop(reading.table, ())))
    return ImportPlan(tuple(files), comparisons)


def _once(readings: Iterable[FileReading]) -> Iterator[FileReading]:
    """I-09: the same file under another name is read once, or its rows would count twice."""
    first: dict[tuple[str, str, str], str] = {}
    for reading in readings:
        part = (reading.sha256, reading.table, reading.sheet)
        path = first.setdefault(part, reading.path)
        if path == reading.path or not reading.parquet:
            yield reading
            continue
        copy = Problem("I-09", reading.path, f"Isinya sama dengan {path}; dibaca sekali saja.")
        yield replace(reading, parquet=None, rows=0, refused=(), refused_rows=(), problems=(copy,))


def refuse_unusable(agency: Agency, year: int, plan: ImportPlan) -> None:
    """I-01 no file could be used, I-03 all rows belong to somebody else."""
    if not plan.comparisons:
        problems = [remark for file in plan.files for remark in file.remarks]
        raise RefusedError(
            Problem("I-01", "", "Tidak ada berkas yang dapat dipakai. Tidak ada yang diubah."),
            *problems,
        )
    taken = sum(file.new + file.changed + file.unchanged for file in plan.files)
    if not taken and any(file.set_aside for file in plan.files):
        raise RefusedError(
            Problem(
                "I-03",
                "",
                f"Semua baris milik instansi atau tahun lain, bukan {agency.code} TA {year}."
                " Pilih instansi dan tahun yang sesuai dengan berkasnya.",
            )
        )


def refuse_partial(plan: ImportPlan, *, mode: str) -> None:
    """I-02: "all or nothing" takes no import with a refused row or an unusable file."""
    if mode != Import.Mode.ALL_OR_NOTHING:
        return
    cells = [refusal.problem for file in plan.files for refusal in file.refusals]
    files = [remark for file in plan.files if file.failed for remark in file.remarks]
    if cells or files:
        failed = sum(file.failed for file in plan.files)
        told = (
            f"{len(cells)} sel dan {failed} berkas tidak terbaca, sehingga tidak ada yang diimpor."
            " Perbaiki, atau pilih untuk mengimpor baris yang sah saja."
        )
        raise RefusedError(Problem("I-02", "", told), *files, *cells)


def refuse_loss(plan: ImportPlan, *, accept_loss: bool) -> None:
    """I-06: a table that lost most of its rows needs somebody's word."""
    losses = [remark for comparison in plan.comparisons for remark in comparison.remarks]
    if losses and not accept_loss:
        raise RefusedError(*losses)


def _file_report(reading: FileReading, counts: Counts, remarks: Iterable[Problem]) -> FileReport:
    told = [*reading.problems, *remarks]
    if counts.set_aside:
        message = (
            f"{counts.set_aside} baris milik instansi atau tahun anggaran lain disisihkan;"
            " tidak ikut dihitung."
        )
        told.append(Problem("I-05", reading.path, message))
    return FileReport(
        path=reading.path,
        sha256=reading.sha256,
        source=reading.source,
        table=reading.table,
        rows=reading.rows,
        new=counts.new,
        changed=counts.changed,
        unchanged=counts.unchanged,
        vanished=counts.vanished,
        refused=len({(refusal.sheet, refusal.row) for refusal in reading.refused}),
        set_aside=counts.set_aside,
        remarks=tuple(told),
        refusals=reading.refused,
        refused_rows=reading.refused_rows,
        changes=counts.changes,
        failed=reading.failed,
    )
