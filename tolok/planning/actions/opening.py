"""Plans and versions come into being: opened, copied from last year, begun anew after approval."""

from typing import Final

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.cycle.models import FiscalYear
from tolok.people.models import User
from tolok.planning.actions.copying import copy_rows
from tolok.planning.actions.writing import need, told
from tolok.planning.models import Plan, PlanVersion

LAST_QUARTER: Final = 4


@transaction.atomic
def open_plan(year: FiscalYear, *, actor: User) -> PlanVersion:
    """The empty first version (KT1.ii, JW1); RN-23: a year has one plan."""
    list(FiscalYear.objects.select_for_update().filter(pk=year.pk))
    if Plan.objects.filter(year=year).exists():
        raise RefusedError(Problem("RN-23", f"TA {year.year}", "Rencana tahun ini sudah dibuka."))
    version = _begin(Plan.objects.create(year=year), actor)
    told("open_plan", version, actor, after={"versi": 1})
    return version


@transaction.atomic
def copy_from_last_year(year: FiscalYear, *, actor: User) -> PlanVersion:
    """A first version that begins with what was approved for the year before.

    Copied, never linked: neither year changes the other. Baselines and the days of actions are
    left out, because they are last year's. RN-24: there must be something to copy.
    """
    earlier = PlanVersion.objects.of_year(year.agency, year.year - 1).in_force()
    if earlier is None:
        message = f"Belum ada rencana TA {year.year - 1} yang disetujui untuk disalin."
        raise RefusedError(Problem("RN-24", f"TA {year.year}", message))
    version = open_plan(year, actor=actor)
    copy_rows(earlier, version, same_year=False)
    told("copy_from_last_year", version, actor, after={"disalin dari": str(earlier)})
    return version


@transaction.atomic
def new_version(plan: Plan, *, reason: str, valid_from: int, actor: User) -> PlanVersion:
    """A change after approval is a version of its own, with its own approval.

    Its targets count from the quarter `valid_from` (a budget change: APBD perubahan); what was
    achieved before keeps the targets of the version before. RN-25: one change at a time, and
    only of what was approved.
    """
    reason = need(reason, "alasan", "Tulis mengapa rencana diubah, misalnya APBD perubahan.")
    list(Plan.objects.select_for_update().filter(pk=plan.pk))
    last = plan.versions.first()
    if last is None or not last.is_decided:
        message = "Versi terakhir belum disetujui; lanjutkan versi itu."
        raise RefusedError(Problem("RN-25", "versi", message))
    if not last.valid_from <= valid_from <= LAST_QUARTER:
        message = f"Pilih triwulan {last.valid_from} sampai {LAST_QUARTER}: versi sebelumnya sudah"
        raise RefusedError(Problem("RN-25", "berlaku sejak", f"{message} berlaku sejak itu."))
    version = _begin(plan, actor, number=last.number + 1, reason=reason, valid_from=valid_from)
    copy_rows(last, version, same_year=True)
    told("new_version", version, actor, after={"alasan": reason, "berlaku sejak TW": valid_from})
    return version


def _begin(plan: Plan, actor: User, **fields: object) -> PlanVersion:
    version = PlanVersion.objects.create(plan=plan, saved_at=timezone.now(), **fields)
    version.authors.add(actor)
    return version
