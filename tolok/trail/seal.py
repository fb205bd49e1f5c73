"""What a row of the trail is sealed with: an HMAC over all of it and over the row before."""

import hashlib
import hmac
import json
from collections.abc import Sequence
from datetime import UTC, datetime

SEALED = (
    "seq",
    "at",
    "actor_id",
    "actor_name",
    "event",
    "subject",
    "agency",
    "before",
    "after",
    "previous",
)


def seal(key: bytes, row: Sequence[object]) -> str:
    """HMAC-SHA256 of the row's values in the order of SEALED.

    As a JSON list, so that no text can pass for another by moving a separator. What JSON does
    not know (bytes somebody wrote into a text column) is taken by its `repr`.
    """
    content = json.dumps(list(row), ensure_ascii=False, separators=(",", ":"), default=repr)
    return hmac.new(key, content.encode(errors="surrogatepass"), hashlib.sha256).hexdigest()


def moment(at: datetime) -> str:
    """A moment as it is sealed: the same text whatever database kept it."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
