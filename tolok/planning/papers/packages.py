"""PAKET-AREA: the packages proposed for each strategic area (JW1 c)."""

from datetime import date
from typing import Final

from tolok.core.planning.content import Content
from tolok.documents.paket_area_packages import Facts, Package
from tolok.planning.models import PlanVersion
from tolok.planning.papers.dates import month_of
from tolok.planning.papers.setting import DRAFT, setting_of

STATEMENT: Final = (
    "Paket pengadaan di atas dipetakan ke area strategis sebagai usulan dalam rencana kinerja."
)


def packages_facts(version: PlanVersion, *, as_of: date) -> Facts:
    """Those whose pagu is known; the statement names the others, since no pagu is not zero."""
    setting = setting_of(version)
    plan = setting.content
    return Facts(
        issue=DRAFT,
        kop=setting.kop,
        year=plan.year,
        scope=f"seluruh perangkat daerah {version.agency.name}",
        source="SiRUP",
        as_of=as_of,
        goals=tuple(one.text for one in plan.goals),
        packages=_packages(plan),
        statement=_statement(plan),
        signed=setting.signed(),
        signers=(setting.signer(setting.leader_role), setting.signer(setting.author_role)),
    )


def _packages(plan: Content) -> tuple[Package, ...]:
    return tuple(
        Package(
            name=one.name,
            rup_code=one.code,
            work_unit=one.work_unit,
            ppk="",
            method=one.method,
            procurement_kind=one.kind,
            pagu=one.ceiling,
            selection=month_of(one.selection_from),
            indicators=", ".join(i.code for i in plan.indicators if i.area == area.key),
            area=area.name,
            remark="",
        )
        for area in plan.areas
        for one in area.packages
        if one.ceiling is not None
    )


def _statement(plan: Content) -> str:
    unknown = [one.name for area in plan.areas for one in area.packages if one.ceiling is None]
    if not unknown:
        return STATEMENT
    return f"{STATEMENT} Belum dicantumkan karena pagunya belum ditetapkan: {', '.join(unknown)}."
