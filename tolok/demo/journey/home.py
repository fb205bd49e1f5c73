"""A journey has a TOLOK_HOME and a database of its own, which are gone afterwards."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from tolok import environment

OWN: Final = ("TOLOK_HOME", "DATABASE_URL", "TOLOK_DEMO", "TOLOK_ADDRESS")


@contextmanager
def passing_home() -> Iterator[None]:
    """Before Django starts: whoever's home and database the environment names are left alone."""
    given = {name: os.environ.pop(name) for name in OWN if name in os.environ}
    try:
        with tempfile.TemporaryDirectory(prefix="tolok-journey-") as folder:
            os.environ["TOLOK_HOME"] = folder
            environment.start_django()
            yield
            _let_go()
    finally:
        os.environ.pop("TOLOK_HOME", None)
        os.environ.update(given)


def make_tables() -> None:
    """Straight from the models, in a second: there are no rows that migrations would carry over."""
    from django.apps import apps  # noqa: PLC0415 - Django has started by then
    from django.conf import settings  # noqa: PLC0415 - the same
    from django.core.management import call_command  # noqa: PLC0415 - the same

    environment.write_secret_key(settings.TOLOK_HOME)
    settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}
    call_command("migrate", run_syncdb=True, verbosity=0)


def _let_go() -> None:
    from django.db import connections  # noqa: PLC0415 - Django has started by then

    connections.close_all()
