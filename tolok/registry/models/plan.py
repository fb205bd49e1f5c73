"""RUP: what the agency announced it would buy."""

from __future__ import annotations

from django.db import models

from tolok.organisation.models import Agency
from tolok.registry.models.packages import MONEY
from tolok.registry.models.visible import AgencyRows


class PlanEntry(models.Model):
    """One entry of the rencana umum pengadaan, with its place in the budget."""

    class Way(models.TextChoices):
        SUPPLIER = "penyedia", "Penyedia"
        SELF_MANAGED = "swakelola", "Swakelola"

    # What it is
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="plan_entries")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    code = models.CharField("kode RUP", max_length=30)
    way = models.CharField("cara pengadaan", max_length=10, choices=Way)
    name = models.TextField("nama paket")
    work_unit_code = models.CharField("kode satker", max_length=60, blank=True)
    work_unit_name = models.CharField("satuan kerja", max_length=300, blank=True)
    method = models.CharField("metode", max_length=40, blank=True)
    kind = models.CharField("jenis", max_length=200, blank=True)
    ceiling = models.DecimalField("pagu", **MONEY)
    announced_on = models.DateField("diumumkan", null=True, blank=True)
    selection_from = models.DateField("mulai pemilihan", null=True, blank=True)
    contract_from = models.DateField("mulai kontrak", null=True, blank=True)
    contract_to = models.DateField("akhir kontrak", null=True, blank=True)
    domestic = models.CharField("status PDN", max_length=20, blank=True)
    small_business = models.CharField("status UMK", max_length=20, blank=True)

    # Its place in the budget, from the activity code (MAK) of its budget lines
    budget_code = models.CharField("MAK", max_length=120, blank=True)
    programme = models.CharField("program", max_length=300, blank=True)
    activity = models.CharField("kegiatan", max_length=300, blank=True)
    sub_activity = models.CharField("subkegiatan", max_length=300, blank=True)

    digest = models.CharField(max_length=32)

    objects = AgencyRows["PlanEntry"].as_manager()

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "code"], name="one_plan_entry_per_agency_year_and_code"
            )
        ]

    def __str__(self) -> str:
        return self.name
