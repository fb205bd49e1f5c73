"""How often one address may ask a public page. Codes cannot be guessed, but nobody should try
all day.

Counted in the memory of each server process, which is enough to make trying hopeless and keeps
nothing about anybody.
"""

import ipaddress
from typing import Final

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

WINDOW: Final = 60  # seconds
MOST: Final = 30  # questions in a window
HOME_NETWORK: Final = 64  # bits: one subscriber has a whole IPv6 network of this size


def asks_too_often(
    request: HttpRequest, about: str = "verification", *, most: int | None = None
) -> bool:
    """`about` names what is counted; `most` is what a window allows one network, when not MOST."""
    key = f"{about}:{network_of(request)}"
    cache.add(key, 0, WINDOW)
    try:
        return cache.incr(key) > (most or MOST)
    except ValueError:  # the window ended in between
        return False


def network_of(request: HttpRequest) -> str:
    """The address of the one who asks; behind our own proxy the last that the proxy has seen."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.HTTPS:
        address = request.headers.get("X-Forwarded-For", address).rpartition(",")[2].strip()
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(known, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((known, HOME_NETWORK), strict=False))
    return str(known)
