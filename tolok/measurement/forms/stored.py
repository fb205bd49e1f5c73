"""Attributes of an indicator as they are stored, and as the fields of its form show them."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from tolok.core.achievement import Direction
from tolok.core.dates import format_date_short
from tolok.core.formula import read_filter, read_formula
from tolok.core.indicator import SOP_METHODS, Consolidation, Frequency, Kind
from tolok.measurement.showing import AREAS
from tolok.registry.dictionary import dictionary

LEFT_OUT: Final[Mapping[str, Any]] = {
    "formula": "",
    "filter": "",
    "needs": "",
    "rows": ["paket"],
    "scope": list(SOP_METHODS),
    "must_exist": [],
    "collection": "",
    "legal_basis": "",
    "valid_to": None,
}  # what an attribute means when it is not given


def usual(year: int) -> dict[str, Any]:
    """A new indicator begins like most others."""
    return {
        **LEFT_OUT,
        "area": AREAS[0],
        "kind": Kind.PROCESS,
        "goal": "Menghasilkan barang/jasa yang tepat dari setiap uang yang dibelanjakan",
        "reference_date": "tgl_penetapan_pemenang",
        "unit": "%",
        "decimals": 2,
        "direction": Direction.MAXIMISE,
        "must_exist": "",
        "consolidation": Consolidation.RATIO,
        "threshold_met": 100,
        "threshold_near": 80,
        "source": "SPSE",
        "monitoring": Frequency.QUARTERLY,
        "reporting": Frequency.QUARTERLY,
        "valid_from": format_date_short(date(year, 1, 1)),
    }


def needed(formula: str, condition: str) -> list[str]:
    """The facts to be collected: those named, with the code and name of the package."""
    read = (read_formula(formula, dictionary()), read_filter(condition, dictionary()))
    named = (field.name for one in read if not isinstance(one, tuple) for field in one.fields)
    return list(dict.fromkeys(["kd_paket", "nama_paket", *named]))


def as_initial(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Stored attributes as the fields show them."""
    given = {**LEFT_OUT, **attributes}
    days = {
        key: format_date_short(date.fromisoformat(given[key]))
        for key in ("valid_from", "valid_to")
        if given.get(key)
    }
    return given | days | {"must_exist": "\n".join(given["must_exist"])}


def stored(key: str, value: Any) -> Any:
    match value:
        case date():
            return value.isoformat()
        case str() if key == "must_exist":
            return [line.strip() for line in value.splitlines() if line.strip()]
        case str():
            return value.strip()
    return value
