"""What follows when a work unit gets or loses a code or name; rooms above say so as they start.

renaming.register(derive_again)  # in the room's AppConfig.ready
"""

from collections.abc import Callable
from functools import partial
from typing import Final

from django.db import transaction

from tolok.organisation.models import Agency

Follow = Callable[[Agency], object]
_FOLLOWS: Final[dict[str, Follow]] = {}


def register(room: str, follow: Follow) -> None:
    _FOLLOWS[room] = follow


def tell(agency: Agency) -> None:
    """Once the change is there for everybody."""
    for follow in _FOLLOWS.values():
        transaction.on_commit(partial(follow, agency))
