"""The plan as people read it: sections of rows of labelled texts, each with a key.

One telling serves the check of one's answers, the leaders' page, where notes are pinned to the
keys, and the comparison of versions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tolok.core.achievement import Direction
from tolok.core.dates import format_date
from tolok.core.numbers import format_number, format_percent, format_rupiah
from tolok.core.planning.content import Action, Area, Baseline, Content, Goal, Indicator, Target
from tolok.core.planning.periods import QUARTERS, WHOLE_YEAR, period_names

DIRECTIONS: Final = {
    Direction.MAXIMISE: "makin tinggi makin baik",
    Direction.MINIMISE: "makin rendah makin baik",
    Direction.RANGE: "dalam rentang target",
}
EMPTY: Final = "belum diisi"


@dataclass(frozen=True)
class Fact:
    """One labelled text; its key is unique in the plan: "W1.definition"."""

    key: str
    label: str
    text: str


@dataclass(frozen=True)
class Row:
    """A goal, an area, an indicator or an action."""

    key: str
    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Section:
    """A part of the plan."""

    key: str
    title: str
    rows: tuple[Row, ...]


def sections(plan: Content) -> tuple[Section, ...]:
    """In the order of the plan; actions stand apart, each naming its indicator."""
    names = {one.key: one.text for one in plan.goals} | {one.key: one.name for one in plan.areas}
    return (
        Section("arah", "Visi, misi, dan latar belakang", (_direction(plan),)),
        Section("tujuan", "Tujuan pengadaan", tuple(map(_goal, plan.goals))),
        Section("area", "Area strategis", tuple(map(_area, plan.areas))),
        Section("indikator", "Indikator", tuple(_indicator(one, names) for one in plan.indicators)),
        Section("target", "Baseline dan target", tuple(map(_targets, plan.indicators))),
        Section("aksi", "Rencana aksi", tuple(_action(*pair) for pair in plan.actions)),
    )


def _row(key: str, title: str, facts: Mapping[tuple[str, str], str]) -> Row:
    """Facts by name and label; what is empty is told so only where it was asked for."""
    told = (Fact(f"{key}.{name}", label, text) for (name, label), text in facts.items() if text)
    return Row(key, title, tuple(told))


def _direction(plan: Content) -> Row:
    return _row(
        "rencana",
        f"Rencana TA {plan.year}",
        {
            ("vision", "Visi"): plan.vision or EMPTY,
            ("missions", "Misi"): "\n".join(plan.missions) or EMPTY,
            ("background", "Latar belakang"): plan.background,
            ("valid_from", "Target berlaku sejak"): f"{QUARTERS[plan.valid_from - 1]} {plan.year}",
        },
    )


def _goal(one: Goal) -> Row:
    return _row(
        one.key,
        one.text,
        {
            ("source", "Sumber"): ", ".join(filter(None, (one.source, one.reference))),
            ("organisation_goal", "Tujuan organisasi yang dilayani"): one.organisation_goal,
        },
    )


def _area(one: Area) -> Row:
    packages = "\n".join(
        f"{package.name} ({package.code}), {package.work_unit}, {_rupiah(package.ceiling)}"
        for package in one.packages
    )
    return _row(
        one.key,
        one.name,
        {
            ("measures", "Bidang pengukuran"): one.measures,
            ("reason", "Alasan"): one.reason,
            ("packages", "Usulan paket"): packages,
        },
    )


def _indicator(one: Indicator, names: Mapping[str, str]) -> Row:
    return _row(
        one.code,
        f"{one.code} {one.name}",
        {
            ("goal", "Tujuan"): names.get(one.goal, EMPTY),
            ("area", "Area strategis"): names.get(one.area, EMPTY),
            ("measures", "Bidang pengukuran"): one.measures,
            ("definition", "Definisi operasional"): one.definition,
            ("kind", "Jenis"): one.kind,
            ("formula", "Rumus"): one.formula or EMPTY,
            ("variables", "Variabel"): "\n".join(
                f"{part.name}: {part.meaning} ({part.source})" for part in one.variables
            ),
            ("unit", "Satuan"): one.unit,
            ("direction", "Arah"): direction_words(one.direction),
            ("source", "Sumber data"): one.source or EMPTY,
            ("collection", "Metode pengumpulan"): one.collection,
            ("frequency", "Frekuensi"): f"monitoring {one.monitoring}, pelaporan {one.reporting}",
            ("consolidation", "Konsolidasi periode"): one.consolidation,
            ("thresholds", "Ambang status"): thresholds_words(one),
            ("legal_basis", "Dasar hukum"): one.legal_basis,
            ("owner", "Penanggung jawab"): owner_words(one.owner_person, one.owner_unit),
            ("weight", "Bobot"): "" if one.weight is None else format_percent(one.weight),
            ("notes", "Catatan"): one.notes,
        },
    )


def _targets(one: Indicator) -> Row:
    facts = {("baseline", "Baseline"): baseline_words(one.baseline, one)}
    for number, name in enumerate(period_names(one.reporting), 1):
        facts[(f"target{number}", name)] = target_words(one.target_of(number), one) or EMPTY
    year = one.target_of(WHOLE_YEAR)
    facts[("target0", "Setahun")] = target_words(year, one)
    return _row(f"{one.code}.target", f"{one.code} {one.name}", facts)


def _action(indicator: Indicator, one: Action) -> Row:
    days = [format_date(day) for day in (one.starts, one.ends) if day]
    steps = [
        f"{quarter}: {text}" for quarter, text in zip(QUARTERS, one.milestones, strict=True) if text
    ]
    return _row(
        one.key,
        one.activity or EMPTY,
        {
            ("indicator", "Indikator"): f"{indicator.code} {indicator.name}",
            ("output", "Output"): one.output or EMPTY,
            ("owner", "Penanggung jawab"): owner_words(one.owner_person, one.owner_unit),
            ("units", "Unit terkait"): one.units,
            ("days", "Waktu"): " sampai ".join(days) or EMPTY,
            ("budget", "Anggaran"): "tanpa anggaran khusus"
            if one.budget is None
            else format_rupiah(one.budget),
            ("milestones", "Target per triwulan"): "\n".join(steps),
        },
    )


def direction_words(direction: str) -> str:
    return DIRECTIONS[Direction(direction)] if direction else EMPTY


def thresholds_words(one: Indicator) -> str:
    return f"tercapai sejak {one.met} % target, mendekati sejak {one.near} %"


def owner_words(person: str, unit: str) -> str:
    return ", ".join(filter(None, (person, unit))) or EMPTY


def target_words(target: Target | None, one: Indicator) -> str:
    """85 %; 5–10 %; "" without one."""  # noqa: RUF002
    return f"{target_number(target)}\u00a0{one.unit}" if target else ""


def target_number(target: Target | None) -> str:
    """The same without its unit, for tables."""
    if target is None:
        return ""
    ends = dict.fromkeys(format_number(trimmed(end)) for end in (target.low, target.high))
    return "\u2013".join(ends)


def baseline_words(given: Baseline, one: Indicator) -> str:
    """78,5 % (2025, dihitung dari data 9f3c41…; 77–79)."""  # noqa: RUF002
    if given.value is None:
        return f"belum ada: {given.reason}" if given.reason else EMPTY
    where = [str(given.year)] if given.year else []
    if given.kind == "dihitung":
        where.append(f"dihitung dari data {given.snapshot[:12]}")
        where.append(interval_words(given, one.decimals))
    else:
        where.append(given.source)
    value = format_number(given.value, one.decimals)
    return f"{value}\u00a0{one.unit} ({'; '.join(filter(None, where))})"


def interval_words(given: Baseline, places: int) -> str:
    if given.lowest is None or given.highest is None:
        return given.reason
    if given.lowest == given.highest:
        return "pasti"
    ends = (format_number(end, places) for end in (given.lowest, given.highest))
    return "rentang " + "\u2013".join(ends)


def _rupiah(amount: Decimal | None) -> str:
    return "pagu belum ditetapkan" if amount is None else format_rupiah(amount)


def trimmed(number: Decimal) -> Decimal:
    """85 for 85.0000, as it was typed."""
    return (
        number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
    )
