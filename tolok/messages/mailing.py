"""Sending by the agency's own mail server: one plain text with titles and links."""

import smtplib
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend
from django.urls import reverse

from tolok.messages import guard
from tolok.messages.keys import password_of
from tolok.messages.links import link_to
from tolok.messages.models import EmailChannel

Security = EmailChannel.Security


@dataclass(frozen=True)
class Line:
    """What every channel carries, and all of it (T35)."""

    title: str
    path: str


class GuardedSMTP(smtplib.SMTP):
    """Connects only where the guard lets it."""

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        return guard.connect(host, port, timeout)


class GuardedSMTPOverTLS(smtplib.SMTP_SSL):
    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        return self.context.wrap_socket(guard.connect(host, port, timeout), server_hostname=host)


class GuardedBackend(EmailBackend):
    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return GuardedSMTPOverTLS if self.use_ssl else GuardedSMTP


def send_email(channel: EmailChannel, to: str, lines: Sequence[Line], identity: str) -> None:
    """Raises one of `failing.FAILURES`.

    The same `identity` gives the same Message-ID, so that a mail that was taken by the server
    just before a power cut is known again when it is sent once more.
    """
    mail = EmailMessage(
        subject=subject_of(channel, lines),
        body=text_of(channel, lines),
        from_email=channel.sender,
        to=[to],
        headers={
            "Message-ID": f"<{sha256(identity.encode()).hexdigest()[:40]}@tolok>",
            "Auto-Submitted": "auto-generated",
        },
        connection=backend_of(channel),
    )
    mail.send()


def backend_of(channel: EmailChannel) -> GuardedBackend:
    return GuardedBackend(
        host=channel.host,
        port=channel.port,
        username=channel.username,
        password=password_of(channel.agency) if channel.username else "",
        use_tls=channel.security == Security.STARTTLS,
        use_ssl=channel.security == Security.TLS,
        timeout=int(guard.TIMEOUT),
    )


def subject_of(channel: EmailChannel, lines: Sequence[Line]) -> str:
    """One line whatever a title holds: a line's end in it would begin another header."""
    if len(lines) > 1:
        return f"{len(lines)} pemberitahuan Tolok, {channel.agency}"
    return " ".join(lines[0].title.split())


def text_of(channel: EmailChannel, lines: Sequence[Line]) -> str:
    told = "\n\n".join(f"{' '.join(line.title.split())}\n{link_to(line.path)}" for line in lines)
    choosing = link_to(reverse("messages:choice"))
    return (
        f"{channel.agency.unit_name}, {channel.agency}\n\n{told}\n\n-- \n"
        f"Dikirim otomatis oleh Tolok. Atur atau hentikan surel ini: {choosing}\n"
    )
