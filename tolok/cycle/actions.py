"""What people do to a year."""

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.cycle.models import FiscalYear
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.trail.record import record

FIRST_YEAR = 2008  # the first electronic procurement systems
LAST_YEAR = 2100


@transaction.atomic
def open_year(agency: Agency, year: int, sop: str = "", *, actor: User | None = None) -> FiscalYear:
    """TA-01 a year that can be, TA-02 opened once. Two years may run side by side."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise RefusedError(
            Problem(
                "TA-01",
                "tahun anggaran",
                f"{year} bukan tahun anggaran. Tuliskan tahun antara {FIRST_YEAR} dan {LAST_YEAR}.",
            )
        )
    if FiscalYear.objects.filter(agency=agency, year=year).exists():
        raise RefusedError(Problem("TA-02", "tahun anggaran", f"TA {year} {agency} sudah dibuka."))
    opened = FiscalYear.objects.create(
        agency=agency, year=year, sop=sop.strip(), opened_at=timezone.now()
    )
    record(
        "cycle.open_year",
        actor=actor,
        subject=f"TA {year}",
        agency=agency,
        after={"tahun": year, "sop": opened.sop},
    )
    return opened
