"""A workbook is uploaded, looked through, and imported as a whole or not at all."""

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.enrolment.carry_out import Outcome, carry_out
from tolok.enrolment.models import Enrolment
from tolok.enrolment.rows import read_roster
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.registry.reading import PlainSheet
from tolok.trail.record import record

Status = Enrolment.Status


@transaction.atomic
def start_enrolment(
    agency: Agency, file_name: str, sheets: tuple[PlainSheet, ...], *, actor: User
) -> Enrolment:
    """Keep what was read, to be looked through; nobody is registered yet."""
    return Enrolment.objects.create(
        agency=agency,
        file_name=file_name,
        sheets={sheet.name: sheet.rows for sheet in sheets},
        uploaded_by=actor,
        uploaded_at=timezone.now(),
    )


def rehearse(enrolment: Enrolment, *, actor: User) -> Outcome:
    """What the import would do today: it is carried out and undone."""
    with transaction.atomic():
        outcome = carry_out(read_roster(enrolment.sheets), enrolment.agency, actor=actor)
        transaction.set_rollback(True)
    return outcome


@transaction.atomic
def confirm_enrolment(enrolment: Enrolment, *, actor: User) -> Outcome:
    """All rows or none; a file that was imported before changes nothing."""
    enrolment = _waiting(enrolment)
    outcome = carry_out(read_roster(enrolment.sheets), enrolment.agency, actor=actor)
    if outcome.problems:
        raise RefusedError(*outcome.problems)
    _close(enrolment, Status.IMPORTED)
    record(
        "enrolment.confirm_enrolment",
        actor=actor,
        subject=f"Berkas {enrolment.file_name}",
        agency=enrolment.agency,
        after={"orang baru": outcome.new_persons, "jabatan baru": outcome.new_offices},
    )
    return outcome


@transaction.atomic
def discard_enrolment(enrolment: Enrolment) -> None:
    """Forget what was read."""
    _close(_waiting(enrolment), Status.DISCARDED)


def _waiting(enrolment: Enrolment) -> Enrolment:
    """OJ-11: it is imported once."""
    enrolment = Enrolment.objects.select_for_update().get(pk=enrolment.pk)
    if enrolment.status != Status.WAITS:
        told = enrolment.get_status_display().lower()
        raise RefusedError(Problem("OJ-11", "berkas", f"{enrolment} sudah {told}."))
    return enrolment


def _close(enrolment: Enrolment, status: Status) -> None:
    enrolment.status, enrolment.sheets = status, {}
    enrolment.save(update_fields=["status", "sheets"])
