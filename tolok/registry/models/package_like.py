"""Packages and the rows that only know their code, as each sees the other."""

from typing import Protocol

from tolok.organisation.models import Agency


class NamesPackage(Protocol):
    """A row that is about a package."""

    @property
    def agency(self) -> Agency: ...
    @property
    def year(self) -> int: ...
    @property
    def package_code(self) -> str: ...


class PackageLike(Protocol):
    """A package, as such rows see it."""

    @property
    def agency(self) -> Agency: ...
    @property
    def year(self) -> int: ...
    @property
    def code(self) -> str: ...
