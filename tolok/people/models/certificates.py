"""Certificates of procurement competence: their lack is a warning, never a bar."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from tolok.people.models.users import User


class CertificateRows(models.QuerySet["Certificate"]):
    def visible_to(self, user: User) -> CertificateRows:
        return self.filter(user__in=User.objects.visible_to(user).values("pk"))

    def of_procurement(self) -> CertificateRows:
        return self.exclude(kind=Certificate.Kind.OTHER)


class Certificate(models.Model):
    """A certificate of a person, with its number and validity."""

    class Kind(models.TextChoices):
        LEVEL_1 = "level_1", "Keahlian PBJ tingkat dasar/level 1"
        COMPETENCE = "competence", "Kompetensi pengelola PBJ"
        OTHER = "other", "Lainnya"

    user = models.ForeignKey(User, models.PROTECT, related_name="certificates")
    kind = models.CharField("jenis", max_length=20, choices=Kind)
    number = models.CharField("nomor", max_length=100)
    issued = models.DateField("diterbitkan")
    expires = models.DateField("berlaku sampai dengan", null=True, blank=True)  # none: for ever

    # Who entered it here
    recorded_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="certificates_recorded"
    )  # none: done on the server itself

    objects = CertificateRows.as_manager()

    class Meta:
        ordering = ["-issued", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "kind", "number"],
                name="one_certificate_per_person_and_number",
                violation_error_message="Sertifikat dengan nomor ini sudah tercatat.",
            ),
            models.CheckConstraint(
                condition=Q(expires__isnull=True) | Q(expires__gte=F("issued")),
                name="certificate_expires_after_it_is_issued",
                violation_error_message="Tanggal berakhir mendahului tanggal terbit.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"

    def is_valid_on(self, day: date) -> bool:
        return self.issued <= day and (self.expires is None or day <= self.expires)
