"""The page on which a paper was drafted, so that whoever issued it finds back to the work.

    origins.register("rapat-", page_of_meeting)

in the `ready` of the room's AppConfig: papers whose subject begins with these words come from it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tolok.archive.models import Paper


@dataclass(frozen=True)
class Origin:
    """A page, and what it is called: "Rencana kinerja TA 2026"."""

    label: str
    address: str


Finder = Callable[[Paper], Origin | None]
_ROOMS: dict[str, Finder] = {}


def register(subject: str, find: Finder) -> None:
    """Once for each beginning of a subject; again replaces what was said before."""
    _ROOMS[subject] = find


def origin_of(paper: Paper) -> Origin | None:
    """None for papers that were drafted in the archive itself, or whose page is gone."""
    for beginning, find in _ROOMS.items():
        if paper.subject.startswith(beginning):
            return find(paper)
    return None
