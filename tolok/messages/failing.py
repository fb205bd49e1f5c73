"""Why a mail server or a webhook did not take a message, in words; never in the server's own.

What a server answers may hold addresses of persons or whatever its owner wants to be shown.
"""

import smtplib
import ssl
from http.client import HTTPException
from typing import Final

from tolok.core.problem import RefusedError

FAILURES = (OSError, HTTPException, RefusedError)  # SMTP's and TLS's own are OSErrors


_REASONS: Final[tuple[tuple[type[BaseException], str], ...]] = (
    (smtplib.SMTPAuthenticationError, "Nama pengguna atau kata sandi ditolak server."),
    (smtplib.SMTPRecipientsRefused, "Alamat penerima ditolak server."),
    (smtplib.SMTPSenderRefused, "Alamat pengirim ditolak server."),
    (ssl.SSLCertVerificationError, "Sertifikat server tidak dapat dipercaya."),
    (TimeoutError, "Server tidak menjawab."),
    (ConnectionRefusedError, "Server menolak sambungan pada porta itu."),
)


def reason_of(error: BaseException) -> str:
    if isinstance(error, RefusedError):
        return error.problems[0].message
    for kind, words in _REASONS:
        if isinstance(error, kind):
            return words
    if isinstance(error, smtplib.SMTPResponseException):
        return f"Server surel menjawab {error.smtp_code}."
    return f"Sambungan gagal ({type(error).__name__})."
