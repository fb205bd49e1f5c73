"""An agency's list of holidays: filled from the national one, then set right by hand."""

from datetime import date

from django.db import transaction

from tolok.core.calendar import national_holidays
from tolok.core.dates import format_date
from tolok.core.problem import Problem, RefusedError
from tolok.cycle.models import Holiday
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.trail.record import record

JOINT_LEAVE = "Cuti Bersama"  # how the national list begins the names of these days


@transaction.atomic
def add_holiday(
    agency: Agency,
    day: date,
    name: str,
    *,
    kind: Holiday.Kind = Holiday.Kind.LOCAL,
    actor: User | None = None,
) -> Holiday:
    """LB-01 a name, LB-02 a day that is not on the list yet."""
    name = " ".join(name.split())
    if not name:
        raise RefusedError(Problem("LB-01", "nama", "Masih kosong. Tuliskan nama hari liburnya."))
    fill_holidays(agency, day.year)
    if known := Holiday.objects.filter(agency=agency, day=day).first():
        message = f"{format_date(day)} sudah tercatat: {known.name}."
        raise RefusedError(Problem("LB-02", "tanggal", message))
    added = Holiday.objects.create(agency=agency, day=day, name=name, kind=kind)
    record(
        "cycle.add_holiday",
        actor=actor,
        subject=f"Libur {format_date(day)}",
        agency=agency,
        after=_values(added),
    )
    return added


@transaction.atomic
def remove_holiday(holiday: Holiday, *, actor: User | None = None) -> None:
    """The day is worked on. Deadlines not yet reached are counted anew."""
    before = _values(holiday)
    holiday.delete()
    record(
        "cycle.remove_holiday",
        actor=actor,
        subject=f"Libur {format_date(holiday.day)}",
        agency=holiday.agency,
        before=before,
    )


@transaction.atomic
def import_holidays(agency: Agency, year: int, *, actor: User | None = None) -> int:
    """The national list of a year anew, after a decree changed it; local days stay.

    Days that were taken off the list by hand come back: the decree is what counts.
    """
    mine = Holiday.objects.of_year(agency, year)
    mine.exclude(kind=Holiday.Kind.LOCAL).delete()
    count = _add_national(agency, year)
    record(
        "cycle.import_holidays",
        actor=actor,
        subject=f"Hari libur {year}",
        agency=agency,
        after={"hari": count},
    )
    return count


def fill_holidays(agency: Agency, year: int) -> None:
    """Give a year its own list once, so that a later national list moves no deadline unseen."""
    if not Holiday.objects.of_year(agency, year).exists():
        _add_national(agency, year)


def _add_national(agency: Agency, year: int) -> int:
    kept = set(Holiday.objects.of_year(agency, year).values_list("day", flat=True))
    rows = [
        Holiday(agency=agency, day=day, name=name, kind=_kind(name))
        for day, name in national_holidays(year).items()
        if day not in kept
    ]
    return len(Holiday.objects.bulk_create(rows, ignore_conflicts=True))


def _kind(name: str) -> Holiday.Kind:
    return Holiday.Kind.JOINT if name.startswith(JOINT_LEAVE) else Holiday.Kind.NATIONAL


def _values(holiday: Holiday) -> dict[str, object]:
    return {"tanggal": holiday.day, "nama": holiday.name, "jenis": holiday.get_kind_display()}
