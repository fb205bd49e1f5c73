"""`with refuses("ED-07"): …`: what stands below is refused by this rule."""

from contextlib import contextmanager

import pytest

from tolok.core.problem import RefusedError


@contextmanager
def refuses(rule):
    with pytest.raises(RefusedError) as refusal:
        yield
    found = [problem.rule for problem in refusal.value.problems]
    if found[:1] != [rule]:
        pytest.fail(f"refused by {found}, not by {rule}")
