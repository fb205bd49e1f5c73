"""Targets for every period of an indicator's reporting frequency (KT1.iv, JW3)."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from django.db import transaction

from tolok.core.achievement import Direction
from tolok.core.achievement import Target as Bounds
from tolok.core.numbers import format_number, read_number, round_half_up
from tolok.core.planning.periods import WHOLE_YEAR, period_names, quarter_of
from tolok.core.planning.told import trimmed
from tolok.core.problem import Problem, RefusedError
from tolok.people.models import User
from tolok.planning.actions.fields import Saved, keep_beside, token
from tolok.planning.actions.writing import open_for_writing, told
from tolok.planning.models import PlannedIndicator, PlanVersion, Rival, Target

PLACES: Final = 4
_LONGEST: Final = 60  # characters of two numbers; on longer texts the pattern would take long
_RANGE: Final = re.compile(r"(.*\d[^\d-]*)(?:\s*[\u2013-]\s*|\s+s\.?d\.?\s+)(\d.*)")


def read_target(text: str, indicator: PlannedIndicator) -> Bounds | None:
    """85; 5-10 for an indicator to be kept in a range; None for an empty cell.

    RN-31: only such an indicator takes two bounds, the lower first.
    """
    where = f"target {indicator.code}"
    parts = _RANGE.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    texts = parts.groups() if parts else (text,)
    numbers = [_number(part, where) for part in texts]
    if numbers[0] is None:
        return None
    low, high = numbers[0], numbers[-1] or numbers[0]
    if len(texts) > 1 and indicator.direction != Direction.RANGE:
        message = f"“{text}” berupa rentang, padahal {indicator.code} tidak dinilai dalam rentang."
        raise RefusedError(Problem("RN-31", where, f"{message} Isi satu angka."))
    if low > high:
        message = f"“{text}”: batas bawah melebihi batas atas. Tulis yang kecil lebih dahulu."
        raise RefusedError(Problem("RN-31", where, message))
    return Bounds(low, high)


def _number(text: str, where: str) -> Decimal | None:
    number = read_number(text)
    if isinstance(number, Problem):
        raise RefusedError(number.at(where))
    return None if number is None else round_half_up(number, PLACES)


def target_text(target: Target | None) -> str:
    """As it is typed: "85", "5-10"; "" for none."""
    if target is None:
        return ""
    ends = dict.fromkeys((target.low, target.high))
    return "-".join(format_number(trimmed(end)) for end in ends)


@transaction.atomic
def set_targets(
    indicator: PlannedIndicator,
    texts: Mapping[int, str],
    seen: Mapping[int, str] | None = None,
    *,
    actor: User,
) -> Saved:
    """Keep each target the person changed, by the number of its period; 0 is the year's own.

    RN-32: after a budget change earlier periods keep their target.
    """
    version = open_for_writing(indicator.version, actor)
    row = PlannedIndicator.objects.select_for_update().get(pk=indicator.pk)
    wanted = {number: (text, read_target(text, row)) for number, text in texts.items()}
    now = {one.number: one for one in row.targets.all()}
    changed: dict[int, tuple[str, Bounds | None]] = {}
    rivals = []
    for number, (text, bounds) in wanted.items():
        current = target_text(now.get(number))
        shown = (seen or {}).get(number, token(current))
        if token(text) == shown or _same(bounds, now.get(number)):
            continue
        if shown != token(current):
            rivals.append(_rival(version, row, number, text, actor))
            continue
        _need_open_period(version, row, number)
        changed[number] = (current, bounds)
    _keep(row, {number: bounds for number, (_, bounds) in changed.items()})
    if changed:
        before = {_name(row, number): text for number, (text, _) in changed.items()}
        after = {_name(row, number): texts[number] for number in changed}
        where: dict[str, object] = {"indikator": row.code}
        told("set_targets", version, actor, before=where | before, after=where | after)
    return Saved(tuple(f"target{number}" for number in changed), tuple(rivals))


def is_kept(text: str, indicator: PlannedIndicator, target: Target | None) -> bool:
    """Whether what was typed is what is kept now, and not what a colleague wrote meanwhile."""
    return _same(read_target(text, indicator), target)


def _same(bounds: Bounds | None, target: Target | None) -> bool:
    if bounds is None or target is None:
        return bounds is None and target is None
    return (bounds.low, bounds.high) == (target.low, target.high)


def _keep(row: PlannedIndicator, targets: Mapping[int, Bounds | None]) -> None:
    for number, bounds in targets.items():
        if bounds is None:
            row.targets.filter(number=number).delete()
        else:
            values = {"low": bounds.low, "high": bounds.high}
            Target.objects.update_or_create(indicator=row, number=number, defaults=values)


def _need_open_period(version: PlanVersion, row: PlannedIndicator, number: int) -> None:
    name = _name(row, number)
    if quarter_of(row.reporting, number) < version.valid_from:
        message = f"Versi ini berlaku sejak {version.quarter}; target {name} tetap seperti"
        raise RefusedError(Problem("RN-32", f"target {row.code}", f"{message} versi sebelumnya."))


def _rival(
    version: PlanVersion, row: PlannedIndicator, number: int, text: str, actor: User
) -> Rival:
    field = (f"target{number}", f"Target {_name(row, number)}")
    return keep_beside(version, "target", row.code, field, text.strip(), by=actor)


def _name(row: PlannedIndicator, number: int) -> str:
    """RN-33: a period that the reporting frequency does not have cannot have a target."""
    names = period_names(row.reporting)
    if number == WHOLE_YEAR:
        return "Setahun"
    if not 1 <= number <= len(names):
        message = f"{row.code} dilaporkan {row.reporting}; periode {number} tidak ada."
        raise RefusedError(Problem("RN-33", f"target {row.code}", message))
    return names[number - 1]
