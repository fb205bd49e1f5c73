"""The only door through which Tolok opens a connection to a place somebody typed in.

Whoever sets up a channel must not reach through Tolok what only Tolok's server reaches (T17). So
the name is resolved once, every address it has must be public, and the connection goes to that
very address; names are not asked again, redirects are not followed. What an agency has inside its
own network is named by whoever runs the server, in TOLOK_INTERNAL_HOSTS.
"""

import socket
from typing import Final

from django.conf import settings

from tolok.core.addresses import is_public
from tolok.core.problem import Problem, RefusedError

TIMEOUT: Final = 10.0  # seconds, for each step of a connection


def is_internal(host: str, port: int) -> bool:
    """Whether the server's own settings name it as a place inside."""
    return f"{host.lower()}:{port}" in settings.TOLOK_INTERNAL_HOSTS


def addresses_of(host: str, port: int) -> tuple[str, ...]:
    """The addresses a connection may go to.

    PS-03: the name has an address. PS-04: none of them lies inside, unless it was named.
    """
    where = f"{host}:{port}"
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        message = "Nama server ini tidak ditemukan. Periksa penulisannya."
        raise RefusedError(Problem("PS-03", where, message)) from error
    addresses = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not is_internal(host, port) and not all(map(is_public, addresses)):
        message = (
            "Alamat ini berada di dalam jaringan, sehingga tidak boleh dihubungi. Bila memang "
            "server kantor sendiri, pengelola server mencantumkannya pada TOLOK_INTERNAL_HOSTS."
        )
        raise RefusedError(Problem("PS-04", where, message))
    return addresses


def connect(host: str, port: int, timeout: float = TIMEOUT) -> socket.socket:
    """A connection to one of the addresses that were checked, and to no other."""
    failure: OSError | None = None
    for address in addresses_of(host, port):
        try:
            return socket.create_connection((address, port), timeout)
        except OSError as error:
            failure = error
    raise failure or OSError(f"no address for {host}")
