"""The audit trail, as the rooms of the year call it: `trail.record(...)`, `trail.verify()`."""

from tolok.trail.record import record
from tolok.trail.verify import verify

__all__ = ["record", "verify"]
