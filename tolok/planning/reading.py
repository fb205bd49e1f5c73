"""From the rows of a version to its content, and the content as JSON and back.

The JSON is canonical: the same content gives the same bytes, and so the same SHA-256, by which
an approval names what was approved.
"""

import hashlib
import json
from typing import Any, Final

from tolok.core.planning import content as plan
from tolok.core.planning.periods import period_names
from tolok.documents.document import Document
from tolok.documents.facts import facts_from_json, facts_to_json
from tolok.planning.models import (
    Action,
    AreaPackage,
    Baseline,
    Goal,
    PlannedIndicator,
    PlanVersion,
    StrategicArea,
    Target,
)

KEPT: Final = Document("RENCANA", "Isi rencana kinerja", plan.Content)
NO_BASELINE: Final = plan.Baseline("", None, None, None, None, "", "", "", "")


def content_of(version: PlanVersion) -> plan.Content:
    """What its rows say now."""
    indicators = version.indicators.select_related("goal", "area", "baseline")
    return plan.Content(
        agency=version.agency.code,
        year=version.year,
        valid_from=version.valid_from,
        vision=version.vision,
        missions=tuple(line.strip() for line in version.missions.splitlines() if line.strip()),
        background=version.background,
        goals=tuple(map(_goal, version.goals.all())),
        areas=tuple(map(_area, version.areas.prefetch_related("packages"))),
        indicators=tuple(map(_indicator, indicators.prefetch_related("targets", "actions"))),
    )


def content_kept(version: PlanVersion) -> plan.Content:
    """What was approved, for a version that was; what its rows say now, for any other."""
    return from_json(version.content) if version.content else content_of(version)


def as_json(content: plan.Content) -> dict[str, Any]:
    kept: dict[str, Any] = facts_to_json(content)
    return kept


def from_json(kept: object) -> plan.Content:
    found: plan.Content = facts_from_json(KEPT, kept)
    return found


def sha256_of(content: plan.Content) -> str:
    text = json.dumps(as_json(content), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def approval_holds(version: PlanVersion) -> bool:
    """Whether the rows still say what was approved; any change voids the approval visibly."""
    return version.is_decided and sha256_of(content_of(version)) == version.content_sha256


def _goal(row: Goal) -> plan.Goal:
    return plan.Goal(row.key, row.text, row.source_words, row.reference, row.organisation_goal)


def _area(row: StrategicArea) -> plan.Area:
    packages = tuple(map(_package, row.packages.all()))
    return plan.Area(row.key, row.name, row.reason, row.measures, packages)


def _package(row: AreaPackage) -> plan.Package:
    return plan.Package(
        code=row.code,
        name=row.name,
        work_unit=row.work_unit,
        method=row.method,
        kind=row.kind,
        ceiling=row.ceiling,
        selection_from=row.selection_from,
    )


def _indicator(row: PlannedIndicator) -> plan.Indicator:
    return plan.Indicator(
        code=row.code,
        name=row.name,
        goal=row.goal.key if row.goal else "",
        area=row.area.key if row.area else "",
        measures=row.measures,
        definition=row.definition,
        kind=row.kind,
        formula=row.formula,
        expression=row.expression,
        formula_version=row.formula_version,
        variables=tuple(plan.Variable(**one) for one in row.variables),
        unit=row.unit,
        decimals=row.decimals,
        direction=row.direction,
        met=row.met,
        near=row.near,
        consolidation=row.consolidation,
        source=row.source,
        collection=row.collection,
        monitoring=row.monitoring,
        reporting=row.reporting,
        data_needed=tuple(row.data_needed),
        legal_basis=row.legal_basis,
        notes=row.notes,
        owner_unit=row.owner_unit,
        owner_person=row.owner_person,
        weight=row.weight,
        baseline=_baseline(getattr(row, "baseline", None)),
        targets=tuple(map(_target, _of_frequency(row))),
        actions=tuple(map(_action, row.actions.all())),
    )


def _baseline(row: Baseline | None) -> plan.Baseline:
    if row is None:
        return NO_BASELINE
    return plan.Baseline(
        kind=row.kind,  # type: ignore[arg-type]  # the same words, by the choices of the column
        value=row.value,
        lowest=row.lowest,
        highest=row.highest,
        year=row.year,
        snapshot=row.snapshot,
        formula_version=row.formula_version,
        source=row.source,
        reason=row.reason,
    )


def _of_frequency(row: PlannedIndicator) -> list[Target]:
    """Those of periods the reporting frequency has; others wait for it to be changed back."""
    most = len(period_names(row.reporting))
    return [target for target in row.targets.all() if target.number <= most]


def _target(row: Target) -> plan.Target:
    return plan.Target(row.number, row.low, row.high)


def _action(row: Action) -> plan.Action:
    return plan.Action(
        key=row.key,
        activity=row.activity,
        output=row.output,
        owner_unit=row.owner_unit,
        owner_person=row.owner_person,
        units=row.units,
        starts=row.starts,
        ends=row.ends,
        budget=row.budget,
        milestones=row.milestones,
    )
