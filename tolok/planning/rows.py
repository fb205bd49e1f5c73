"""The rows a person edits field by field: found by kind and key in the version at hand."""

from collections.abc import Mapping
from typing import Final, TypeAlias

from django.db.models import Model

from tolok.planning.models import Action, Goal, PlannedIndicator, PlanVersion, StrategicArea

Row: TypeAlias = PlanVersion | Goal | StrategicArea | PlannedIndicator | Action
THE_PLAN: Final = "rencana"  # the key of the version itself
KINDS: Final[Mapping[type[Model], str]] = {
    PlanVersion: "version",
    Goal: "goal",
    StrategicArea: "area",
    PlannedIndicator: "indicator",
    Action: "action",
}


def kind_of(row: Row) -> str:
    return KINDS[type(row)]


def key_of(row: Row) -> str:
    return THE_PLAN if isinstance(row, PlanVersion) else row.key


def version_of(row: Row) -> PlanVersion:
    return row if isinstance(row, PlanVersion) else row.version


def label_of(row: Row, field: str) -> str:
    """As the form calls it."""
    label = str(getattr(row._meta.get_field(field), "verbose_name", field))
    return label[:1].upper() + label[1:]


def next_key(letter: str, taken: list[str]) -> str:
    """T.1, T.2 …: the point keeps them apart from the codes of indicators."""
    numbers = [int(key.partition(".")[2]) for key in taken]
    return f"{letter}.{max(numbers, default=0) + 1}"
