"""PRESENTASI: the plan before the leaders who decide on it (KT1.vi, JW5)."""

from datetime import date
from decimal import Decimal
from typing import Final

from tolok.core.achievement import Direction
from tolok.core.dates import format_date
from tolok.core.planning.content import Action, Content, Indicator
from tolok.core.planning.periods import QUARTERS, by_quarter, year_target
from tolok.core.planning.told import direction_words, owner_words, target_words, trimmed
from tolok.documents.achievements import Achievement, Position, Recommendation, Scale
from tolok.documents.facts import Missing
from tolok.documents.presentasi_slides import Facts, Notes, Point, Series
from tolok.planning.models import PlanVersion
from tolok.planning.papers.calculation import CAP, DIRECTIONS
from tolok.planning.papers.indicators import baseline_source
from tolok.planning.papers.setting import DRAFT, Setting, baseline_value, setting_of

NOT_MEASURED: Final = Missing("belum diukur: rencana")
NO_TARGET: Final = Missing("target belum ditetapkan")
NOTES: Final = Notes(
    opening="Sampaikan maksud: memohon persetujuan rencana kinerja tahun ini.",
    summary="Sebutkan tujuan dan area strategis; rinciannya ada pada dokumen.",
    achievement="",
    values="Jelaskan dari mana baseline, dan mengapa targetnya sebesar itu.",
    recommendations="Sebutkan siapa yang melaksanakan dan sampai kapan.",
    decisions="Mintakan keputusan: disetujui, atau dikembalikan dengan catatan.",
    closing="Ucapkan terima kasih.",
)


def slides_facts(version: PlanVersion, *, audience: str, held: date) -> Facts:
    """The same deck as the reports', told about a plan: nothing is measured in it yet."""
    setting = setting_of(version)
    plan = setting.content
    return Facts(
        issue=DRAFT,
        about="rencana",
        government=setting.organisation,
        unit=version.agency.unit_name,
        frequency="tahunan",
        period=f"Tahun Anggaran {plan.year}",
        audience=audience,
        held=setting.signed(held),
        presenter=setting.signer(setting.author_role).name,
        position=_position(setting, held),
        summary=tuple(_summary(plan)),
        rows=tuple(_row(one) for one in plan.indicators),
        scale=Scale(Decimal(100), Decimal(80), CAP),
        charts=tuple(chart for chart in map(_chart, plan.indicators) if len(chart.points) > 1),
        recommendations=tuple(_action(*pair) for pair in plan.actions),
        decisions=(
            f"Menyetujui rencana dan target kinerja Tahun Anggaran {plan.year}.",
            "Menyetujui rencana aksi beserta penanggung jawabnya.",
            "Menyetujui surat edaran implementasi pengelolaan kinerja.",
        ),
        notes=NOTES,
    )


def _position(setting: Setting, held: date) -> Position:
    approved = setting.decided_on
    standing = f"disetujui {format_date(approved)}" if approved else "usulan, belum disetujui"
    return Position(
        year=setting.content.year,
        period="setahun",
        standing=standing,
        data_date=held,
        data_time=setting.closing_time,
        baseline_year=setting.content.year - 1,
    )


def _summary(plan: Content) -> list[str]:
    areas = ", ".join(one.name for one in plan.areas)
    found = [plan.vision] if plan.vision else []
    return [
        *found,
        f"{len(plan.goals)} tujuan; {len(plan.areas)} area strategis: {areas}.",
        f"{len(plan.indicators)} indikator, {len(plan.actions)} aksi.",
    ]


def _row(one: Indicator) -> Achievement:
    target = year_target(one)
    return Achievement(
        status="Belum ada data",
        actual=NOT_MEASURED,
        achievement=NOT_MEASURED,
        code=one.code,
        name=one.name,
        unit=one.unit,
        direction=DIRECTIONS[Direction(one.direction)],
        baseline=baseline_value(one),
        target=trimmed(target.low) if target else NO_TARGET,
        target_upper=trimmed(target.high) if target and target.high != target.low else None,
        uncorrected=None,
        lowest=None,
        highest=None,
        trend=None,
    )


def _chart(one: Indicator) -> Series:
    """From the baseline to the target of each quarter that has one; a range by its lower bound."""
    points = [
        Point(name, trimmed(target.low))
        for name, target in zip(QUARTERS, by_quarter(one), strict=True)
        if target is not None
    ]
    if one.baseline.value is not None:
        points.insert(0, Point("Baseline", baseline_value(one)))
    year = target_words(year_target(one), one)
    return Series(
        title=f"{one.code} {one.name}",
        unit=one.unit,
        kind="garis",
        points=tuple(points),
        words=f"Target setahun {year}; {direction_words(one.direction)}.",
        notes=f"Baseline: {baseline_source(one)}.",
    )


def _action(indicator: Indicator, one: Action) -> Recommendation:
    return Recommendation(
        indicator=f"{indicator.code} {indicator.name}",
        cause="",
        text=one.activity or "belum dirumuskan",
        responsible=owner_words(one.owner_person, one.owner_unit),
        due=one.ends,
        measure=one.output or "belum dirumuskan",
    )
