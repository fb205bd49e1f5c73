"""Reading what was uploaded: a child for every file, the parent only waits."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from tolok.registry.reading.jobs import Job
from tolok.registry.reading.limits import DEFAULT, Limits
from tolok.registry.reading.readers import Readers, Told, tell_nobody
from tolok.registry.reading.results import FileReading
from tolok.registry.reading.uploads import Upload, uploads_in


def read_all(
    paths: Sequence[Path | Upload],
    *,
    out: Path,
    limits: Limits = DEFAULT,
    told: Told = tell_nobody,
) -> list[FileReading]:
    """Every file in `paths`, folders and ZIPs taken whole, in the order they were given.

    Typed tables are written into `out`, which should be empty. A file that cannot be read costs
    no more than its own reading: it comes back with a Problem that says why and what to do.
    """
    out = out.absolute()
    out.mkdir(parents=True, exist_ok=True)
    numbers = count()
    jobs = [
        Job(path.absolute(), shown, out=out, number=next(numbers), limits=limits)
        for path, shown in uploads_in(paths)
    ]
    readings: list[FileReading] = []
    with Readers(out / "pembaca.log", most=min(limits.children, len(jobs))) as readers:
        for job, results in zip(jobs, readers.read(jobs, told), strict=True):
            members = [
                replace(job, path=path, shown=shown, number=next(numbers), is_member=True)
                for path, shown in results.members
            ]
            readings += results.readings
            for found in readers.read(members):
                readings += found.readings
            _clear_away([job, *members])
    return readings


def _clear_away(jobs: Sequence[Job]) -> None:
    """What only the children needed; the typed tables and the log stay."""
    for job in jobs:
        shutil.rmtree(job.work, ignore_errors=True)
        job.results.unlink(missing_ok=True)
