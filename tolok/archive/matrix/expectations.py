"""What is expected, read from `expected.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

_SOURCE: Final = Path(__file__).with_name("expected.toml")
PERIODS: Final = {
    "TW1": "TW I",
    "TW2": "TW II",
    "TW3": "TW III",
    "TW4": "TW IV",
    "S1": "Semester I",
    "S2": "Semester II",
    "": "Setahun",
}


@dataclass(frozen=True)
class Expectation:
    """One paper of an SOP: of whom, how often, how many."""

    document: str
    per: Literal["agency", "unit", "buyer"]
    periods: tuple[str, ...]
    each: Literal["", "package", "supplier", "pokja"] = ""
    step: str = ""


@dataclass(frozen=True)
class Expected:
    """All an SOP asks for; `methods` are those it measures, none for all."""

    papers: tuple[Expectation, ...] = ()
    methods: tuple[str, ...] = ()


def expected_of(sop: str) -> Expected:
    """Nothing where the SOP is not known: the matrix then shows only what there is."""
    return _all().get(sop, Expected())


def step_of(document: str, sop: str) -> str:
    """The step of an SOP that brings a document forth; "" where it names none."""
    steps = (one.step for one in expected_of(sop).papers if one.document == document)
    return next(steps, "")


@cache
def _all() -> Mapping[str, Expected]:
    found = tomllib.loads(_SOURCE.read_text(encoding="utf-8"))
    return {sop: _expected(told) for sop, told in found.items()}


def _expected(told: Mapping[str, Any]) -> Expected:
    papers = (one | {"periods": tuple(one["periods"])} for one in told["papers"])
    return Expected(tuple(Expectation(**one) for one in papers), tuple(told["methods"]))


def period_label(period: str) -> str:
    """TW1 -> TW I; months and others as they are written."""
    return PERIODS.get(period, period)


def in_order(periods: set[str]) -> list[str]:
    """Quarters, semesters, what else there is, the whole year last."""
    order = list(PERIODS)
    other = len(order) - 1.5
    return sorted(periods, key=lambda one: (order.index(one) if one in order else other, one))
