"""What people do with suppliers."""

from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.registry.models import Supplier
from tolok.trail.record import record


def reveal_npwp(supplier: Supplier, *, agency: Agency, actor: User) -> str:
    """The whole tax number; that somebody looked is in the trail."""
    record(
        "registry.reveal_npwp",
        actor=actor,
        subject=f"Penyedia {supplier.name} ({supplier.masked_npwp})",
        agency=agency,
    )
    return supplier.npwp
