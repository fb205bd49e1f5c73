"""What a plan must have before it is submitted: each check names the place to go to.

`where` begins with the key of the row concerned ("W1", "A.2", "R.3"), so that pages can link it.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from tolok.core.achievement import Direction
from tolok.core.dates import format_date
from tolok.core.numbers import format_percent
from tolok.core.planning.content import MEASUREMENT_AREAS, Action, Content, Indicator
from tolok.core.planning.periods import period_names
from tolok.core.problem import Problem

WHOLE: Final = Decimal(100)
NEEDED: Final = {
    "name": "nama",
    "definition": "definisi operasional",
    "formula": "rumus",
    "unit": "satuan",
    "direction": "arah pengukuran",
    "source": "sumber data",
    "monitoring": "frekuensi monitoring",
    "reporting": "frekuensi pelaporan",
}


def problems_of(plan: Content) -> tuple[Problem, ...]:
    """All at once, in the order of the plan's parts; none when it can be submitted."""
    found = [*_aims(plan), *_measurement_areas(plan), *_weights(plan)]
    for indicator in plan.indicators:
        found.extend(_indicator(plan, indicator))
    return tuple(found)


def _aims(plan: Content) -> Iterator[Problem]:
    """RN-01: a plan names at least one goal and one strategic area (KT1.ii, JW1), in words."""
    if not plan.goals:
        yield Problem("RN-01", "tujuan", "Belum ada tujuan pengadaan. Tambahkan sedikitnya satu.")
    if not plan.areas:
        yield Problem("RN-01", "area", "Belum ada area strategis. Tambahkan sedikitnya satu.")
    for goal in plan.goals:
        if not goal.text:
            message = f"Tujuan {goal.key} belum ditulis. Tulis, atau hapus barisnya."
            yield Problem("RN-01", goal.key, message)
    for area in plan.areas:
        if not area.name:
            message = f"Area strategis {area.key} belum bernama. Beri nama, atau hapus barisnya."
            yield Problem("RN-01", area.key, message)


def _measurement_areas(plan: Content) -> Iterator[Problem]:
    """RN-02: the indicators cover the four measurement areas that LKPP's V7 asks for."""
    covered = {one.measures for one in plan.indicators}
    for area in MEASUREMENT_AREAS:
        if area not in covered:
            message = f"Belum ada indikator {area}. Pilih sedikitnya satu dari katalog."
            yield Problem("RN-02", "indikator", message)


def _weights(plan: Content) -> Iterator[Problem]:
    """RN-03: weights are given to every indicator or to none, and make 100 % together."""
    weights = [one.weight for one in plan.indicators if one.weight is not None]
    if not weights:
        return
    missing = [one.code for one in plan.indicators if one.weight is None]
    total = sum(weights, Decimal(0))
    if missing:
        listed = ", ".join(missing)
        message = f"Belum berbobot: {listed}. Isi semua bobot, atau kosongkan semuanya."
        yield Problem("RN-03", "bobot", message)
    elif total != WHOLE:
        message = f"Jumlah bobot {format_percent(total)}, seharusnya {format_percent(WHOLE)}."
        yield Problem("RN-03", "bobot", message)


def _indicator(plan: Content, one: Indicator) -> Iterator[Problem]:
    yield from _manual(one)
    yield from _place(plan, one)
    yield from _owner(one)
    yield from _baseline(one)
    yield from _targets(one)
    if not one.actions:
        yield _no_action(one)
    for action in one.actions:
        yield from _action(plan, one, action)


def _manual(one: Indicator) -> Iterator[Problem]:
    """RN-04: the manual says formula, direction, source and frequency (V7, manual indikator)."""
    lacking = [label for name, label in NEEDED.items() if not getattr(one, name)]
    if lacking:
        message = f"Manual indikator {one.code} belum lengkap: {', '.join(lacking)}."
        yield Problem("RN-04", one.code, message)


def _place(plan: Content, one: Indicator) -> Iterator[Problem]:
    """RN-05: an indicator serves a goal and stands in a strategic area (KT1.iii, JW2)."""
    no_goal = one.goal not in {goal.key for goal in plan.goals}
    no_area = one.area not in {area.key for area in plan.areas}
    lacking = ["tujuan"] * no_goal + ["area strategis"] * no_area
    if lacking:
        message = f"Indikator {one.code} belum dikaitkan dengan {' dan '.join(lacking)}."
        yield Problem("RN-05", one.code, message)


def _owner(one: Indicator) -> Iterator[Problem]:
    """RN-06: each indicator has an owner, both the unit and the person."""
    if not (one.owner_unit and one.owner_person):
        message = f"Isi unit dan orang yang menanggung jawab indikator {one.code}."
        yield Problem("RN-06", one.code, message)


def _baseline(one: Indicator) -> Iterator[Problem]:
    """RN-07: each indicator has a baseline, or the reason why there is none."""
    given = one.baseline
    if given.value is None and not (given.kind == "belum ada" and given.reason):
        message = f"Baseline {one.code} belum ada. Hitung, ketik beserta sumbernya, atau tulis"
        yield Problem("RN-07", one.code, f"{message} alasan belum adanya.")


def _targets(one: Indicator) -> Iterator[Problem]:
    """RN-08: there is a target for every period of the reporting frequency; only an indicator
    to be kept in a range has two different bounds, and the lower comes first."""
    names = period_names(one.reporting)
    missing = [name for at, name in enumerate(names, 1) if one.target_of(at) is None]
    if missing:
        message = f"Target {one.code} belum ada untuk {', '.join(missing)}."
        yield Problem("RN-08", one.code, message)
    is_range = one.direction == Direction.RANGE
    if any(target.low > target.high for target in one.targets):
        message = f"Target {one.code}: batas bawah melebihi batas atas."
        yield Problem("RN-08", one.code, message)
    elif not is_range and any(target.low != target.high for target in one.targets):
        message = f"Target {one.code} berupa rentang, tetapi arahnya bukan “dalam rentang”."
        yield Problem("RN-08", one.code, message)


def _no_action(one: Indicator) -> Problem:
    """RN-09: at least one action serves each indicator (KT1.v, JW4)."""
    message = f"Belum ada rencana aksi untuk indikator {one.code}."
    return Problem("RN-09", one.code, message)


def _action(plan: Content, one: Indicator, action: Action) -> Iterator[Problem]:
    """RN-10: an action says what, with what proof, by whom, from when until when."""
    needed = {
        "kegiatan": action.activity,
        "output": action.output,
        "penanggung jawab": action.owner_unit and action.owner_person,
        "tanggal mulai": action.starts,
        "tanggal selesai": action.ends,
    }
    lacking = [label for label, value in needed.items() if not value]
    if lacking:
        message = f"Aksi {action.key} untuk {one.code} belum lengkap: {', '.join(lacking)}."
        yield Problem("RN-10", action.key, message)
    yield from _days(plan, action)


def _days(plan: Content, action: Action) -> Iterator[Problem]:
    """RN-11: an action begins before it ends, both inside the fiscal year."""
    days = [day for day in (action.starts, action.ends) if day is not None]
    for day in days:
        if day.year != plan.year:
            message = f"Aksi {action.key}: {format_date(day)} di luar TA {plan.year}."
            yield Problem("RN-11", action.key, message)
    if action.starts and action.ends and action.starts > action.ends:
        message = f"Aksi {action.key}: tanggal selesai mendahului tanggal mulai."
        yield Problem("RN-11", action.key, message)
