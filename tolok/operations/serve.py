"""Serving the pages, and doing the work behind them."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from django.core.management import call_command
from django.db import connection
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from tolok.core.problem import Problem, RefusedError
from tolok.operations.doctor import pending_migrations
from tolok.terminal import say

WORKERS = 2


def serve(host: str, port: int, *, with_worker: bool) -> None:
    """Until it is stopped. More than one thread on SQLite would only wait for its lock."""
    if pending_migrations():
        raise RefusedError(
            Problem("H-09", "basis data", "Tabel belum diperbarui. Jalankan `tolok migrate`.")
        )
    call_command("collectstatic", interactive=False, verbosity=0)
    threads = 1 if connection.vendor == "sqlite" else None
    connection.close()
    say(f"Tolok melayani di http://{host}:{port} (hentikan dengan Ctrl+C).")
    pages = Granian(
        "tolok.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=threads,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
    )
    with worker_beside() if with_worker else nullcontext():
        pages.serve()


def work() -> None:
    """Do the background jobs, until it is stopped."""
    call_command("qcluster")


@contextmanager
def worker_beside() -> Iterator[None]:
    """A `tolok worker` for as long as the pages are served."""
    with subprocess.Popen([sys.executable, "-m", "tolok", "worker"]) as worker:
        try:
            yield
        finally:
            worker.terminate()
