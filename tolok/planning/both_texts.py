"""Where two people wrote in one place: what is kept there, and what is kept beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tolok.planning.actions.fields import plain
from tolok.planning.actions.targets import target_text
from tolok.planning.models import Action, Rival, Target
from tolok.planning.rows import Row


@dataclass(frozen=True)
class BothTexts:
    rival: Rival
    kept: str  # as a person would type it

    @property
    def place(self) -> str:
        """ "T.2, Tujuan"; of the plan as a whole just "Visi"."""
        of_the_plan = self.rival.kind == "version"
        return self.rival.label if of_the_plan else f"{self.rival.key}, {self.rival.label}"


def both_texts(rivals: Iterable[Rival]) -> list[BothTexts]:
    return [BothTexts(rival, _kept(rival)) for rival in rivals]


def row_of(rival: Rival) -> Row | None:
    """Where it was written; none when that is gone."""
    version = rival.version
    rows: Mapping[str, Row | None] = {
        "version": version,
        "goal": version.goals.filter(key=rival.key).first(),
        "area": version.areas.filter(key=rival.key).first(),
        "indicator": version.indicators.filter(code=rival.key).first(),
        "action": Action.objects.filter(indicator__version=version, key=rival.key).first(),
    }
    return rows.get(rival.kind)


def target_number(rival: Rival) -> int:
    return int(rival.field.removeprefix("target"))


def _kept(rival: Rival) -> str:
    if rival.kind == "target":
        mine = Target.objects.filter(indicator__version=rival.version, indicator__code=rival.key)
        return target_text(mine.filter(number=target_number(rival)).first())
    row = row_of(rival)
    return plain(getattr(row, rival.field)) if row else ""
