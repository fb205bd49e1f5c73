"""As many files at a time as there are reading servers; one thread waits for each."""

import logging
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Final, Self, TypeAlias

from tolok.core.problem import Problem
from tolok.registry.reading import refusals
from tolok.registry.reading.archives import sha256_of
from tolok.registry.reading.children import Ending, ReadingServer
from tolok.registry.reading.jobs import Job
from tolok.registry.reading.names import left_out_reason
from tolok.registry.reading.results import FileReading, Results, read_results

_logger: Final = logging.getLogger(__name__)

Told: TypeAlias = Callable[[int, int], None]  # how many files are read, of how many


def tell_nobody(done: int, total: int) -> None:
    """For whoever does not wait at a page."""


_LAST_WORDS: Final = 2_000  # bytes


class Readers:
    """Reading servers that share the work; used as a context."""

    def __init__(self, log: Path, most: int) -> None:
        self._log = log.open("a+b")
        self._servers = [ReadingServer(self._log) for _ in range(most)]
        self._idle: SimpleQueue[ReadingServer] = SimpleQueue()
        for server in self._servers:
            self._idle.put(server)
        self._threads = ThreadPoolExecutor(max(most, 1))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._threads.shutdown(cancel_futures=True)
        for server in self._servers:
            server.close()
        self._log.close()

    def read(self, jobs: Sequence[Job], told: Told = tell_nobody) -> list[Results]:
        """In the order of the jobs; the largest files begin, so that none of them ends alone."""
        largest_first = sorted(jobs, key=lambda job: _size(job.path), reverse=True)
        found: dict[Job, Results] = {}
        read = self._threads.map(self._read_one, largest_first)
        for job, results in zip(largest_first, read, strict=True):
            found[job] = results
            told(len(found), len(jobs))
        return [found[job] for job in jobs]

    def _read_one(self, job: Job) -> Results:
        if problem := _not_to_be_read(job):
            return Results((FileReading(job.shown, "", problems=(problem,)),))
        server = self._idle.get()
        try:
            ending = server.run(job)
        finally:
            self._idle.put(server)
        if ending is Ending.DONE:
            return read_results(job.results)
        _logger.error("Reading %s ended: %s. %s", job.shown, ending.name, self._last_words())
        problem = refusals.stopped(job.shown, ending.value)
        reading = FileReading(job.shown, sha256_of(job.path), problems=(problem,), failed=True)
        return Results((reading,))

    def _last_words(self) -> str:
        """What the children wrote last; a traceback, if one of them had a bug."""
        size = self._log.seek(0, os.SEEK_END)
        self._log.seek(max(0, size - _LAST_WORDS))
        return self._log.read().decode(errors="replace")


def _not_to_be_read(job: Job) -> Problem | None:
    if reason := left_out_reason(job.shown):
        return refusals.left_out(job.shown, reason)
    if not job.path.is_file():
        return refusals.left_out(job.shown, "bukan berkas biasa, atau tidak ditemukan")
    return None


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0
