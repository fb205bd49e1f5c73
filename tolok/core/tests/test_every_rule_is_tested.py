"""A rule nobody tests is a rule nobody can rely on."""

import re
from pathlib import Path

CORE = Path(__file__).parents[1]
CODE = re.compile(r"\b[A-Z]{1,3}-\d\d\b")


def codes_in(paths):
    return {code for path in paths for code in CODE.findall(path.read_text())}


def test_every_rule_code_of_the_core_is_named_by_a_test():
    sources = [path for path in CORE.rglob("*.py") if "tests" not in path.parts]
    tests = [path for path in CORE.rglob("test_*.py") if path != Path(__file__)]

    assert codes_in(sources) - codes_in(tests) == set()
