"""A version's rows laid into another: copies, never links."""

from typing import Final, TypeVar

from django.db import models

from tolok.planning.models import (
    Baseline,
    Goal,
    PlannedIndicator,
    PlanVersion,
    StrategicArea,
)

Row = TypeVar("Row", bound=models.Model)
TEXTS: Final = ("vision", "missions", "background")


def copy_rows(source: PlanVersion, into: PlanVersion, *, same_year: bool) -> None:
    """Everything with its keys; into another year without baselines and the days of actions."""
    for name in TEXTS:
        setattr(into, name, getattr(source, name))
    into.save(update_fields=TEXTS)
    goals: dict[int | None, Goal] = {
        old.pk: _copied(old, version=into) for old in source.goals.all()
    }
    areas: dict[int | None, StrategicArea] = {
        old.pk: _copied_area(old, into, same_year=same_year) for old in source.areas.all()
    }
    for old in source.indicators.select_related("baseline"):
        places = {"goal": goals.get(old.goal_id), "area": areas.get(old.area_id)}
        new = _copied(old, version=into, **places)
        _copy_below(old, new, same_year=same_year)


def _copied_area(old: StrategicArea, into: PlanVersion, *, same_year: bool) -> StrategicArea:
    """The packages are those of their year's RUP."""
    packages = list(old.packages.all()) if same_year else []
    area = _copied(old, version=into)
    for package in packages:
        _copied(package, area=area)
    return area


def _copy_below(old: PlannedIndicator, new: PlannedIndicator, *, same_year: bool) -> None:
    for target in old.targets.all():
        _copied(target, indicator=new)
    baseline = Baseline.objects.filter(indicator=old).first()
    if baseline is not None and same_year:
        _copied(baseline, indicator=new)
    days: dict[str, object] = {} if same_year else {"starts": None, "ends": None}
    for action in old.actions.all():
        _copied(action, indicator=new, **days)


def _copied(row: Row, **changed: object) -> Row:
    """A new row with the same values."""
    values = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if not field.primary_key
    }
    for name in changed:
        values.pop(f"{name}_id", None)
    return type(row)._default_manager.create(**values | changed)
