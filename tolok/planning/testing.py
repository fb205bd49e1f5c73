"""Short ways for tests to make plans. Every argument has a sensible default."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from tolok.core.planning.content import MEASUREMENT_AREAS
from tolok.cycle.models import FiscalYear
from tolok.cycle.testing import make_year
from tolok.measurement.in_force import indicators_in_force
from tolok.organisation.models import Agency
from tolok.people.models import Role, User
from tolok.people.testing import make_user
from tolok.planning.actions.deciding import approve_plan, submit_plan
from tolok.planning.manual import manual_of
from tolok.planning.models import (
    Action,
    AreaPackage,
    Baseline,
    Goal,
    Plan,
    PlannedIndicator,
    PlanVersion,
    StrategicArea,
    Target,
)

YEAR: Final = 2026
CODES: Final = ("W1", "B1", "K1", "L2")  # one for each measurement area
TARGETS: Final = ("80", "82", "84", "85")
OWNER: Final = {
    "owner_unit": "Sub Bagian Pengelolaan PBJ",
    "owner_person": "Kepala Sub Bagian Pengelolaan PBJ",
}


def make_empty_plan(
    agency: Agency | None = None, year: int = YEAR, *, by: User | None = None, **fields: Any
) -> PlanVersion:
    """The first version, with nothing in it."""
    opened: FiscalYear = make_year(agency, year, **fields)
    version = PlanVersion.objects.create(plan=Plan.objects.create(year=opened))
    version.authors.add(by or make_user(Role.COORDINATOR, opened.agency))
    return version


def make_plan(agency: Agency | None = None, year: int = YEAR, **fields: Any) -> PlanVersion:
    """A complete draft: it can be submitted as it is."""
    version = make_empty_plan(agency, year, **fields)
    version.vision = "Pengadaan yang tepat waktu, hemat, dan tepercaya."
    version.missions = "Mempercepat pemilihan penyedia.\nMeningkatkan mutu hasil pekerjaan."
    version.save()
    goal = Goal.objects.create(
        version=version, key="T.1", letter="a", text="Barang/jasa yang tepat dari setiap uang"
    )
    area = StrategicArea.objects.create(
        version=version, key="A.1", name="Infrastruktur jalan", reason="Menyerap pagu terbesar."
    )
    AreaPackage.objects.create(
        area=area,
        code="50001",
        name="Rehabilitasi Jembatan Contoh",
        work_unit="Dinas Pekerjaan Umum",
        method="Tender",
        kind="Pekerjaan Konstruksi",
        ceiling=Decimal(1_950_000_000),
        selection_from=date(year, 2, 1),
    )
    known = {one.code: one for one in indicators_in_force(version.agency, year)}
    for at, (code, measures) in enumerate(zip(CODES, MEASUREMENT_AREAS, strict=True), 1):
        manual = manual_of(known[code]) | {"measures": measures}
        _fill(
            PlannedIndicator.objects.create(
                version=version, goal=goal, area=area, **OWNER, **manual
            ),
            key=f"R.{at}",
        )
    return version


def _fill(indicator: PlannedIndicator, *, key: str) -> None:
    """A baseline, a target for every quarter, an action."""
    year = indicator.version.year
    Baseline.objects.create(
        indicator=indicator,
        kind=Baseline.Kind.TYPED,
        value=Decimal("78.5"),
        year=year - 1,
        source=f"laporan kinerja {year - 1}",
    )
    for number, text in enumerate(TARGETS, 1):
        Target.objects.create(
            indicator=indicator, number=number, low=Decimal(text), high=Decimal(text)
        )
    Action.objects.create(
        indicator=indicator,
        key=key,
        activity="Reviu bersama dokumen persiapan pengadaan",
        output="Berita acara reviu",
        units="PPK; Pokja Pemilihan",
        starts=date(year, 1, 15),
        ends=date(year, 6, 30),
        milestone_1="50 %",
        milestone_2="100 %",
        **OWNER,
    )


def make_submitted_plan(agency: Agency | None = None, **fields: Any) -> PlanVersion:
    version = make_plan(agency, **fields)
    submit_plan(version, actor=coordinator_of(version))
    version.refresh_from_db()
    return version


def make_approved_plan(agency: Agency | None = None, **fields: Any) -> PlanVersion:
    version = make_submitted_plan(agency, **fields)
    leader = make_user(Role.KETUA_TIM, version.agency)
    return approve_plan(version, sha256=version.content_sha256, actor=leader)


def coordinator_of(version: PlanVersion) -> User:
    """The one who wrote it."""
    author: User = version.authors.get()
    return author
