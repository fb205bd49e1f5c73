"""Limits that a child sets for itself before it opens a file."""

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import psutil

from tolok.registry.reading.limits import Limits


def set_limits(limits: Limits, size: int) -> None:
    """For the rest of the process: time, written files, address space, no core dumps."""
    seconds = limits.cpu_seconds_for(size)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.file_bytes, limits.file_bytes))
    resource.setrlimit(resource.RLIMIT_AS, (limits.address_space_bytes,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # the write fails instead, and says so


@contextmanager
def at_most(more: int) -> Iterator[None]:
    """Inside, the address space may grow by so much: a workbook's bomb ends early."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    here = psutil.Process().memory_info().vms
    resource.setrlimit(resource.RLIMIT_AS, (min(here + more, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
