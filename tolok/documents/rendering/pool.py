"""The parent's side: as many warm children as there are processors, replaced when they fail."""

import atexit
import json
import os
import queue
import select
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, TypeVar

import tolok
from tolok.core.problem import Problem, RefusedError
from tolok.documents.rendering.limits import DEFAULT, Limits
from tolok.documents.rendering.word import Word

_PASSED_ON: Final = ("PATH", "LANG", "LC_ALL", "TZ", "TMPDIR")
_READ_AT_ONCE: Final = 1 << 16
Made = TypeVar("Made")


@dataclass(frozen=True)
class Job:
    """One Word document to be made, or one template to be checked."""

    code: str
    facts: dict[str, Any]  # as JSON
    template: Path
    pages: tuple[int, ...] | None = None  # of its headings, for the contents list
    task: Literal["render", "check"] = "render"

    def to_line(self) -> bytes:
        plain = {"task": self.task, "code": self.code, "facts": self.facts, "pages": self.pages}
        return json.dumps(plain | {"template": str(self.template)}).encode() + b"\n"


class Child:
    """One rendering process; started when it is first needed."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._made = 0
        self._unread = b""

    def render(self, job: Job) -> Word:
        header, data = self.ask(job)
        if "problems" in header:
            raise RefusedError(*(Problem(*told) for told in header["problems"]))
        return Word(data, header["contents"])

    def ask(self, job: Job) -> tuple[dict[str, Any], bytes]:
        """DK-06: whatever a template does, it does to the child; the next one gets a new child."""
        try:
            return self._answer(job)
        except (BrokenPipeError, EOFError, TimeoutError) as ending:
            self.close()
            why = "terlalu lama" if isinstance(ending, TimeoutError) else "berhenti tiba-tiba"
            message = (
                f"Pembuatan dokumen {job.code} {why}: templatnya memerlukan waktu atau memori "
                "yang berlebihan. Periksa pengulangan di dalam templat."
            )
            raise RefusedError(Problem("DK-06", job.template.name, message)) from ending

    def close(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
        self._process, self._made, self._unread = None, 0, b""

    def _answer(self, job: Job) -> tuple[dict[str, Any], bytes]:
        process = self._warm()
        deadline = time.monotonic() + self._limits.wall_seconds
        _write(process, job.to_line())
        header = json.loads(self._line(process, deadline))
        return header, self._bytes(process, header["size"], deadline)

    def _warm(self) -> "subprocess.Popen[bytes]":
        """A child that ended while it waited, by a machine short of memory say, is replaced."""
        ended = self._process is not None and self._process.poll() is not None
        if ended or self._made >= self._limits.documents_per_child:
            self.close()
        if self._process is None:
            self._process = _started()
        self._made += 1
        return self._process

    def _line(self, process: "subprocess.Popen[bytes]", deadline: float) -> bytes:
        while b"\n" not in self._unread:
            self._unread += _more(process, deadline)
        line, _, self._unread = self._unread.partition(b"\n")
        return line

    def _bytes(self, process: "subprocess.Popen[bytes]", size: int, deadline: float) -> bytes:
        parts = [self._unread]
        have = len(self._unread)
        while have < size:
            parts.append(_more(process, deadline))
            have += len(parts[-1])
        self._unread = b""
        return b"".join(parts)


class Pool:
    """Hands documents to whichever child is free."""

    def __init__(self, size: int | None = None, limits: Limits = DEFAULT) -> None:
        self._size = size or os.cpu_count() or 1
        self._free: queue.LifoQueue[Child] = queue.LifoQueue()
        self._children = [Child(limits) for _ in range(self._size)]
        for child in self._children:
            self._free.put(child)

    def render(self, job: Job) -> Word:
        """One document; waits for a free child. Safe from several threads."""
        child = self._free.get()
        try:
            return child.render(job)
        finally:
            self._free.put(child)

    def each(
        self, jobs: Iterable[Job], make: Callable[[Job], Made]
    ) -> Iterator[Made | RefusedError]:
        """What `make` gives for each job, in their order; all children have work to do.

        Jobs are taken only a few ahead of what has been read.
        """
        waiting: deque[Future[Made]] = deque()
        with ThreadPoolExecutor(self._size) as threads:
            for job in jobs:
                waiting.append(threads.submit(make, job))
                if len(waiting) > 2 * self._size:
                    first = waiting.popleft()
                    yield _refused(first) or first.result()
            while waiting:
                first = waiting.popleft()
                yield _refused(first) or first.result()

    def close(self) -> None:
        for child in self._children:
            child.close()


@cache
def pool() -> Pool:
    """The pool of this process."""
    made = Pool()
    atexit.register(made.close)
    return made


def _refused(future: "Future[Any]") -> RefusedError | None:
    error = future.exception()
    return error if isinstance(error, RefusedError) else None


def _started() -> "subprocess.Popen[bytes]":
    root = Path(tolok.__file__).parent.parent
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return subprocess.Popen(
        [sys.executable, "-m", "tolok.documents.rendering.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment | {"PYTHONPATH": str(root)},
        cwd=root,
    )


def _write(process: "subprocess.Popen[bytes]", line: bytes) -> None:
    if process.stdin is None:
        raise BrokenPipeError
    process.stdin.write(line)
    process.stdin.flush()


def _more(process: "subprocess.Popen[bytes]", deadline: float) -> bytes:
    if process.stdout is None:
        raise EOFError
    out = process.stdout.fileno()
    ready, _, _ = select.select([out], [], [], max(0.0, deadline - time.monotonic()))
    if not ready:
        raise TimeoutError
    found = os.read(out, _READ_AT_ONCE)
    if not found:
        raise EOFError
    return found
