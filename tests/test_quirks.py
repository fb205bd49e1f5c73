"""Every known fault of the sources has a rule, a small test of ours and one on the real files."""

import sys

from tests.commands import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import quirks
import rules


def test_the_page_of_quirks_is_what_the_tests_say():
    assert (ROOT / "docs" / "quirks.md").read_text() == quirks.page(), "run: make rules"


def test_every_quirk_has_a_rule_that_exists():
    proofs, known = quirks.proofs(), rules.rules()

    codes = {number: quirks.rules_of(number, proofs[number]) for number in quirks.QUIRKS}

    assert [number for number, found in codes.items() if not found] == []
    assert {code for found in codes.values() for code in found} - known.keys() == set()


def test_every_quirk_is_shown_by_a_small_file_and_by_the_real_ones():
    proofs = quirks.proofs()

    kinds = {
        number: {quirks.is_real(path) for _, path, _ in proofs[number]} for number in quirks.QUIRKS
    }

    assert [number for number, found in kinds.items() if found != {True, False}] == []


def test_no_test_speaks_of_a_quirk_that_is_not_on_the_page():
    assert quirks.proofs().keys() <= quirks.QUIRKS.keys()
