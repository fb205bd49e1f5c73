"""Every route there is, as the URL resolver knows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Route:
    """One address with a name; `arguments` are what its path asks for."""

    name: str  # "archive:paper"
    arguments: frozenset[str]


def routes() -> dict[str, Route]:
    return {route.name: route for route in _below(get_resolver(), "")}


def _below(resolver: URLResolver, prefix: str) -> Iterator[Route]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            arguments = frozenset(pattern.pattern.regex.groupindex)
            yield Route(f"{prefix}{pattern.name}", arguments)
        else:
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from _below(pattern, inner)
