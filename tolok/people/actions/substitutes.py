"""Who decides in an office when its holder wrote what is decided on."""

from django.db import transaction

from tolok.core.problem import Problem, RefusedError
from tolok.people.models import Office, User
from tolok.trail.record import record


@transaction.atomic
def name_substitute(
    office: Office, substitute: User | None, *, actor: User | None = None
) -> Office:
    """Who decides when the holder is the author; none takes the name back.

    PG-20: another person, who holds an office in the same agency today.
    """
    office = Office.objects.select_for_update().get(pk=office.pk)
    if substitute and (problem := substitute_problem(office, substitute)):
        raise RefusedError(problem)
    before = office.substitute
    office.substitute = substitute
    office.save(update_fields=["substitute"])
    record(
        "people.name_substitute",
        actor=actor,
        subject=f"Jabatan {office}",
        agency=office.agency,
        before={"pengganti": before.name if before else None},
        after={"pengganti": substitute.name if substitute else None},
    )
    return office


def substitute_problem(office: Office, substitute: User) -> Problem | None:
    if substitute == office.user:
        return Problem("PG-20", "pengganti", "Pengganti harus orang lain.")
    if not substitute.offices_on().filter(agency=office.agency).exists():
        return Problem(
            "PG-20",
            "pengganti",
            f"{substitute} tidak memegang jabatan apa pun di {office.agency} hari ini. "
            "Beri jabatan lebih dahulu.",
        )
    return None
