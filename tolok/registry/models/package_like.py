"""What rows that only know a package's code need of it."""

from typing import Protocol

from tolok.organisation.models import Agency


class PackageLike(Protocol):
    """A package, as such rows see it."""

    @property
    def agency(self) -> Agency: ...
    @property
    def year(self) -> int: ...
    @property
    def code(self) -> str: ...
