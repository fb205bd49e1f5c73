"""Whether "hari" is a calendar or a working day: decided once for each SOP version."""

from django.db import transaction
from django.utils import timezone

from tolok.core.durations import DayType
from tolok.core.problem import Problem, RefusedError
from tolok.cycle.actions.locked import locked_year
from tolok.cycle.models import Days, FiscalYear, SopTerms
from tolok.cycle.windows import usual_windows
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.trail.record import record


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


@transaction.atomic
def decide_days(year: FiscalYear, days: DayType, *, actor: User | None) -> SopTerms:
    """The Kepala UKPBJ says once what "hari" means under the SOP version of a prepared year.

    TA-09: not where it was decided already, or a year runs by other days. Every year prepared
    under this version follows, with the windows nobody has changed.
    """
    year = locked_year(year, FiscalYear.Status.PREPARING)
    if problem := _days_problem(year, days):
        raise RefusedError(problem)
    same = {"agency": year.agency, "sop": year.sop}
    terms = SopTerms.objects.create(
        **same, version=year.sop_version, days=days.value, set_by=actor, set_at=timezone.now()
    )
    prepared = FiscalYear.objects.filter(**same, sop_version=year.sop_version)
    for one in prepared.filter(status=FiscalYear.Status.PREPARING).select_related("agency"):
        _follow(one, Days(terms.days))
    record(
        "cycle.decide_days",
        actor=actor,
        subject=f"SOP {terms.sop} {terms.version}".strip(),
        agency=year.agency,
        after={"hari": terms.get_days_display()},
    )
    return terms


def terms_of(year: FiscalYear) -> SopTerms | None:
    """What was decided for the year's SOP version, by whom and when."""
    found = SopTerms.objects.filter(agency=year.agency, sop=year.sop, version=year.sop_version)
    return found.select_related("set_by").first()


def _days_problem(year: FiscalYear, days: DayType) -> Problem | None:
    if not year.sop:
        message = f"{year.label} dibuka tanpa SOP; tidak ada hari yang dihitung."
        return Problem("TA-09", "jenis hari", message)
    if terms := terms_of(year):
        return _decided_otherwise(terms)
    others = FiscalYear.objects.filter(
        agency=year.agency, sop=year.sop, sop_version=year.sop_version
    )
    running = others.exclude(status=FiscalYear.Status.PREPARING).exclude(days=days.value).first()
    if running is None:
        return None
    message = (
        f"{running.label} sudah berjalan dengan {running.get_days_display().lower()} menurut SOP "
        "ini. Jenis hari hanya berganti bersama versi SOP."
    )
    return Problem("TA-09", "jenis hari", message)


def _follow(year: FiscalYear, days: Days) -> None:
    """The year counts in these days; windows that were only proposed are proposed anew."""
    proposed = {one.code: (one.opens, one.closes) for one in usual_windows(year)}
    year.days = days
    year.save(update_fields=["days"])
    anew = {one.code: one for one in usual_windows(year)}
    for period in year.periods.all():
        if (period.opens, period.closes) == proposed.get(period.code):
            period.opens, period.closes = anew[period.code].opens, anew[period.code].closes
            period.save(update_fields=["opens", "closes"])


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
