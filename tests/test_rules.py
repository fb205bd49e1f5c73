"""Rule codes: listed, tested, and each with one meaning."""

import ast
import sys

from tests.commands import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import rules


def test_the_page_of_rules_is_what_the_code_says():
    assert (ROOT / "docs" / "rules.md").read_text() == rules.page(), "run: make rules"


def test_every_rule_is_named_by_a_test():
    tests = [*ROOT.glob("tolok/**/tests/**/*.py"), *ROOT.glob("tests/**/*.py")]
    named = {code for path in tests for code in rules.CODE.findall(path.read_text())}

    assert sorted(set(rules.rules()) - named) == []


def test_a_code_means_one_thing():
    rooms = {}
    for path in rules.sources():
        for code in rules.codes_made(ast.parse(path.read_text())):
            rooms.setdefault(code, set()).add(path.relative_to(ROOT / "tolok").parts[0])

    assert {code: places for code, places in rooms.items() if len(places) > 1} == {}
