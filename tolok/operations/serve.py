"""Serving the pages, and doing the work behind them."""

import os
import signal
import socket
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
from tolok.operations.schedules import ensure_schedules
from tolok.terminal import say

WORKERS = 2
PATIENCE = 10  # seconds a background job gets to finish when Tolok stops


def serve(host: str, port: int, *, with_worker: bool) -> None:
    """Until it is stopped. More than one thread on SQLite would only wait for its lock."""
    if pending_migrations():
        raise RefusedError(
            Problem("H-09", "basis data", "Tabel belum diperbarui. Jalankan `tolok migrate`.")
        )
    refuse_taken(host, port)
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


def refuse_taken(host: str, port: int) -> None:
    """H-11: the address is this machine's and nobody else listens on it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        raise RefusedError(
            Problem(
                "H-11",
                f"{host}:{port}",
                f"Alamat ini tidak dapat dipakai ({error.strerror}). Hentikan program lain yang "
                "memakainya atau pilih porta lain dengan --port.",
            )
        ) from error


def work() -> None:
    """Do the background jobs, those that come by themselves too, until it is stopped."""
    ensure_schedules()
    call_command("qcluster")


@contextmanager
def worker_beside() -> Iterator[None]:
    """A `tolok worker` for as long as the pages are served.

    In a session of its own: a signal to the whole group would end its helpers before itself,
    and it would wait for them for ever.
    """
    worker = subprocess.Popen([sys.executable, "-m", "tolok", "worker"], start_new_session=True)
    try:
        yield
    finally:
        worker.terminate()
        try:
            worker.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:  # a job that does not end is done again another time
            os.killpg(worker.pid, signal.SIGKILL)
