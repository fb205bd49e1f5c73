"""The plan of a fiscal year and its versions."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import Q

from tolok.core.planning.periods import QUARTERS
from tolok.cycle.models import FiscalYear
from tolok.organisation.models import Agency
from tolok.organisation.rows import OwnedRows


class PlanRows(OwnedRows["Plan"]):
    agency_at = "year__agency"

    def of_year(self, agency: Agency | None, year: int | None) -> PlanRows:
        return self.filter(year__agency=agency, year__year=year or 0)


class Plan(models.Model):
    """One agency's performance plan for one fiscal year (Dokumen Perencanaan Kinerja)."""

    year = models.OneToOneField(FiscalYear, models.PROTECT, related_name="plan")
    opened_at = models.DateTimeField("dibuka", auto_now_add=True)

    objects = PlanRows.as_manager()

    def __str__(self) -> str:
        return f"Rencana kinerja {self.year}"

    @property
    def agency(self) -> Agency:
        return self.year.agency


class PlanVersionRows(OwnedRows["PlanVersion"]):
    agency_at = "plan__year__agency"

    def of_year(self, agency: Agency | None, year: int | None) -> PlanVersionRows:
        found = self.filter(plan__year__agency=agency, plan__year__year=year or 0)
        return found.select_related("plan__year__agency", "approved_by", "submitted_by")

    def decided(self) -> PlanVersionRows:
        """Those that were approved once, the newest first."""
        return self.filter(status__in=DECIDED).order_by("-number")

    def open(self) -> PlanVersionRows:
        """The one that is being worked on or waits for a decision."""
        return self.filter(status__in=OPEN)

    def in_force(self, quarter: int = 4) -> PlanVersion | None:
        """The approved version whose targets count in a quarter: earlier achievements keep the
        targets of the version before a change."""
        return self.decided().filter(valid_from__lte=quarter).first()


class PlanVersion(models.Model):
    """One version of the plan; once approved it is frozen, and a change is the next version."""

    class Status(models.TextChoices):
        DRAFT = "draf", "Draf"
        SUBMITTED = "diajukan", "Menunggu persetujuan"
        RETURNED = "dikembalikan", "Dikembalikan"
        APPROVED = "disetujui", "Disetujui"
        REPLACED = "diganti", "Diganti versi berikutnya"

    # What it is
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField("versi", default=1)
    reason = models.CharField("alasan perubahan", max_length=300, blank=True)  # from version 2 on
    valid_from = models.PositiveSmallIntegerField("target berlaku sejak triwulan", default=1)

    # What it says beside its rows
    vision = models.TextField("visi", blank=True)
    missions = models.TextField("misi", blank=True)  # one a line
    background = models.TextField("latar belakang", blank=True)

    # Where it stands
    status = models.CharField("keadaan", max_length=20, choices=Status, default=Status.DRAFT)
    content_sha256 = models.CharField(max_length=64, blank=True)  # as submitted or approved
    content = models.JSONField("isi yang disetujui", null=True, blank=True)
    saved_at = models.DateTimeField("disimpan", null=True, blank=True)

    # Who and when
    authors = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="plans_written")
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    submitted_at = models.DateTimeField("diajukan", null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_at = models.DateTimeField("disetujui", null=True, blank=True)

    objects = PlanVersionRows.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="one_row_per_plan_version"),
            models.UniqueConstraint(
                fields=["plan"],
                condition=Q(status__in=["draf", "diajukan", "dikembalikan"]),
                name="one_open_version_per_plan",
            ),
            models.CheckConstraint(
                condition=Q(valid_from__gte=1, valid_from__lte=4),
                name="targets_count_from_a_quarter",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["disetujui", "diganti"])
                | (Q(approved_at__isnull=False) & ~Q(content_sha256="")),
                name="approval_names_what_was_approved",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan}, versi {self.number}"

    @property
    def agency(self) -> Agency:
        return self.plan.year.agency

    @property
    def year(self) -> int:
        return self.plan.year.year

    @property
    def quarter(self) -> str:
        """From which its targets count: "TW III"."""
        return QUARTERS[self.valid_from - 1]

    @property
    def is_editable(self) -> bool:
        return self.status in EDITABLE

    @property
    def is_decided(self) -> bool:
        return self.status in DECIDED


Status = PlanVersion.Status
EDITABLE: Final = (Status.DRAFT, Status.RETURNED)
OPEN: Final = (*EDITABLE, Status.SUBMITTED)
DECIDED: Final = (Status.APPROVED, Status.REPLACED)
