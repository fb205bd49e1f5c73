"""Packages: one row per procurement process, as derived from what was published."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from django.db import models
from django.db.models import ExpressionWrapper, F, FloatField, OuterRef
from django.db.models.functions import Cast, NullIf
from django.urls import reverse

from tolok.organisation.models import Agency, WorkUnit
from tolok.registry.models.findings import Finding
from tolok.registry.models.pokja import Pokja
from tolok.registry.models.suppliers import Supplier
from tolok.registry.models.visible import AgencyRows
from tolok.registry.packages.gaps import BY_FIELD, GAPS

SORTED_BY: Final = {  # as the address of the list says it -> column
    "nama": "name",
    "satker": "work_unit_name",
    "metode": "method",
    "status": "status",
    "pengumuman": "announced_on",
    "pagu": "ceiling",
    "hps": "owner_estimate",
    "kontrak": "contract_value",
}
MONEY: Final[dict[str, Any]] = {"max_digits": 20, "decimal_places": 2, "null": True, "blank": True}


def _open_finding() -> models.Exists:
    """Whether a rule still doubts the package of the outer query."""
    return models.Exists(
        Finding.objects.open().filter(
            agency=OuterRef("agency"), year=OuterRef("year"), package_code=OuterRef("code")
        )
    )


def _ratio() -> ExpressionWrapper[Any]:
    """The contract as a share of its HPS: to order by, never to print."""
    value, estimate = Cast("contract_value", FloatField()), Cast("owner_estimate", FloatField())
    return ExpressionWrapper(value / NullIf(estimate, 0.0), FloatField())


class PackageRows(AgencyRows["Package"]):
    def matching(self, text: str) -> PackageRows:
        """Packages whose name, code, work unit or supplier holds the text."""
        named = models.Q(name__icontains=text) | models.Q(supplier_name__icontains=text)
        coded = (
            models.Q(code=text) | models.Q(process_code=text) | models.Q(plan_codes__contains=text)
        )
        return self.filter(named | coded | models.Q(work_unit_name__icontains=text))

    def for_list(self) -> PackageRows:
        return self.select_related("work_unit", "supplier").order_by("-announced_on", "code")

    def in_quarter(self, quarter: int) -> PackageRows:
        """Packages announced in that quarter of their fiscal year."""
        return self.filter(announced_on__quarter=quarter, announced_on__year=F("year"))

    def with_open_findings(self) -> PackageRows:
        """Packages that a rule doubts."""
        return self.filter(_open_finding())

    def without_open_findings(self) -> PackageRows:
        return self.exclude(_open_finding())

    def lacking(self, field: str) -> PackageRows:
        """Packages that should have this fact by now and do not."""
        return self.filter(BY_FIELD[field].lacking)

    def work_unit_names(self) -> list[tuple[str, str]]:
        """Code and name of every work unit that has one of these packages."""
        units = self.exclude(work_unit_code="").values_list("work_unit_code", "work_unit_name")
        return sorted(dict(units.order_by().distinct()).items(), key=lambda unit: unit[1])

    def kinds(self) -> list[str]:
        return list(
            self.exclude(kind="").order_by("kind").values_list("kind", flat=True).distinct()
        )

    def totals(self) -> dict[str, Any]:
        """How many there are, and what they are worth together."""
        return self.order_by().aggregate(
            packages=models.Count("pk"),
            ceiling=models.Sum("ceiling"),
            contract_value=models.Sum("contract_value"),
        )

    def above_estimate(self) -> PackageRows:
        """Contracts above their HPS, the farthest first."""
        return self.filter(contract_value__gt=F("owner_estimate")).order_by(_ratio().desc(), "code")

    def below_estimate(self, share: Decimal) -> PackageRows:
        """Contracts below that share of their HPS, the lowest first."""
        below = self.filter(contract_value__lt=F("owner_estimate") * share)
        return below.order_by(_ratio().asc(), "code")

    def needs(self, package: Package) -> frozenset[str]:
        """The facts the package should have by now, present or not."""
        needed = {gap.field: models.Count("pk", filter=gap.needed) for gap in GAPS}
        found = self.filter(pk=package.pk).aggregate(**needed)
        return frozenset(field for field, times in found.items() if times)

    def sorted_by(self, key: str) -> PackageRows:
        """By one of the columns of the list, `-key` the other way round; blanks come last."""
        column = SORTED_BY.get(key.removeprefix("-"))
        if column is None:
            return self.for_list()
        order = F(column).desc if key.startswith("-") else F(column).asc
        return self.for_list().order_by(order(nulls_last=True), "code")


class Package(models.Model):
    """One procurement process of an agency and year; a repeated tender stays one package.

    Its columns are the fields of `fields.toml` under their code names, with accepted corrections
    applied. The rows are made anew from imports and corrections, never edited.
    """

    class Status(models.TextChoices):
        DONE = "selesai", "Selesai"
        FAILED = "gagal", "Gagal"
        RUNNING = "berlangsung", "Berlangsung"

    class ContractStatus(models.TextChoices):
        RUNNING = "berjalan", "Berjalan"
        DONE = "selesai", "Selesai"
        TERMINATED = "putus", "Putus"

    # What it is
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="packages")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    code = models.CharField("kode paket", max_length=60)
    process = models.CharField("jenis proses", max_length=20)
    process_code = models.CharField("kode tender", max_length=60, blank=True)
    plan_codes = models.CharField("kode RUP", max_length=500, blank=True)
    name = models.TextField("nama paket", blank=True)
    work_unit = models.ForeignKey(
        WorkUnit, models.PROTECT, null=True, blank=True, related_name="packages"
    )
    work_unit_code = models.CharField("kode satker", max_length=60, blank=True)
    work_unit_name = models.CharField("satuan kerja", max_length=300, blank=True)
    method = models.CharField("metode pemilihan", max_length=40, blank=True)
    kind = models.CharField("jenis pengadaan", max_length=80, blank=True)
    qualification = models.CharField("kualifikasi", max_length=40, blank=True)
    funding = models.CharField("sumber dana", max_length=80, blank=True)
    pokja = models.ForeignKey(
        Pokja, models.SET_NULL, null=True, blank=True, related_name="packages"
    )
    pokja_code = models.CharField("kode Pokja", max_length=20, blank=True)

    # Where it stands
    status = models.CharField("status", max_length=20, choices=Status, blank=True)
    attempts = models.PositiveSmallIntegerField("jumlah pengumuman", default=1)
    failed_attempts = models.PositiveSmallIntegerField("pengumuman gagal", default=0)
    contract_status = models.CharField(
        "status kontrak", max_length=20, choices=ContractStatus, blank=True
    )
    has_contract = models.BooleanField("ada e-kontrak", default=False)
    contract_done = models.BooleanField("kontrak selesai", default=False)
    addenda = models.PositiveSmallIntegerField("adendum", null=True, blank=True)
    value_addendum = models.BooleanField("adendum mengubah nilai", null=True)

    # Money, in rupiah
    ceiling = models.DecimalField("pagu", **MONEY)
    owner_estimate = models.DecimalField("HPS", **MONEY)
    offer = models.DecimalField("nilai penawaran", **MONEY)
    negotiated = models.DecimalField("nilai negosiasi", **MONEY)
    lowest_bid = models.DecimalField("penawaran terendah", **MONEY)
    contract_value = models.DecimalField("nilai kontrak", **MONEY)
    domestic_value = models.DecimalField("nilai PDN", **MONEY)
    small_business_value = models.DecimalField("nilai UMK-Koperasi", **MONEY)
    paid = models.DecimalField("nilai pembayaran", **MONEY)
    payments = models.PositiveIntegerField("jumlah pembayaran", null=True, blank=True)

    # Bidders and supplier
    registrants = models.PositiveIntegerField("pendaftar", null=True, blank=True)
    bidders = models.PositiveIntegerField("penawar", null=True, blank=True)
    supplier = models.ForeignKey(
        Supplier, models.SET_NULL, null=True, blank=True, related_name="packages"
    )
    supplier_npwp = models.CharField("NPWP penyedia", max_length=20, blank=True)
    supplier_name = models.CharField("penyedia", max_length=300, blank=True)

    # Dates
    created_on = models.DateField("dibuat", null=True, blank=True)
    announced_on = models.DateField("pengumuman", null=True, blank=True)
    award_due_on = models.DateField("jadwal penetapan", null=True, blank=True)
    awarded_on = models.DateField("penetapan pemenang", null=True, blank=True)
    appointed_on = models.DateField("SPPBJ", null=True, blank=True)
    signed_on = models.DateField("kontrak", null=True, blank=True)
    work_starts_on = models.DateField("mulai pekerjaan", null=True, blank=True)
    work_due_on = models.DateField("akhir pekerjaan", null=True, blank=True)
    handed_over_on = models.DateField("BAST", null=True, blank=True)

    # What it was derived from, to see whether it changed
    digest = models.CharField(max_length=32)

    objects = PackageRows.as_manager()

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "code"], name="one_package_per_agency_year_and_code"
            )
        ]
        indexes = [
            models.Index(fields=["agency", "year", "method", "status"]),
            models.Index(fields=["agency", "year", "announced_on"]),
        ]

    def __str__(self) -> str:
        return self.name or self.code

    def get_absolute_url(self) -> str:
        return reverse("registry:package", args=[self.pk])
