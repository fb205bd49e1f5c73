"""What tests of all rooms share about refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

    from tolok.core.problem import RefusedError


def rules_of(refusal: pytest.ExceptionInfo[RefusedError]) -> set[str]:
    """The codes of what `pytest.raises` caught."""
    return {problem.rule for problem in refusal.value.problems}
