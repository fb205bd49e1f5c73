"""What the tests of this room bring in, without reading real files."""

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

    def bring_tables(tables, **choices):
        return bring_in(tables, agency, tmp_path / "scratch", **choices)

    return bring_tables


def bring_in(tables, agency, scratch, *, more=(), **choices):
    scratch.mkdir(exist_ok=True)
    readings = [reading(scratch, table, rows) for table, rows in tables.items()]
    return import_readings(agency, 2025, [*readings, *more], choices=Choices(**choices))
