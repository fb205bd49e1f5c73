"""What a rule says when something is not right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Self


@dataclass(frozen=True)
class Problem:
    """Expected trouble, told to the person who can settle it."""

    rule: str  # the code in docs/rules.md, for example "N-03"
    where: str  # the field, row or file the reader must go to; "" when only the caller knows
    message: str  # what was read, why it is refused, and what to do, in Bahasa Indonesia

    def at(self, where: str) -> Self:
        """The same problem, placed by the caller, who alone knows file, row and column."""
        return replace(self, where=where)


def kept(problems: Iterable[Problem]) -> list[dict[str, str]]:
    """As a row of the database keeps them."""
    return [vars(problem) for problem in problems]


def read_back(rows: Iterable[Mapping[str, str]]) -> tuple[Problem, ...]:
    return tuple(Problem(**row) for row in rows)


class RefusedError(Exception):
    """The action breaks rules; nothing was changed."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems
