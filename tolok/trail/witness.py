"""What lies outside the database: the key of the seals, and the newest row's number and hash.

Whoever can write the database but not these two files can neither seal a row nor cut off the
newest rows unseen. They belong in every backup, the head copied before the database.
"""

import fcntl
import os
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

KEY_BYTES = 32
LINE = "{seq:020d} {hash:64}\n"  # of fixed width: written over in place, never half empty


@dataclass(frozen=True)
class Head:
    """A row known to have been in the trail."""

    seq: int
    hash: str


def key_file() -> Path:
    return Path(settings.TOLOK_HOME) / "audit_key"


def head_file() -> Path:
    return Path(settings.TOLOK_HOME) / "audit_head"


def read_key() -> bytes | None:
    try:
        return key_file().read_bytes()
    except FileNotFoundError:
        return None


def make_key() -> bytes:
    """A new key, readable by the owner only; of two processes that make one, the first wins."""
    target = key_file()
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent) as draft:  # made with mode 0600
        draft.write(secrets.token_bytes(KEY_BYTES))
        draft.flush()
        os.fsync(draft.fileno())
        try:
            os.link(draft.name, target)
        except FileExistsError:
            return target.read_bytes()
    return target.read_bytes()


def read_head() -> Head | None:
    """The newest row noted; none when the file is missing or not as `note_head` writes it."""
    try:
        seq, _, digest = head_file().read_text(encoding="ascii").rstrip("\n").partition(" ")
        return Head(int(seq), digest)
    except (FileNotFoundError, ValueError):
        return None


def note_head(head: Head) -> None:
    """Remember the newest row; a process that comes late never takes the number back."""
    descriptor = os.open(head_file(), os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        noted = read_head()
        if noted is None or noted.seq < head.seq:
            file.write(LINE.format(seq=head.seq, hash=head.hash).encode("ascii"))
            file.truncate()
