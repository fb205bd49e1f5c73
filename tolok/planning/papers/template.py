"""TEMPLATE-DATA: what is to be collected of each package for the chosen indicators (JW1-JW4 f)."""

from typing import Final

from tolok.archive.letterhead import DOTS
from tolok.core.period import collection_window, quarter
from tolok.core.period.periods import ROMAN
from tolok.core.planning.content import Content, Package
from tolok.cycle.models import YearPeriod
from tolok.documents.template_data_collection import Facts, Meaning, Record
from tolok.people.models import Role
from tolok.planning.models import PlanVersion
from tolok.planning.papers.data import data_columns
from tolok.planning.papers.setting import DRAFT, setting_of

STATEMENT: Final = "Data ini diisi menurut keadaan yang sebenarnya dan dapat dipertanggungjawabkan."
BLANK_ROWS: Final = 7


def template_facts(version: PlanVersion, *, number: int = 1, work_unit: str = "") -> Facts:
    """The template of one quarter: the plan's packages (of one work unit, if named), what is
    known of them filled in, the rest blank."""
    setting = setting_of(version)
    plan = setting.content
    own = YearPeriod.objects.filter(year=version.plan.year, code=f"TW{number}").first()
    window = (own.window if own else None) or collection_window(quarter(plan.year, number))
    return Facts(
        issue=DRAFT,
        kop=setting.kop,
        year=plan.year,
        period=f"Triwulan {ROMAN[number - 1]}",
        closes=window.closes,
        closing_time=setting.closing_time,
        work_unit=work_unit or "seluruh perangkat daerah",
        filler=DOTS,
        packages=_records(plan, work_unit),
        blank_rows=BLANK_ROWS,
        meanings=tuple(
            Meaning(one.name, one.content, one.source, "wajib", "Penanggung Jawab Kinerja")
            for one in data_columns(plan)
        ),
        statement=STATEMENT,
        signed=setting.signed(),
        signers=(setting.signer(Role.PPK), setting.signer(Role.PENANGGUNG_JAWAB)),
    )


def _records(plan: Content, work_unit: str) -> tuple[Record, ...]:
    return tuple(
        _record(one, area.name)
        for area in plan.areas
        for one in area.packages
        if work_unit in ("", one.work_unit)
    )


def _record(one: Package, area: str) -> Record:
    return Record(
        package=one.name,
        rup_code=one.code,
        tender_code="",
        work_unit=one.work_unit,
        ppk="",
        pokja="",
        method=one.method,
        procurement_kind=one.kind,
        area=area,
        pagu=one.ceiling,
        hps=None,
        announced=None,
        appointed=None,
        registrants=None,
        bidders=None,
        valid_bids=None,
        failures=None,
        failure_cause="",
        objections=None,
        upheld=None,
        supplier="",
        supplier_npwp="",
        contract_number="",
        contract_date=None,
        contract_value=None,
        contract_end=None,
        addenda=None,
        handed_over=None,
        delay_cause="",
        domestic=None,
        small_business=None,
        actions="",
        obstacles="",
        evidence="",
    )
