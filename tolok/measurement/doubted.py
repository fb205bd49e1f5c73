"""Which open findings touch an indicator: those about a fact it uses, of a package it speaks of."""

from collections.abc import Mapping, Sequence
from functools import cache
from string import Formatter
from typing import Final

from django.db.models import Count, OuterRef, Subquery

from tolok.core.formula.nodes import facts
from tolok.core.indicator import Indicator
from tolok.organisation.models import Agency
from tolok.registry.dictionary import dictionary
from tolok.registry.findings.rules import RULES
from tolok.registry.models import Finding, Package

METHOD: Final = Package.objects.filter(
    agency=OuterRef("agency"), year=OuterRef("year"), code=OuterRef("package_code")
).values("method")[:1]


def open_findings(agency: Agency, year: int, indicators: Sequence[Indicator]) -> Mapping[str, int]:
    """Indicator -> how many; one query. A finding about a whole table touches every method."""
    found = (
        Finding.objects.of_year(agency, year)
        .open()
        .order_by()
        .annotate(method=Subquery(METHOD))
        .values_list("rule", "field", "method")
        .annotate(Count("pk"))
    )
    groups = [
        (fields_of(rule, field), method, count) for rule, field, method, count in found.iterator()
    ]
    return {one.code: _touching(one, groups) for one in indicators}


def fields_of(rule: str, field: str) -> frozenset[str]:
    """The disputed fact; where a rule names none, the facts its message tells."""
    return frozenset({field}) if field else _told().get(rule, frozenset())


def used_fields(indicator: Indicator) -> frozenset[str]:
    """The facts its value depends on, the reference date apart."""
    if indicator.formula is None:
        return frozenset()
    fields = [*indicator.formula.fields]
    if indicator.filter is not None:
        fields += facts(indicator.filter.condition)
    return frozenset(field.name for field in fields)


def _touching(
    indicator: Indicator, groups: Sequence[tuple[frozenset[str], str | None, int]]
) -> int:
    used = used_fields(indicator)
    return sum(
        count
        for about, method, count in groups
        if about & used and (method is None or not indicator.scope or method in indicator.scope)
    )


@cache
def _told() -> Mapping[str, frozenset[str]]:
    known = dictionary().fields.keys()
    return {
        rule.code: frozenset(name for _, name, _, _ in Formatter().parse(rule.message) if name)
        & known
        for rule in RULES
    }
