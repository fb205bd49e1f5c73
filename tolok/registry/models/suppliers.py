"""Suppliers, merged by tax number; every spelling of their name is kept."""

from __future__ import annotations

from django.db import models

from tolok.organisation.models import SeesAgencies


class SupplierRows(models.QuerySet["Supplier"]):
    def visible_to(self, user: SeesAgencies) -> SupplierRows:
        """Suppliers of packages the user may see: a tax number is not shown to strangers."""
        return self.filter(packages__agency__in=user.agencies().values("pk")).distinct()


class Supplier(models.Model):
    """A business, known by its NPWP in 16 digits (an old one of 15 gets a leading zero)."""

    npwp = models.CharField("NPWP", max_length=16, unique=True)
    name = models.CharField("nama", max_length=300)  # the spelling met most often

    objects = SupplierRows.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def masked_npwp(self) -> str:
        """All but the last four digits hidden, as lists show it."""
        return "•" * (len(self.npwp) - 4) + self.npwp[-4:]


class SupplierName(models.Model):
    """A spelling under which a supplier appears in the sources."""

    supplier = models.ForeignKey(Supplier, models.CASCADE, related_name="names")
    name = models.CharField("nama", max_length=300)
    times = models.PositiveIntegerField("kali", default=1)

    class Meta:
        ordering = ["-times", "name"]
        constraints = [
            models.UniqueConstraint(fields=["supplier", "name"], name="one_row_per_supplier_name")
        ]

    def __str__(self) -> str:
        return self.name
