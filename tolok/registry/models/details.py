"""What belongs to one package: its announcements, bids, stages, contracts and hand-overs."""

from __future__ import annotations

from django.db import models

from tolok.registry.models.packages import MONEY, Package


class Attempt(models.Model):
    """One announcement of a package; a repeat is the next attempt under a new tender code."""

    package = models.ForeignKey(Package, models.CASCADE, related_name="attempt_rows")
    process_code = models.CharField("kode tender", max_length=60)
    version = models.PositiveSmallIntegerField("ke")
    announced_on = models.DateField("diumumkan", null=True, blank=True)
    status = models.CharField("status", max_length=20)
    reason = models.TextField("alasan", blank=True)

    class Meta:
        ordering = ["version", "process_code"]

    def __str__(self) -> str:
        return f"{self.process_code} (ke-{self.version})"


class Bid(models.Model):
    """A bid with a price; those who only registered are counted, not listed."""

    package = models.ForeignKey(Package, models.CASCADE, related_name="bids")
    process_code = models.CharField("kode tender", max_length=60)
    supplier_npwp = models.CharField("NPWP", max_length=20, blank=True)
    supplier_name = models.CharField("penawar", max_length=300)
    offer = models.DecimalField("penawaran", **MONEY)
    corrected = models.DecimalField("terkoreksi", **MONEY)
    won = models.BooleanField("pemenang", default=False)

    class Meta:
        ordering = ["process_code", "offer"]

    def __str__(self) -> str:
        return self.supplier_name


class Stage(models.Model):
    """A stage of the tender schedule, as last published: by the clock of its LPSE."""

    package = models.ForeignKey(Package, models.CASCADE, related_name="stages")
    process_code = models.CharField("kode tender", max_length=60)
    position = models.PositiveSmallIntegerField("urutan")
    name = models.CharField("tahap", max_length=120)
    starts = models.CharField("mulai", max_length=16, blank=True)  # "2024-12-27 09:00"
    ends = models.CharField("selesai", max_length=16, blank=True)

    class Meta:
        ordering = ["process_code", "position"]

    def __str__(self) -> str:
        return self.name


class Contract(models.Model):
    """One version of a contract: the first, or one made by an addendum."""

    package = models.ForeignKey(Package, models.CASCADE, related_name="contracts")
    number = models.CharField("nomor", max_length=300, blank=True)
    version = models.PositiveSmallIntegerField("adendum ke", default=0)
    signed_on = models.DateField("tanggal", null=True, blank=True)
    value = models.DecimalField("nilai", **MONEY)
    kind = models.CharField("jenis kontrak", max_length=80, blank=True)
    status = models.CharField("status", max_length=20, blank=True)
    starts_on = models.DateField("mulai", null=True, blank=True)
    due_on = models.DateField("selesai", null=True, blank=True)
    reason = models.TextField("alasan adendum", blank=True)

    class Meta:
        ordering = ["version", "signed_on"]

    def __str__(self) -> str:
        return self.number


class Handover(models.Model):
    """A hand-over and the payment that goes with it (BAST, BAP)."""

    package = models.ForeignKey(Package, models.CASCADE, related_name="handovers")
    number = models.CharField("nomor BAST", max_length=300, blank=True)
    handed_over_on = models.DateField("tanggal BAST", null=True, blank=True)
    payment_on = models.DateField("tanggal BAP", null=True, blank=True)
    amount = models.DecimalField("pembayaran", **MONEY)
    progress = models.DecimalField(
        "kemajuan (%)", max_digits=6, decimal_places=2, null=True, blank=True
    )

    class Meta:
        ordering = ["payment_on", "handed_over_on"]

    def __str__(self) -> str:
        return self.number
