"""What the rooms above put beside a plan that is submitted: the proposed circular, for one.

    submitted.register("outreach", renew_draft)

in the `ready` of their AppConfig. A plain dict; what is registered runs in the transaction of the
submission, once the step it completes has made way for the next.
"""

from collections.abc import Callable

from tolok.people.models import User
from tolok.planning.models import PlanVersion

WithThePlan = Callable[[PlanVersion, User], None]
_ROOMS: dict[str, WithThePlan] = {}


def register(room: str, deed: WithThePlan) -> None:
    """Once for each room; again replaces what it said before."""
    _ROOMS[room] = deed


def tell_rooms(version: PlanVersion, actor: User) -> None:
    for deed in _ROOMS.values():
        deed(version, actor)
