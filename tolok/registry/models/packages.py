"""Packages: one row per procurement process, as derived from what was published."""

from __future__ import annotations

from typing import Any, Final

from django.db import models
from django.urls import reverse

from tolok.organisation.models import Agency, WorkUnit
from tolok.registry.models.package_rows import PackageRows
from tolok.registry.models.pokja import Pokja
from tolok.registry.models.suppliers import Supplier

MONEY: Final[dict[str, Any]] = {"max_digits": 20, "decimal_places": 2, "null": True, "blank": True}


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
