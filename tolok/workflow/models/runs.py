"""SOP versions, and the years that run on one."""

from __future__ import annotations

from functools import cached_property

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from tolok.cycle.models import FiscalYear
from tolok.organisation.models import Agency, SeesAgencies
from tolok.organisation.rows import YearRows
from tolok.workflow.definition import Definition
from tolok.workflow.loading import definition_in


class SopVersionRows(models.QuerySet["SopVersion"]):
    def visible_to(self, user: SeesAgencies) -> SopVersionRows:
        """Those that ship, and those of the agencies one sees."""
        return self.filter(Q(agency=None) | Q(agency__in=user.agencies().values("pk")))

    def of(self, agency: Agency) -> SopVersionRows:
        """What a year of the agency may run on."""
        return self.filter(Q(agency=None) | Q(agency=agency))


class SopVersion(models.Model):
    """One diagram as it was published; it never changes, and a running year stays on it."""

    # What it is
    agency = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, related_name="sop_versions"
    )  # none: it ships with Tolok
    code = models.CharField("kode", max_length=100)
    version = models.CharField("versi", max_length=40)
    title = models.CharField("judul", max_length=300)
    content = models.BinaryField("diagram")
    sha256 = models.CharField(max_length=64)

    # Who published it, and when
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    published_at = models.DateTimeField("diterbitkan")

    objects = SopVersionRows.as_manager()

    class Meta:
        ordering = ["code", "-published_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["sha256"],
                condition=Q(agency=None),
                name="one_row_per_shipped_diagram",
            ),
            models.UniqueConstraint(
                fields=["agency", "code", "version"],
                condition=Q(agency__isnull=False),
                name="one_diagram_per_agency_code_and_version",
                violation_error_message="Versi SOP ini sudah diterbitkan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.code}, versi {self.version})"

    def get_absolute_url(self) -> str:
        return reverse("workflow:sop", args=[self.sha256])

    @cached_property
    def definition(self) -> Definition:
        return definition_in(bytes(self.content))


class Run(models.Model):
    """A fiscal year on its way through its SOP.

    `state` is the runner's and means nothing to anybody else; `history` says in order which
    steps were completed with which outcome, so the state can be made again from it.
    """

    # What it is
    fiscal_year = models.OneToOneField(FiscalYear, models.PROTECT, related_name="run")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="runs")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    sop = models.ForeignKey(SopVersion, models.PROTECT, related_name="runs")

    # Where it stands
    state = models.JSONField()
    history = models.JSONField(default=list)  # [["KT1.i", null], ["KT1.vi", "returned"]]
    finished_at = models.DateTimeField("selesai", null=True, blank=True)

    # Who began it, and when
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    started_at = models.DateTimeField("dimulai")

    objects = YearRows["Run"].as_manager()

    class Meta:
        ordering = ["agency", "-year"]

    def __str__(self) -> str:
        return f"{self.agency}, TA {self.year}"

    @property
    def definition(self) -> Definition:
        return self.sop.definition
