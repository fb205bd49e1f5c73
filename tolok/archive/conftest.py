import sqlite3

import pytest
from django.db import connections


@pytest.fixture
def connect(home):
    """Gives the calling thread a connection of its own to a database that several can open."""
    before = connections["default"]
    pattern = before.copy("default")
    if before.vendor == "sqlite":  # from memory, where only one thread can write, into a file
        pattern.settings_dict["NAME"] = home / "db.sqlite3"
        before.ensure_connection()
        with sqlite3.connect(home / "db.sqlite3") as file:
            before.connection.backup(file)
        file.close()

    def connect():
        connections["default"] = pattern.copy("default")

    connect()
    yield connect
    connections["default"].close()
    connections["default"] = before
