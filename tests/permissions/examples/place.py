"""Whose the examples are."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tolok.organisation.models import Agency, WorkUnit
from tolok.store import keep_chunks

YEAR: Final = 2025


@dataclass(frozen=True)
class Place:
    """An agency and one of its work units. Each example is made when it is first asked for."""

    agency: Agency
    unit: WorkUnit

    @cached_property
    def kept(self) -> str:
        """The SHA-256 of a file that is kept, and that nothing in particular is about."""
        return keep_chunks([f"berkas {self.unit.pk}".encode()])[0]
