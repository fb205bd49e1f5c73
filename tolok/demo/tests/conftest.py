"""Three generated years, shared by the tests that only read them."""

import json
from pathlib import Path

import pytest

from tolok.demo.generator.generate import generate
from tolok.demo.generator.order import Mix, Order


@pytest.fixture(scope="session")
def three_years():
    return Order(packages=3000, years=3, seed=7, mix=Mix(tender=0.12, direct=0.5))


@pytest.fixture(scope="session")
def out(three_years, tmp_path_factory):
    folder = tmp_path_factory.mktemp("three-years")
    generate(three_years, folder)
    return folder


@pytest.fixture(scope="session")
def truth(out):
    return json.loads((out / "truth.json").read_text())


@pytest.fixture(scope="session")
def rows(out):
    def read(table, year=2025):
        return json.loads((Path(out) / "D900" / str(year) / f"{table}.json").read_text())

    return read
