"""F3, the plan itself: in chapters under the Kaltim SOP, in parts a-g under the Jayawijaya one."""

from collections.abc import Iterator
from typing import Final

from tolok.core.period import collection_window, quarter
from tolok.core.planning.content import Area, Content, Goal, Package
from tolok.core.planning.periods import QUARTERS
from tolok.cycle.models import YearPeriod
from tolok.documents.f03_performance_plan import (
    Alignment,
    Facts,
    PlannedPackage,
)
from tolok.documents.f03_performance_plan import Area as PrintedArea
from tolok.documents.f03_performance_plan import Goal as PrintedGoal
from tolok.documents.f03_performance_plan.collection import (
    CircularDraft,
    Task,
    Window,
)
from tolok.documents.facts import Missing
from tolok.people.acting import holders
from tolok.people.models import Role
from tolok.planning.models import PlanVersion
from tolok.planning.papers import words
from tolok.planning.papers.data import data_columns
from tolok.planning.papers.dates import month_of
from tolok.planning.papers.indicators import printed_actions, printed_indicators
from tolok.planning.papers.setting import DRAFT, NO_NUMBER, Setting, setting_of

NO_CEILING: Final = "pagu belum ditetapkan"
NOT_STATED: Final = "belum dirumuskan"
TEAM: Final = (
    (Role.COORDINATOR, "Mengoordinasikan perencanaan, pengumpulan, pengolahan, dan pelaporan"),
    (Role.TIM_PENGUMPUL, "Mengumpulkan dan memeriksa data"),
    (Role.DATA_PROCESSOR, "Mengolah dan menganalisis data, menyusun laporan dan dashboard"),
    (Role.PENANGGUNG_JAWAB, "Melaksanakan rencana aksi dan mengisi data"),
)


def plan_facts(version: PlanVersion) -> Facts:
    """Everything F3 prints, from the version as it was approved or as it stands."""
    setting = setting_of(version)
    plan = setting.content
    return Facts(
        issue=DRAFT,
        layout="bagian" if setting.is_jayawijaya else "bab",
        kop=setting.kop,
        organisation=setting.organisation,
        year=plan.year,
        number=NO_NUMBER,
        signed=setting.signed(),
        approval=_approval(setting),
        signers=(
            setting.signer(setting.author_role, "Disusun oleh:"),
            setting.leader("Disetujui oleh:"),
        ),
        preface="",
        background=plan.background or words.BACKGROUND,
        purpose=words.PURPOSE,
        scope=_scope(setting),
        legal_basis=words.legal_basis(setting.day),
        vision=plan.vision or NOT_STATED,
        missions=plan.missions,
        goals=tuple(PrintedGoal(one.text, _source(one)) for one in plan.goals),
        alignment=tuple(_alignment(plan)),
        areas=tuple(_area(plan, one) for one in plan.areas),
        packages=tuple(_package(area, one) for area in plan.areas for one in area.packages),
        periods=QUARTERS,
        indicators=printed_indicators(plan),
        actions=printed_actions(plan),
        mechanism=words.MECHANISM_JAYAWIJAYA if setting.is_jayawijaya else words.MECHANISM,
        schedule=schedule_of(setting),
        team=tuple(_task(setting, role, duty) for role, duty in TEAM),
        instruments=(words.INSTRUMENTS_JAYAWIJAYA if setting.is_jayawijaya else words.INSTRUMENTS),
        closing=words.CLOSING.format(year=plan.year),
        data_columns=tuple(data_columns(plan)),
        circular=CircularDraft(
            f"Implementasi Pengelolaan Kinerja Pengadaan Barang/Jasa Tahun Anggaran {plan.year}",
            words.CIRCULAR_TO,
            words.CIRCULAR_POINTS,
        ),
    )


def _approval(setting: Setting) -> str:
    """With the code of what was presented: a leader who signs on paper signs this content."""
    text = words.APPROVAL.format(year=setting.content.year, organisation=setting.organisation)
    sha256 = setting.version.content_sha256
    return f"{text} Kode isi rencana: {sha256[:12]}." if sha256 else text


def _scope(setting: Setting) -> str:
    return (
        f"Paket Tahun Anggaran {setting.content.year} dengan metode pemilihan {words.methods()} "
        "pada seluruh perangkat daerah."
    )


def _source(goal: Goal) -> str:
    return "; ".join(filter(None, (goal.source, goal.reference)))


def _alignment(plan: Content) -> Iterator[Alignment]:
    """Goals that serve one of the organisation's, with the areas of their indicators."""
    names = {area.key: area.name for area in plan.areas}
    for goal in plan.goals:
        if not goal.organisation_goal:
            continue
        areas = dict.fromkeys(
            names[one.area] for one in plan.indicators if one.goal == goal.key and one.area in names
        )
        yield Alignment(
            plan=goal.reference or goal.source,
            organisation_goal=goal.organisation_goal,
            procurement_goal=goal.text,
            area=", ".join(areas) or "semua area",
        )


def _area(plan: Content, area: Area) -> PrintedArea:
    """With what it is tied to and what its indicators measure."""
    measured = (one.measures for one in plan.indicators if one.area == area.key)
    fields = dict.fromkeys((area.measures, *measured))
    return PrintedArea(area.name, area.reason or NOT_STATED, ", ".join(fields))


def _package(area: Area, one: Package) -> PlannedPackage:
    return PlannedPackage(
        name=one.name,
        rup_code=one.code,
        area=area.name,
        work_unit=one.work_unit,
        method=one.method,
        ceiling=Missing(NO_CEILING) if one.ceiling is None else one.ceiling,
        selection_month=month_of(one.selection_from),
    )


def schedule_of(setting: Setting) -> tuple[Window, ...]:
    """The year's own windows; where it has none yet, the SOP's months."""
    year = setting.content.year
    own = YearPeriod.objects.filter(year=setting.version.plan.year).quarters()
    windows = {int(one.code[2:]): one.window for one in own}
    work = words.REPORTING if setting.is_jayawijaya else words.SURVEY
    found = []
    for number, name in enumerate(QUARTERS, 1):
        window = windows.get(number) or collection_window(quarter(year, number))
        found.append(
            Window(
                period=name,
                opens=window.opens,
                closes=window.closes,
                closing_time=setting.closing_time,
                work=work,
            )
        )
    return tuple(found)


def _task(setting: Setting, role: Role, duty: str) -> Task:
    names = [office.user.name for office in holders(role, setting.version.agency)]
    return Task(role.label, ", ".join(names) or "belum ditunjuk", duty)
