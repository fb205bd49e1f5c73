"""The secrets of the channels, kept beside the database and never shown again.

The password of a mail server is a file only the owner of TOLOK_HOME may read. The secret that
signs webhook calls is not kept at all: it follows from a stored salt and the server's own key
(as the second factor does, decision 0008).
"""

import base64
import os
import secrets
from pathlib import Path
from typing import Final

from django.conf import settings
from django.utils.crypto import salted_hmac

from tolok.organisation.models import Agency

_SALT_BYTES: Final = 20


def password_file(agency: Agency) -> Path:
    return Path(settings.TOLOK_HOME) / "mail_passwords" / agency.code


def keep_password(agency: Agency, password: str) -> None:
    """In place of the one before, readable by the owner alone from the first byte on."""
    target = password_file(agency)
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = target.with_suffix(f".{os.getpid()}.half")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(password)
    draft.replace(target)


def password_of(agency: Agency) -> str:
    """ "" where the server asks for none."""
    try:
        return password_file(agency).read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""


def forget_password(agency: Agency) -> None:
    password_file(agency).unlink(missing_ok=True)


def new_salt() -> str:
    return secrets.token_hex(_SALT_BYTES)


def signing_secret(agency: Agency, salt: str) -> str:
    """What the agency enters at the other end; 256 bits."""
    value = f"{agency.pk}:{salt}"
    digest = salted_hmac("tolok.messages.webhook", value, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
