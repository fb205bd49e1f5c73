"""The journey as it is told: one JSON for programs, a table for people."""

from collections.abc import Mapping, Sequence

from tolok.core.dates import format_date_short
from tolok.demo.journey.folder import folder_name
from tolok.demo.journey.stage import Stage
from tolok.demo.journey.taken import Taken
from tolok.terminal import table

WORDS = {"done": "selesai"}


def as_values(
    stage: Stage, steps: Sequence[Taken], paths: Mapping[tuple[int, str], str]
) -> dict[str, object]:
    definition = stage.run.definition
    return {
        "code": definition.code,
        "version": definition.version,
        "agency": stage.agency.code,
        "year": stage.year.year,
        "zone": stage.clock.zone.name,
        "days": stage.year.days,
        "steps": [
            {"id": step.id, "lane": definition.step(step.id).lane, **_step(place, step, paths)}
            for place, step in enumerate(steps)
        ],
    }


def _step(place: int, step: Taken, paths: Mapping[tuple[int, str], str]) -> dict[str, object]:
    return {
        "name": step.name,
        "round": step.round or None,
        "returned": step.returned,
        "actor": {
            "name": step.actor.name,
            "title": step.actor.title,
            "in_place_of": step.actor.in_place_of or None,
            "on_paper": bool(step.actor.recorded_by),
            "recorded_by": step.actor.recorded_by or None,
        },
        "start": step.starts,
        "due": step.due,
        "end": step.ends,
        "outcome": step.outcome,
        "notes": [{"about": about, "text": text} for about, text in step.notes],
        "outputs": [
            {"code": one.code, "path": paths.get((place, one.sha256)), "sha256": one.sha256}
            for one in step.outputs
        ],
    }


def as_lines(stage: Stage, steps: Sequence[Taken]) -> list[str]:
    definition = stage.run.definition
    title = f"{definition.title} ({definition.code}, versi {definition.version})"
    heads = ["LANGKAH", "PELAKSANA", "MULAI", "BATAS WAKTU", "SELESAI", "HASIL", "NASKAH"]
    rows = [_row(stage, step) for step in steps]
    return [title, f"{stage.agency}, {stage.year.label}, waktu {stage.clock.zone.name}", "", *table(
        [heads, *rows]
    )]  # fmt: skip


def _row(stage: Stage, step: Taken) -> list[str]:
    outcomes = WORDS | dict(stage.run.definition.step(step.id).outcomes)
    codes = dict.fromkeys(one.code for one in step.outputs)
    on_paper = " (di atas kertas)" if step.actor.recorded_by else ""
    return [
        folder_name(step),
        f"{step.actor.name}, {step.actor.title}{on_paper}",
        format_date_short(step.starts),
        format_date_short(step.due) if step.due else "",
        format_date_short(step.ends),
        outcomes.get(step.outcome, step.outcome),
        ", ".join(codes),
    ]
