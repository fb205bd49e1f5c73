"""An indicator before it is saved: what it would say about this year's data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tolok.core.formula.words import formula_in_words, in_words
from tolok.core.indicator import Indicator
from tolok.core.problem import Problem, RefusedError
from tolok.measurement.actions import try_indicator
from tolok.measurement.in_force import exclusions_in_force
from tolok.measurement.listed import Asked, Summary, summary
from tolok.measurement.made_of import row_word
from tolok.measurement.showing import Shown
from tolok.organisation.models import Agency
from tolok.registry.models import Snapshot

CHECKED: Final = (
    "formula",
    "filter",
    "rows",
    "scope",
    "must_exist",
    "reference_date",
    "unit",
    "decimals",
    "direction",
)  # what can be judged while the rest is still to be filled in
STAND_IN: Final[Mapping[str, Any]] = {
    "code": "X",
    "name": "Percobaan",
    "goal": "Percobaan",
    "area": "Percobaan",
    "definition": "Percobaan",
    "reference_date": "tgl_penetapan_pemenang",
    "unit": "%",
    "direction": "maximize",
    "source": "Percobaan",
    "valid_from": "2000-01-01",
}


@dataclass(frozen=True)
class Tried:
    """The result, or why there is none."""

    indicator: Indicator | None = None
    found: Summary | None = None  # None while the year has no data
    problems: Sequence[Problem] = ()

    @property
    def shown(self) -> Shown | None:
        if self.indicator is None or self.found is None:
            return None
        return Shown(self.indicator, self.found.value)

    @property
    def words(self) -> str:
        """What was understood, as a sentence."""
        if self.indicator is None or self.indicator.formula is None:
            return ""
        formula = formula_in_words(self.indicator.formula, rows=row_word(self.indicator))
        chosen = self.indicator.filter
        return f"{formula}, hanya yang {in_words(chosen.condition)}" if chosen else formula


def tried(agency: Agency, year: int, attributes: Mapping[str, Any]) -> Tried:
    """All attributes are checked and the year is measured; `RefusedError` tells what is wrong."""
    trial = try_indicator(agency, year, attributes)
    snapshot = Snapshot.objects.current(agency, year)
    if snapshot is None:
        return Tried(trial.indicator)
    excluded = exclusions_in_force(agency, year).get(trial.indicator.code, {})
    return Tried(trial.indicator, summary(Asked(snapshot, trial.indicator, {}, excluded)))


def tried_while_typing(agency: Agency, year: int, attributes: Mapping[str, Any]) -> Tried:
    """Only how it is computed is judged; names and the like may still be missing."""
    given = {key: attributes[key] for key in CHECKED if attributes.get(key)}
    if attributes.get("scope") == []:  # no method is chosen: every method counts
        given["scope"] = []
    try:
        return tried(agency, year, {**STAND_IN, **given})
    except RefusedError as refusal:
        return Tried(problems=refusal.problems)
