"""HITUNG: the calculation form in an indicator's attributes, before its first value (JW2, JW13)."""

from decimal import Decimal
from typing import Final

from tolok.core.achievement import Direction as CoreDirection
from tolok.core.dates import format_date
from tolok.core.formula.formula import Formula, read_formula
from tolok.core.period import quarter
from tolok.core.period.periods import ROMAN
from tolok.core.planning.content import Content, Indicator
from tolok.core.planning.content import Target as PlannedTarget
from tolok.core.planning.periods import by_quarter
from tolok.core.planning.told import trimmed
from tolok.core.problem import Problem, RefusedError
from tolok.documents.achievements import Direction, Reading, Scale
from tolok.documents.facts import Missing
from tolok.documents.hitung_calculation import Attribute, Facts, Target
from tolok.people.models import Role
from tolok.planning.models import PlanVersion
from tolok.planning.papers.setting import DRAFT, baseline_value, setting_of
from tolok.registry.dictionary import dictionary

DIRECTIONS: Final[dict[CoreDirection, Direction]] = {
    CoreDirection.MAXIMISE: "naik",
    CoreDirection.MINIMISE: "turun",
    CoreDirection.RANGE: "rentang",
}
NOT_COLLECTED: Final = Missing("diisi setelah data periode ini dikumpulkan")
CAP: Final = Decimal(120)


def calculation_facts(version: PlanVersion, code: str, *, number: int = 1) -> Facts:
    """The form of one indicator for one quarter, still without rows.

    RN-40: only an indicator of the plan has a form.
    """
    setting = setting_of(version)
    plan = setting.content
    found = next((one for one in plan.indicators if one.code == code), None)
    if found is None:
        raise RefusedError(Problem("RN-40", code, f"Tidak ada indikator {code} pada rencana ini."))
    above, below = _parts(found)
    return Facts(
        issue=DRAFT,
        kop=setting.kop,
        year=plan.year,
        period=_period(plan.year, number),
        code=found.code,
        name=found.name,
        attributes=_attributes(plan, found),
        formula=found.formula or "belum ditetapkan",
        numerator=above,
        denominator=below,
        factor=_factor(found),
        measure=found.unit,
        places=found.decimals,
        rows=(),
        numerator_total=NOT_COLLECTED,
        denominator_total=NOT_COLLECTED if below else None,
        left_out=(),
        direction=DIRECTIONS[CoreDirection(found.direction)],
        baseline=baseline_value(found),
        target=_target(by_quarter(found)[number - 1]),
        reading=Reading("Belum ada data", NOT_COLLECTED, NOT_COLLECTED),
        ended=False,
        scale=Scale(Decimal(found.met), Decimal(found.near), CAP),
        remarks=found.notes,
        signed=setting.signed(),
        prepared_by=setting.signer(Role.DATA_PROCESSOR),
        checked_by=setting.signer(Role.COORDINATOR),
    )


def _period(year: int, number: int) -> str:
    period = quarter(year, number)
    days = f"{format_date(period.start)} s.d. {format_date(period.end)}"
    return f"Triwulan {ROMAN[number - 1]} ({days})"


def _attributes(plan: Content, one: Indicator) -> tuple[Attribute, ...]:
    goals = {goal.key: goal.text for goal in plan.goals}
    pairs = (
        ("Tujuan", goals.get(one.goal, "")),
        ("Bidang pengukuran", one.measures),
        ("Definisi operasional", one.definition),
        ("Sumber data dan pengumpulan", "; ".join(filter(None, (one.source, one.collection)))),
        ("Frekuensi", f"Pemantauan {one.monitoring}, pelaporan {one.reporting}"),
        ("Konsolidasi periode", one.consolidation),
        ("Dasar hukum", one.legal_basis),
    )
    return tuple(Attribute(label, text) for label, text in pairs if text)


def _parts(one: Indicator) -> tuple[str, str]:
    """Numerator and denominator in words; one without variables has its formula above."""
    texts = [part.meaning or part.name for part in one.variables]
    above, below = (*texts, "", "")[:2]
    return above or one.formula or "nilai", below


def _factor(one: Indicator) -> int:
    formula = read_formula(one.expression, dictionary()) if one.expression else None
    return int(formula.factor) if isinstance(formula, Formula) else 1


def _target(target: PlannedTarget | None) -> Target:
    if target is None:
        return Target(Missing("tidak ditargetkan pada periode ini"), None)
    high = trimmed(target.high) if target.high != target.low else None
    return Target(trimmed(target.low), high)
