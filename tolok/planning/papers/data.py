"""What has to be collected for the chosen indicators: the data template follows from it."""

from collections.abc import Iterator
from typing import Final

from tolok.core.planning.content import Content, Indicator, Variable
from tolok.documents.f03_performance_plan.collection import DataColumn
from tolok.registry.dictionary import dictionary

COLLECTORS: Final = "Tim Pengumpul Data"


def data_columns(plan: Content) -> Iterator[DataColumn]:
    """The fields that formulas read of each package, then what other indicators are made of."""
    yield from _fields(plan)
    for one in plan.indicators:
        if not one.data_needed:
            yield from _own(one)


def _fields(plan: Content) -> Iterator[DataColumn]:
    needing: dict[str, list[str]] = {}
    sources: dict[str, str] = {}
    for one in plan.indicators:
        for name in one.data_needed:
            needing.setdefault(name, []).append(one.code)
            sources.setdefault(name, one.source)
    for name, codes in needing.items():
        field = dictionary().get(name)
        if field is not None:
            yield DataColumn(
                name=field.label,
                content=field.means or f"untuk {', '.join(codes)}",
                source=sources[name],
                filled_by=COLLECTORS,
            )


def _own(one: Indicator) -> Iterator[DataColumn]:
    """An indicator that no formula reads from the packages: its variables, else its value."""
    whole = Variable(one.name, one.formula or one.definition, one.source)
    for part in one.variables or (whole,):
        yield DataColumn(
            name=f"{one.code}: {part.name}",
            content=part.meaning or one.definition,
            source=part.source or one.source,
            filled_by=one.owner_person or COLLECTORS,
        )
