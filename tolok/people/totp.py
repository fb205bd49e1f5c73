"""Codes of the second factor (RFC 6238) and the codes kept for the day the phone is lost.

Decision 0008: the secret follows from a stored salt and the server's key.
"""

import base64
import secrets
from datetime import datetime
from typing import Final

import pyotp
from django.utils.crypto import salted_hmac
from pyotp.exceptions import OTPVerificationError

ISSUER: Final = "Tolok"
RECOVERY_CODES: Final = 10
_SECRET_BYTES: Final = 20  # RFC 4226 asks for 160 bits
_NEIGHBOURS: Final = 1  # steps of 30 s before and after: clocks of phones differ
_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"  # none that are read as another
_LENGTH: Final = 10


def new_salt() -> str:
    return secrets.token_hex(_SECRET_BYTES)


def secret_of(user_pk: int, salt: str) -> str:
    """The authenticator's secret in base 32, as its app wants it."""
    digest = salted_hmac("tolok.people.totp", f"{user_pk}:{salt}", algorithm="sha256").digest()
    return base64.b32encode(digest[:_SECRET_BYTES]).decode()


def address_of(secret: str, email: str) -> str:
    """What the QR holds."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=ISSUER)


def step_of(secret: str, code: str, now: datetime) -> int | None:
    """The time step a code belongs to; None when it is wrong or too old."""
    try:
        return pyotp.TOTP(secret).verify_and_get_timecode(
            code, for_time=now, valid_window=_NEIGHBOURS
        )
    except OTPVerificationError:
        return None


def new_recovery_codes() -> tuple[str, ...]:
    return tuple(
        "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH)) for _ in range(RECOVERY_CODES)
    )


def recovery_hash(user_pk: int, code: str) -> str:
    """Keyed with the server's key; 49 bits need no slow hash then."""
    return salted_hmac("tolok.people.recovery", f"{user_pk}:{code}", algorithm="sha256").hexdigest()


def plain_code(typed: str) -> str:
    """As people type it: "123 456", "ABCDE-FGHJK"."""
    return "".join(character for character in typed if character.isalnum()).lower()
