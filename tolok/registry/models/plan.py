"""RUP: what the agency announced it would buy."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Final

from django.db import models
from django.db.models import F

from tolok.organisation.models import Agency, SeesAgencies, WorkUnitAlias
from tolok.organisation.rows import UnitRows
from tolok.registry.models.packages import MONEY, Package

SORTED_BY: Final = {
    "nama": "name",
    "metode": "method",
    "diumumkan": "announced_on",
    "pagu": "ceiling",
}


class PlanEntryRows(UnitRows["PlanEntry"]):
    def visible_to(self, user: SeesAgencies) -> PlanEntryRows:
        """Respondents see the entries of their unit, by any code it is known under."""
        seen = super().visible_to(user)
        if not user.is_respondent():
            return seen
        aliases = WorkUnitAlias.objects.filter(work_unit__in=user.units())
        by_code = models.Q(work_unit_code__in=user.units().values("code"))
        return seen.filter(by_code | models.Q(work_unit_code__in=aliases.values("alias")))

    def matching(self, text: str) -> PlanEntryRows:
        """Entries whose name, code, work unit, programme or activity holds the text."""
        columns = ("name", "work_unit_name", "programme", "activity", "sub_activity")
        held = [models.Q(**{f"{column}__icontains": text}) for column in columns]
        return self.filter(reduce(or_, held, models.Q(code=text)))

    def methods(self) -> list[str]:
        found = self.exclude(method="").order_by("method")
        return list(found.values_list("method", flat=True).distinct())

    def sorted_by(self, key: str) -> PlanEntryRows:
        column = SORTED_BY.get(key.removeprefix("-"))
        if column is None:
            return self.order_by("name", "code")
        order = F(column).desc if key.startswith("-") else F(column).asc
        return self.order_by(order(nulls_last=True), "code")

    def of_package(self, package: Package) -> PlanEntryRows:
        """The entries a package carries out; it may name several."""
        codes = [code.strip() for code in package.plan_codes.split(";")]
        return self.of_year(package.agency, package.year).filter(code__in=codes)


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

    objects = PlanEntryRows.as_manager()

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "code"], name="one_plan_entry_per_agency_year_and_code"
            )
        ]

    def __str__(self) -> str:
        return self.name
