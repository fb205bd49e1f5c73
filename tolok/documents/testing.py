"""Changing facts for tests: every leaf to something that is found again, rows to 300."""

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from tolok.core.dates import format_date, format_date_short
from tolok.core.numbers import format_number
from tolok.documents.facts import Missing, hints

Path = tuple[str | int, ...]
Change = Callable[[str, Any], Any]  # the leaf's path without row numbers, and its value


@dataclass(frozen=True)
class Changed:
    """One leaf, and the ways in which its new value may be printed."""

    path: str  # "rows.name"
    forms: tuple[str, ...]

    def is_in(self, text: str) -> bool:
        return any(form in text for form in self.forms)


def with_other_leaves(facts: Any, kind: type, but: tuple[str, ...]) -> tuple[Any, list[Changed]]:
    """The same facts with a new value in each leaf of that kind (str, Decimal, int, date).

    Leaves that are a choice of words, a number or a picture stay, and those named in `but`.
    """
    changed: list[Changed] = []

    def change(path: str, value: Any) -> Any:
        if path in but or type(value) is not kind:
            return value
        new, forms = _OTHER[kind](len(changed))
        changed.append(Changed(path, forms))
        return new

    return _mapped(facts, change, ""), changed


def with_rows(facts: Any, name: str, count: int = 300) -> tuple[Any, list[str]]:
    """The rows of one field repeated; each holds a word of its own in its first text."""
    rows = getattr(facts, name)
    marks = [f"baris{at:03}x" for at in range(count)]
    many = tuple(_marked(rows[at % len(rows)], mark) for at, mark in enumerate(marks))
    return dataclasses.replace(facts, **{name: many}), marks


def with_a_turned_switch(facts: Any, but: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """The facts once for each yes/no leaf, with that one turned round."""
    switches: dict[str, None] = {}

    def note(path: str, value: Any) -> Any:
        if isinstance(value, bool) and path not in but:
            switches[path] = None
        return value

    _mapped(facts, note, "")
    for switch in switches:
        yield switch, _mapped(facts, _turn(switch), "")


def _turn(switch: str) -> Change:
    return lambda path, value: not value if path == switch else value


def _mapped(value: Any, change: Change, path: str, hint: Any = None) -> Any:
    if isinstance(value, tuple):
        return tuple(_mapped(one, change, path, hint) for one in value)
    if isinstance(value, Missing):
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        found = {
            name: _mapped(getattr(value, name), change, f"{path}.{name}".lstrip("."), kind)
            for name, kind in hints(type(value)).items()
        }
        return type(value)(**found)
    return value if _is_choice(hint) else change(path, value)


def _is_choice(hint: Any) -> bool:
    return get_origin(hint) is Literal or any(_is_choice(one) for one in get_args(hint))


def _marked(row: Any, mark: str) -> Any:
    """The mark in the first text of the row, and no other mark."""
    left = [mark]
    return _mapped(row, lambda _, value: left.pop() if type(value) is str and left else value, "")


def _word(at: int) -> tuple[str, tuple[str, ...]]:
    word = f"kata{at:04}x"
    return word, (word, word.upper())


def _whole(at: int) -> tuple[int, tuple[str, ...]]:
    number = 70_001 + at
    return number, (str(number), format_number(number))


def _decimal(at: int) -> tuple[Decimal, tuple[str, ...]]:
    number = Decimal(80_001 + at) + Decimal("0.25")
    return number, (str(int(number)), format_number(int(number)))


def _day(at: int) -> tuple[date, tuple[str, ...]]:
    day = date(2031, 1, 1) + timedelta(days=at)
    long = format_date(day)
    return day, (long, long.replace(" ", "\u00a0"), format_date_short(day))


_OTHER: dict[type, Callable[[int], tuple[Any, tuple[str, ...]]]] = {
    str: _word,
    int: _whole,
    Decimal: _decimal,
    date: _day,
}
