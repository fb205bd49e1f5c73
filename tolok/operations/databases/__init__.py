"""Copying the whole database while people work, one module for each kind of database.

Each offers the same three: `copy_to(folder)`, `is_empty()`, `load_from(folder, applied)`.
"""

from types import ModuleType

from django.db import connection

from tolok.operations.databases import postgresql, sqlite


def current() -> ModuleType:
    return {"sqlite": sqlite, "postgresql": postgresql}[connection.vendor]
