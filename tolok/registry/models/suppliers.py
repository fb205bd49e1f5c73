"""Suppliers, merged by tax number; every spelling of their name is kept."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.db.models import F, OuterRef, Q
from django.urls import reverse

from tolok.organisation.models import SeesAgencies
from tolok.organisation.rows import YearDesk

SORTED_BY: Final = {"nama": "name", "paket": "won", "nilai": "worth"}


class SupplierRows(models.QuerySet["Supplier"]):
    def visible_to(self, user: SeesAgencies) -> SupplierRows:
        """Suppliers of packages the user may see: a tax number is not shown to strangers."""
        return self.filter(packages__agency__in=user.agencies().values("pk")).distinct()

    def seen_in(self, request: YearDesk) -> SupplierRows:
        """Winners of the agency and year at work in, with how much they won."""
        theirs = self.filter(
            packages__agency__in=request.user.agencies().values("pk"),
            packages__agency=request.agency,
            packages__year=request.year,
        )
        return theirs.annotate(
            won=models.Count("packages"), worth=models.Sum("packages__contract_value")
        )

    def matching(self, text: str) -> SupplierRows:
        """By any spelling of the name, or by the whole NPWP."""
        spelled = SupplierName.objects.filter(supplier=OuterRef("pk"), name__icontains=text)
        digits = "".join(sign for sign in text if sign.isdigit())
        return self.filter(models.Exists(spelled) | Q(npwp=digits.zfill(16)) & Q(npwp__gt=""))

    def sorted_by(self, key: str) -> SupplierRows:
        column = SORTED_BY.get(key.removeprefix("-"), "worth")
        falling = key.startswith("-") or not key
        order = F(column).desc if falling else F(column).asc
        return self.order_by(order(nulls_last=True), "name")


class Supplier(models.Model):
    """A business, known by its NPWP in 16 digits (an old one of 15 gets a leading zero)."""

    npwp = models.CharField("NPWP", max_length=16, unique=True)
    name = models.CharField("nama", max_length=300)  # the spelling met most often

    objects = SupplierRows.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("registry:supplier", args=[self.pk])

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
