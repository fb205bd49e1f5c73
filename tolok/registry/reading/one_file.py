"""Reading one file from its bytes to typed tables; runs in the child process only."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

import duckdb
from python_calamine import CalamineError

from tolok.core.problem import Problem, RefusedError
from tolok.registry.reading import refusals
from tolok.registry.reading.archives import refused_archive, sha256_of, take_out
from tolok.registry.reading.content import Content, content_of
from tolok.registry.reading.jobs import Job
from tolok.registry.reading.memory import at_most
from tolok.registry.reading.plain_sheets import plain_sheets
from tolok.registry.reading.publishing import publish
from tolok.registry.reading.raw import connect
from tolok.registry.reading.raw_tables import (
    RawTable,
    csv_table,
    json_table,
    parquet_table,
    workbook_tables,
)
from tolok.registry.reading.results import FileReading, Member, Results

_Found = Iterable[RawTable | Problem]


def read_file(job: Job) -> Results:
    """What the file holds: a reading for each known table, the members of a ZIP, or a problem."""
    base = FileReading(path=job.shown, sha256=sha256_of(job.path))
    problems: tuple[Problem, ...]
    try:
        content = content_of(job.path, job.shown)
        if isinstance(content, Problem):
            raise RefusedError(content)
        if job.plain:
            return Results((base,), sheets=plain_sheets(job, content))
        if content is Content.ARCHIVE:
            return _unpack(job, base)
        return Results((*_read(job, content, base),))
    except RefusedError as refusal:
        problems = refusal.problems
    except CalamineError:
        problems = (refusals.damaged(job.shown, "isi buku kerja tidak terbaca"),)
    except duckdb.OutOfMemoryException:
        problems = (refusals.stopped(job.shown, "memori yang diperlukan terlalu besar"),)
    return Results((replace(base, problems=problems, failed=True),))


def _unpack(job: Job, base: FileReading) -> Results:
    """The ZIP's own reading says what was left in it; an empty one has no data."""
    if job.is_member:
        raise RefusedError(refusals.bad_member(job.shown, "ZIP di dalam ZIP"))
    if problem := refused_archive(job.path, job.shown, job.limits):
        raise RefusedError(problem)
    found = [*take_out(job.path, job.shown, folder=job.work, limits=job.limits)]
    members = tuple(entry for entry in found if isinstance(entry, Member))
    problems = tuple(entry for entry in found if isinstance(entry, Problem))
    if not members and not problems:
        problems = (refusals.no_data(job.shown),)
    return Results((replace(base, problems=problems),) if problems else (), members)


def _read(job: Job, content: Content, base: FileReading) -> list[FileReading]:
    if content is Content.EMPTY:
        return [replace(base, problems=(refusals.no_data(job.shown),))]
    if content is Content.PARQUET:
        with connect(job.work, job.limits) as session:
            return _publish_all(job, base, parquet_table(job, session), session)
    found = [*_STAGERS[content](job)]  # before DuckDB takes its share of the memory
    with connect(job.work, job.limits) as session:
        return _publish_all(job, base, found, session)


def _workbook(job: Job) -> Iterator[RawTable | Problem]:
    if problem := refused_archive(job.path, job.shown, job.limits):
        raise RefusedError(problem)
    with at_most(job.limits.workbook_bytes):
        yield from workbook_tables(job)


_STAGERS: Final[Mapping[Content, Callable[[Job], _Found]]] = {
    Content.CSV: csv_table,
    Content.JSON: json_table,
    Content.WORKBOOK: _workbook,
}


def _publish_all(
    job: Job, base: FileReading, found: _Found, session: duckdb.DuckDBPyConnection
) -> list[FileReading]:
    """Remarks about the file as a whole go with its first reading."""
    readings: list[FileReading] = []
    remarks: list[Problem] = []
    for entry in found:
        if isinstance(entry, Problem):
            remarks.append(entry)
        else:
            target = job.parquet(len(readings))
            readings.append(publish(entry, base, session=session, target=target))
    first, *others = readings or [base]
    return [replace(first, problems=(*remarks, *first.problems)), *others]
