"""Short ways for tests to make the things they need. Every argument has a sensible default."""

from tolok.trail import witness
from tolok.trail.models import AuditEntry, TrailHead
from tolok.trail.record import record


def make_trail(rows: int = 20) -> list[AuditEntry]:
    """A sound trail with its head noted, as after that many requests."""
    for number in range(1, rows + 1):
        record("testing.write", actor=None, subject=f"paket {number}", after={"nilai": number})
    head = TrailHead.objects.get()
    witness.note_head(witness.Head(head.seq, head.hash))
    return list(AuditEntry.objects.order_by("seq"))
