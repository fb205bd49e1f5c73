"""Whether "hari" is a calendar or a working day: decided once for each SOP version."""

from django.utils import timezone

from tolok.core.durations import DayType
from tolok.core.problem import Problem, RefusedError
from tolok.cycle.models import Days, FiscalYear, SopTerms
from tolok.organisation.models import Agency
from tolok.people.models import User


def agreed_days(
    agency: Agency, sop: str, version: str, wanted: DayType | None, *, actor: User | None
) -> Days:
    """The type of days; the first to choose one decides for every year under this version."""
    terms = SopTerms.objects.filter(agency=agency, sop=sop, version=version).first()
    if terms is None and wanted is not None and sop:
        terms = SopTerms.objects.create(
            agency=agency,
            sop=sop,
            version=version,
            days=wanted.value,
            set_by=actor,
            set_at=timezone.now(),
        )
    if terms is None:
        return Days(wanted.value) if wanted else Days.CALENDAR
    if wanted is not None and wanted.value != terms.days:
        raise RefusedError(_decided_otherwise(terms))
    return Days(terms.days)


def forget_days(discarded: FiscalYear) -> None:
    """What was decided for a year that was discarded binds nobody: no other year runs by it."""
    same = {"agency": discarded.agency, "sop": discarded.sop}
    version = discarded.sop_version
    if not FiscalYear.objects.filter(**same, sop_version=version).exists():
        SopTerms.objects.filter(**same, version=version).delete()


def _decided_otherwise(terms: SopTerms) -> Problem:
    """TA-09: the type of days is decided once for each SOP version; a new version decides anew."""
    return Problem(
        "TA-09",
        "jenis hari",
        f"Untuk SOP {terms.sop} sudah ditetapkan {terms.get_days_display().lower()}. "
        "Jenis hari hanya berganti bersama versi SOP.",
    )
