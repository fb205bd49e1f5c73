"""What each data rule looks for, by its code, as lists of findings head it."""

from typing import Final

from tolok.registry.corrections import moved
from tolok.registry.findings.rules import RULES

TITLES: Final = {rule.code: rule.title for rule in (*RULES, moved.RULE)}


def title_of(code: str) -> str:
    """The title, or the code when it stems from another version of Tolok."""
    return TITLES.get(code, code)
