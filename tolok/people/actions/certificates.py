"""What is done to certificates."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from tolok.core.problem import Problem, RefusedError
from tolok.people.models import Certificate, User
from tolok.people.rights import refuse_unless_managed
from tolok.trail.record import record


@dataclass(frozen=True)
class CertificateFacts:
    """What stands on the certificate."""

    kind: Certificate.Kind
    number: str
    issued: date
    expires: date | None = None


@transaction.atomic
def add_certificate(
    user: User, facts: CertificateFacts, *, actor: User | None = None
) -> Certificate:
    """PG-19: it has a number, ends after it begins, and is on record once."""
    user = User.objects.select_for_update().get(pk=user.pk)
    number = " ".join(facts.number.split())
    if problem := certificate_problem(user, facts, number):
        raise RefusedError(problem)
    certificate = Certificate.objects.create(
        user=user,
        kind=facts.kind,
        number=number,
        issued=facts.issued,
        expires=facts.expires,
        recorded_by=actor,
    )
    record(
        "people.add_certificate",
        actor=actor,
        subject=f"Pengguna {user.email}",
        after=as_values(certificate),
    )
    return certificate


def certificate_problem(user: User, facts: CertificateFacts, number: str) -> Problem | None:
    if not number:
        return Problem("PG-19", "nomor", "Masih kosong. Tuliskan nomor pada sertifikatnya.")
    if facts.expires and facts.expires < facts.issued:
        return Problem(
            "PG-19", "berlaku sampai dengan", "Tanggal berakhir mendahului tanggal terbit."
        )
    if user.certificates.filter(kind=facts.kind, number=number).exists():
        return Problem("PG-19", "nomor", f"Sertifikat nomor {number} sudah tercatat.")
    return None


@transaction.atomic
def remove_certificate(certificate: Certificate, *, actor: User | None = None) -> None:
    """Take back one recorded by mistake; the trail keeps what it was.

    PG-21: that of a person who works in another agency too may be that agency's record, so it is
    taken back by who entered it or by the administrator of all.
    """
    if actor is None or certificate.recorded_by != actor:
        refuse_unless_managed(actor, certificate.user)
    before, user = as_values(certificate), certificate.user
    certificate.delete()
    record(
        "people.remove_certificate",
        actor=actor,
        subject=f"Pengguna {user.email}",
        before=before,
    )


def as_values(certificate: Certificate) -> dict[str, object]:
    return {
        "jenis": certificate.kind,
        "nomor": certificate.number,
        "terbit": certificate.issued,
        "sampai": certificate.expires,
    }
