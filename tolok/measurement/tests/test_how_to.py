"""The how-to says what is true."""

import re
import tomllib
from pathlib import Path

from tolok.core.formula.functions import ALIASES, FUNCTIONS
from tolok.core.indicator import Indicator, read_indicator
from tolok.core.indicator.reading import KEYS
from tolok.registry.dictionary import dictionary

PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "add-an-indicator.md"
TEXT = PAGE.read_text(encoding="utf-8")


def test_its_example_is_an_indicator():
    (example,) = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)

    indicator = read_indicator(tomllib.loads(example), dictionary(), where="")

    assert isinstance(indicator, Indicator), indicator


def test_it_names_every_function():
    for name in (*FUNCTIONS, *ALIASES):
        assert f"`{name}" in TEXT, name


def test_it_names_no_attribute_that_does_not_exist():
    named = set(re.findall(r"^- `(\w+)", TEXT, re.MULTILINE))

    assert named <= KEYS.keys()
