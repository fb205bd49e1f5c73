"""How much fits on a slide: lines are counted as Arial sets them, so that nothing runs off."""

from collections.abc import Callable, Iterator, Sequence
from math import ceil
from typing import Final, TypeVar

Part = TypeVar("Part")

_LETTER: Final = 0.52  # the mean width of a letter, in its size
_CM_A_POINT: Final = 2.54 / 72


def lines(words: str, width: float, size: float) -> int:
    """How many lines the words take in a column of so many cm."""
    letters = max(1, int(width / (_LETTER * size * _CM_A_POINT)))
    return sum(max(1, ceil(len(line) / letters)) for line in words.split("\n"))


def height(count: int, size: float, gap: float = 0) -> float:
    """Of so many lines, in cm; `gap` in points below them."""
    return (count * size * 1.2 + gap) * _CM_A_POINT


def paged(
    parts: Sequence[Part], room: float, height_of: Callable[[Part], float]
) -> Iterator[tuple[Part, ...]]:
    """As many on each slide as there is room for; at least one."""
    page: list[Part] = []
    used = 0.0
    for part in parts:
        tall = height_of(part)
        if page and used + tall > room:
            yield tuple(page)
            page, used = [], 0.0
        page.append(part)
        used += tall
    if page:
        yield tuple(page)


def titled(title: str, pages: Sequence[Part]) -> Iterator[tuple[str, Part]]:
    """Each page with its title, numbered where there are several."""
    for at, page in enumerate(pages, 1):
        yield (f"{title} ({at}/{len(pages)})" if len(pages) > 1 else title), page
