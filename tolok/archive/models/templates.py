"""Word templates of an agency in place of those that ship."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from tolok.organisation.models import Agency
from tolok.organisation.rows import OwnedRows
from tolok.store import KeptFiles


class OfficeTemplateRows(OwnedRows["OfficeTemplate"]):
    def of(self, agency: Agency | None, document: str) -> OfficeTemplateRows:
        """The agency's versions of a document, the newest first."""
        return self.filter(agency=agency, document=document)

    def each_in_use(self, agency: Agency | None) -> dict[str, OfficeTemplate]:
        """By document: those that replace the shipped ones."""
        rows = self.filter(agency=agency, is_in_use=True).select_related("uploaded_by")
        return {row.document: row for row in rows}

    def in_use(self, agency: Agency, document: str) -> OfficeTemplate | None:
        """The agency's own template of a document, if it has one."""
        return self.filter(agency=agency, document=document, is_in_use=True).first()


class OfficeTemplate(models.Model):
    """One version of an agency's template; versions stay, as papers were made with them."""

    kept_files = KeptFiles(("sha256",), called="templat instansi")

    # What it is
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="office_templates")
    document = models.CharField("dokumen", max_length=20)  # its code in the catalogue
    version = models.PositiveIntegerField("versi")
    name = models.CharField("berkas", max_length=255)
    sha256 = models.CharField(max_length=64)
    note = models.CharField("catatan", max_length=300, blank=True)

    # Where it stands
    is_in_use = models.BooleanField("dipakai", default=False)

    # Who and when
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField("diunggah", auto_now_add=True)

    objects = OfficeTemplateRows.as_manager()

    class Meta:
        ordering = ["document", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "document", "version"],
                name="office_template_versions_count",
                violation_error_message="Versi templat ini sudah ada.",
            ),
            models.UniqueConstraint(
                fields=["agency", "document"],
                condition=Q(is_in_use=True),
                name="one_office_template_in_use",
                violation_error_message="Hanya satu versi templat yang dipakai.",
            ),
        ]

    def __str__(self) -> str:
        return f"Templat {self.document} versi {self.version}"

    def get_absolute_url(self) -> str:
        return reverse("archive:office_template", args=[self.pk])

    @property
    def label(self) -> str:
        return f"Versi {self.version}"
