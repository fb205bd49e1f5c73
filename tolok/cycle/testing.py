"""Short ways for tests to make the things they need. Every argument has a sensible default."""

from datetime import date
from typing import Any

from django.utils import timezone

from tolok.core.durations import Duration
from tolok.core.timetable import ClockedStep
from tolok.cycle.models import FiscalYear, Holiday, YearPeriod
from tolok.cycle.sops import KnownSop, Windows
from tolok.cycle.windows import usual_windows
from tolok.organisation.models import Agency
from tolok.organisation.testing import make_agency


def make_year(agency: Agency | None = None, year: int = 2025, **fields: Any) -> FiscalYear:
    """An open year with its periods, when the agency has none of that number."""
    agency = agency or make_agency()
    usual = {"sop": "kaltim-2024", "opened_at": timezone.now()}
    made, is_new = FiscalYear.objects.get_or_create(
        agency=agency, year=year, defaults=usual | fields
    )
    if is_new:
        YearPeriod.objects.bulk_create(usual_windows(made))
    return made


def make_period(year: FiscalYear | None = None, code: str = "TW1", **fields: Any) -> YearPeriod:
    """A period of the year, changed as the fields say: `locked_at=timezone.now()`."""
    period = YearPeriod.objects.get(year=year or make_year(), code=code)
    for name, value in fields.items():
        setattr(period, name, value)
    period.save()
    return period


def make_holiday(agency: Agency | None = None, day: date = date(2025, 4, 9)) -> Holiday:
    usual = {"name": "Pemilihan daerah", "kind": Holiday.Kind.LOCAL}
    agency = agency or make_agency()
    return Holiday.objects.get_or_create(agency=agency, day=day, defaults=usual)[0]


def short_sop() -> KnownSop:
    """An SOP of four steps, with clocks like Kaltim's."""
    return KnownSop(
        code="singkat",
        version="1",
        title="SOP singkat",
        steps=(
            ("KT1.i", "Menerima penugasan"),
            ("KT1.ii", "Mendefinisikan tujuan"),
            ("KT2", "Sosialisasi"),
            ("KT5", "Survei Teknis"),
        ),
        clocks=short_clocks,
    )


def short_clocks(windows: Windows) -> tuple[ClockedStep, ...]:
    rounds = (
        ClockedStep(f"KT5.{code}", f"Survei Teknis {code}", Duration(30), ("KT2",), window)
        for code, window in sorted(windows.items())
    )
    return (
        ClockedStep("KT1", "Perencanaan", Duration(30)),
        ClockedStep("KT2", "Sosialisasi", Duration(3), ("KT1",)),
        *rounds,
    )
