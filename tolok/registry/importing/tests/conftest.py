"""What the tests of this folder bring in, without reading real files."""

import pytest

from tolok.organisation.testing import make_agency
from tolok.registry.derivation.testing import reading
from tolok.registry.importing.actions import Choices, import_readings


@pytest.fixture
def agency():
    return make_agency()


@pytest.fixture
def bring(tmp_path, agency):
    """bring({table: rows}): import these tables, one file each."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()

    def bring_tables(tables, *, year=2025, more=(), actor=None, **choices):
        readings = [reading(scratch, table, rows) for table, rows in tables.items()]
        return import_readings(
            agency, year, [*readings, *more], actor=actor, choices=Choices(**choices)
        )

    return bring_tables
