"""What the phases ask before a paper of theirs leaves the house.

    conditions.register("F2", plan_is_approved)

in the `ready` of their AppConfig. A plain dict; a document nobody registered has no conditions.
"""

from collections.abc import Callable

from tolok.archive.models import Paper
from tolok.core.problem import Problem, RefusedError

BeforeItLeaves = Callable[[Paper], tuple[Problem, ...]]
_conditions: dict[str, BeforeItLeaves] = {}


def register(document: str, asked: BeforeItLeaves) -> None:
    """Once for each document; again replaces what was said before."""
    _conditions[document] = asked


def refuse_unless_met(paper: Paper) -> None:
    asked = _conditions.get(paper.document)
    if asked and (problems := asked(paper)):
        raise RefusedError(*problems)
