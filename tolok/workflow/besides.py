"""What waits for a person besides the tasks of a year's run: a later version of a plan, for one.

    besides.register("planning", waiting_for)

in the `ready` of the room's AppConfig; the inbox shows it above the tasks.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tolok.organisation.models import Agency
from tolok.people.models import User


@dataclass(frozen=True)
class Waiting:
    """What it is, where it is done, and the button's verb."""

    told: str
    address: str
    verb: str


Finder = Callable[[User, Agency], Iterable[Waiting]]
_ROOMS: dict[str, Finder] = {}


def register(room: str, find: Finder) -> None:
    """Once for each room; again replaces what it said before."""
    _ROOMS[room] = find


def waiting_for(user: User, agency: Agency | None) -> list[Waiting]:
    """Nothing for who is at work in no agency."""
    if agency is None:
        return []
    return [one for find in _ROOMS.values() for one in find(user, agency)]
