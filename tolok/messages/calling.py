"""Calling the agency's webhook: a JSON of title and link, signed."""

import hmac
import http.client
import json
import socket
import ssl
from datetime import datetime
from hashlib import sha256
from typing import Final
from urllib.parse import urlsplit

from tolok.core.problem import Problem, RefusedError
from tolok.messages import guard
from tolok.messages.keys import signing_secret
from tolok.messages.links import link_to
from tolok.messages.mailing import Line
from tolok.messages.models import WebhookChannel

HTTPS_PORT: Final = 443
_GOOD: Final = range(200, 300)


class GuardedHTTPS(http.client.HTTPSConnection):
    """Connects only where the guard lets it; the certificate is that of the name."""

    sock: socket.socket

    def __init__(self, host: str, port: int) -> None:
        self._tls = ssl.create_default_context()
        super().__init__(host, port, timeout=guard.TIMEOUT, context=self._tls)

    def connect(self) -> None:
        plain = guard.connect(self.host, self.port)
        self.sock = self._tls.wrap_socket(plain, server_hostname=self.host)


def place_of(url: str) -> tuple[str, int]:
    """Host and port of an address that may be called.

    PS-02: HTTPS, with a host, without a name and password, and no character that could end the
    line it is sent in.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or HTTPS_PORT
    except ValueError:
        host, port = "", 0
    is_plain = url.isascii() and url.isprintable() and " " not in url
    if not (is_plain and host and parts.scheme == "https" and "@" not in parts.netloc):
        message = "Tuliskan alamat lengkap yang diawali https:// dan tidak memuat kata sandi."
        raise RefusedError(Problem("PS-02", "alamat webhook", message))
    return host, port


def call_webhook(channel: WebhookChannel, line: Line, now: datetime) -> None:
    """Raises one of `failing.FAILURES`; a redirect is an answer like any other, not followed.

    PS-07: what is not answered with 2xx was not taken.
    """
    host, port = place_of(channel.url)
    parts = urlsplit(channel.url)
    body = json.dumps({"title": line.title, "link": link_to(line.path)}).encode()
    connection = GuardedHTTPS(host, port)
    try:
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("POST", target, body, headers_for(channel, body, now))
        status = connection.getresponse().status
    finally:
        connection.close()
    if status not in _GOOD:
        message = f"Server menjawab {status}; yang diharapkan 200. Pengalihan tidak diikuti."
        raise RefusedError(Problem("PS-07", str(channel), message))


def headers_for(channel: WebhookChannel, body: bytes, now: datetime) -> dict[str, str]:
    """The signature covers the time too, so that an old call cannot be played again later."""
    stamp = str(int(now.timestamp()))
    secret = signing_secret(channel.agency, channel.salt).encode()
    signature = hmac.new(secret, f"{stamp}.".encode() + body, sha256).hexdigest()
    return {
        "Content-Type": "application/json",
        "User-Agent": "Tolok",
        "X-Tolok-Timestamp": stamp,
        "X-Tolok-Signature": f"sha256={signature}",
    }
