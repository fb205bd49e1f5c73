"""The manual of a catalogue indicator as it is copied into a plan."""

from collections.abc import Iterator
from typing import Any, Final

from tolok.core.formula.words import formula_in_words, parts_in_words
from tolok.core.indicator import Indicator
from tolok.core.planning.content import MEASUREMENT_AREAS, OTHER_AREA
from tolok.measurement.made_of import row_word

_ABOVE: Final = "Pembilang"
_BELOW: Final = "Penyebut"


def manual_of(one: Indicator) -> dict[str, Any]:
    """The columns of `PlannedIndicator` with what the catalogue says."""
    return {
        "code": one.code,
        "name": one.name,
        "measures": one.area if one.area in MEASUREMENT_AREAS else OTHER_AREA,
        "definition": one.definition,
        "kind": one.kind.value,
        "formula": _formula(one),
        "expression": one.formula.text if one.formula else "",
        "formula_version": one.version,
        "variables": list(_variables(one)),
        "unit": one.unit,
        "decimals": one.decimals,
        "direction": one.direction.value,
        "met": int(one.thresholds.met),
        "near": int(one.thresholds.near),
        "consolidation": one.consolidation.value,
        "source": one.source,
        "collection": one.collection,
        "monitoring": one.monitoring.value,
        "reporting": one.reporting.value,
        "data_needed": list(one.data_needed),
        "legal_basis": one.legal_basis,
    }


def _formula(one: Indicator) -> str:
    """What is not computed from the data says in words what it needs."""
    if one.formula is None:
        return f"Dihitung dari {one.needs}"
    return formula_in_words(one.formula, rows=row_word(one))


def _variables(one: Indicator) -> Iterator[dict[str, str]]:
    if one.formula is None:
        return
    above, below = parts_in_words(one.formula, rows=row_word(one))
    for name, meaning in ((_ABOVE, above), (_BELOW, below)):
        if meaning:
            yield {"name": name, "meaning": meaning, "source": one.source}
