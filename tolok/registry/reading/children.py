"""The parent's side of a reading server: give it a job, watch the child, end it if need be."""

import os
import select
import subprocess
import sys
import time
from enum import Enum
from pathlib import Path
from typing import IO, Final

import psutil

import tolok
from tolok.registry.reading.jobs import OUT_OF_MEMORY_CODE, Job

_CPU_LIMIT_CODES: Final = {-24, -9}  # SIGXCPU, and SIGKILL where it was ignored
_LOOK_EVERY: Final = 0.02  # seconds
_TO_START: Final = 60.0  # seconds; importing DuckDB from a cold disk
_PASSED_ON: Final = ("PATH", "LANG", "LC_ALL", "TZ", "TMPDIR")


class Ending(Enum):
    """How a child ended; the value is told to the user."""

    DONE = ""
    OUT_OF_MEMORY = "memori yang diperlukan terlalu besar"
    OUT_OF_TIME = "waktu yang diperlukan terlalu lama"
    BROKE_OFF = "isinya membuat pembaca berhenti"


class ReadingServer:
    """One server, one child at a time: whatever a file does, it does to the child."""

    def __init__(self, log: IO[bytes]) -> None:
        self._log = log
        self._process = self._started()
        self._unread = b""

    def run(self, job: Job) -> Ending:
        """Waits for the child, never longer than the job's limits allow."""
        if self._process.poll() is not None:
            self.close()
            self._process, self._unread = self._started(), b""
        try:
            self._send(job.to_line())
            child = self._next_line(_TO_START)
            return self._watch(int(child), job) if child else Ending.BROKE_OFF
        except BrokenPipeError:
            return Ending.BROKE_OFF

    def close(self) -> None:
        """No child is running between two jobs."""
        self._process.kill()
        self._process.communicate()

    def _started(self) -> "subprocess.Popen[bytes]":
        root = Path(tolok.__file__).parent.parent
        environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        return subprocess.Popen(
            [sys.executable, "-m", "tolok.registry.reading.server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            env=environment | {"PYTHONPATH": str(root)},
            cwd=root,
        )

    def _watch(self, child: int, job: Job) -> Ending:
        seconds = job.limits.cpu_seconds_for(job.path.stat().st_size)
        deadline = time.monotonic() + seconds * job.limits.wall_seconds_per_cpu_second
        stopped: Ending | None = None
        while True:
            line = self._next_line(_LOOK_EVERY)
            if line == "":
                return Ending.BROKE_OFF
            if line is not None:
                return stopped or _ending_of(int(line))
            if _resident(child) > job.limits.memory_bytes:
                stopped = Ending.OUT_OF_MEMORY
            elif time.monotonic() > deadline:
                stopped = Ending.OUT_OF_TIME
            if stopped:
                _kill(child)

    def _send(self, line: str) -> None:
        if self._process.stdin is None:
            raise BrokenPipeError
        self._process.stdin.write(line.encode())
        self._process.stdin.flush()

    def _next_line(self, seconds: float) -> str | None:
        """A line from the server; None when there is none in time, "" when it has ended."""
        if self._process.stdout is None:
            return ""
        out = self._process.stdout.fileno()
        until = time.monotonic() + seconds
        while b"\n" not in self._unread:
            ready, _, _ = select.select([out], [], [], max(0.0, until - time.monotonic()))
            if not ready:
                return None
            more = os.read(out, 1024)
            if not more:
                return ""
            self._unread += more
        line, _, self._unread = self._unread.partition(b"\n")
        return line.decode()


def _ending_of(code: int) -> Ending:
    if code == 0:
        return Ending.DONE
    if code in _CPU_LIMIT_CODES:
        return Ending.OUT_OF_TIME
    return Ending.OUT_OF_MEMORY if code == OUT_OF_MEMORY_CODE else Ending.BROKE_OFF


def _resident(child: int) -> int:
    try:
        return int(psutil.Process(child).memory_info().rss)
    except psutil.NoSuchProcess:
        return 0


def _kill(child: int) -> None:
    try:
        psutil.Process(child).kill()
    except psutil.NoSuchProcess:
        return
