"""The year's circular (F2), and the units it goes to."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, Max, OuterRef, Q, Subquery
from django.urls import reverse

from tolok.organisation.models import Agency, WorkUnit
from tolok.organisation.rows import OwnedRows, YearRows
from tolok.outreach.models.deliveries import Delivery
from tolok.outreach.models.receipts import PpkAnswer
from tolok.people.models import Role

SIGNERS = (Role.PIMPINAN, Role.KEPALA_UKPBJ, Role.KETUA_TIM)


class CircularRows(YearRows["Circular"]):
    """Rows that carry `agency` and `year`."""


class Circular(models.Model):
    """What the Koordinator wrote of the circular; the rest follows from the plan.

    The letter itself is a paper of the archive: drafted with the plan, issued once approved.
    """

    # What it is
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="circulars")
    year = models.PositiveSmallIntegerField("tahun anggaran")

    # What it says beside the plan
    opening = models.TextField("latar belakang")
    closing = models.TextField("penutup")
    reply_by = models.DateField("batas penunjukan penanggung jawab kinerja", null=True, blank=True)
    copies = models.TextField("tembusan", blank=True)  # one a line
    contact = models.CharField("narahubung", max_length=200, blank=True)
    signer_role = models.CharField(
        "ditandatangani oleh",
        max_length=30,
        choices=[(role.value, role.label) for role in SIGNERS],
        default=Role.PIMPINAN,
    )

    # Which plan its draft was made of
    plan_sha256 = models.CharField(max_length=64, blank=True)

    # Who and when
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    saved_at = models.DateTimeField("disimpan")

    objects = CircularRows.as_manager()

    class Meta:
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year"],
                name="one_circular_per_agency_and_year",
                violation_error_message="Surat edaran tahun ini sudah disusun.",
            ),
        ]

    def __str__(self) -> str:
        return f"Surat Edaran Implementasi Pengelolaan Kinerja Pengadaan TA {self.year}"

    def get_absolute_url(self) -> str:
        return reverse("outreach:circular")

    @property
    def whom(self) -> str:
        """Whom a unit asks."""
        return ": ".join(filter(None, (f"{self.agency.unit_name}, {self.agency}", self.contact)))


class AddresseeRows(OwnedRows["Addressee"]):
    agency_at = "circular__agency"

    def receiving(self) -> AddresseeRows:
        """Those the circular goes to."""
        return self.filter(left_out_reason="")

    def left_out(self) -> AddresseeRows:
        return self.exclude(left_out_reason="")

    def sent(self) -> AddresseeRows:
        return self.receiving().filter(Exists(_sent_to()))

    def unsent(self) -> AddresseeRows:
        return self.receiving().filter(~Exists(_sent_to()))

    def acknowledged(self) -> AddresseeRows:
        return self.receiving().filter(receipt__isnull=False)

    def open(self) -> AddresseeRows:
        """Sent to, and not acknowledged yet."""
        return self.sent().filter(receipt=None)

    def unacknowledged(self) -> AddresseeRows:
        return self.receiving().filter(receipt=None)

    def with_proposals(self) -> AddresseeRows:
        """Whose unit proposed something about its PPKs that nobody has decided."""
        waiting = PpkAnswer.objects.waiting().filter(receipt__addressee=OuterRef("pk"))
        return self.filter(Exists(waiting))

    def matching(self, text: str) -> AddresseeRows:
        return self.filter(Q(unit__name__icontains=text) | Q(unit__code__icontains=text))

    def for_board(self) -> AddresseeRows:
        """With how often, when and how it was sent, in one query."""
        last = _sent_to().order_by("-sent_on", "-pk")
        sent = Q(deliveries__sent_on__isnull=False)
        related = self.select_related("unit", "receipt", "circular__agency")
        return related.annotate(
            times_sent=Count("deliveries", filter=sent),
            last_sent_on=Max("deliveries__sent_on"),
            last_channel=Subquery(last.values("channel")[:1]),
        ).order_by("unit__name", "pk")


def _sent_to() -> models.QuerySet[Delivery]:
    return Delivery.objects.filter(addressee=OuterRef("pk"), sent_on__isnull=False)


class Addressee(models.Model):
    """A unit the circular goes to, or one that is left out with a reason."""

    # What it is
    circular = models.ForeignKey(Circular, models.PROTECT, related_name="addressees")
    unit = models.ForeignKey(WorkUnit, models.PROTECT, related_name="+")

    # Whom it reaches there
    contact_name = models.CharField("nama penerima", max_length=200, blank=True)
    contact_position = models.CharField("jabatan penerima", max_length=200, blank=True)
    contact_address = models.CharField("nomor WhatsApp atau surel", max_length=200, blank=True)

    # Whether it is left out
    left_out_reason = models.CharField("alasan tidak dikirimi", max_length=300, blank=True)

    objects = AddresseeRows.as_manager()

    class Meta:
        ordering = ["unit__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["circular", "unit"],
                name="a_unit_once_in_a_circular",
                violation_error_message="Unit kerja ini sudah ada dalam daftar penerima.",
            ),
        ]

    def __str__(self) -> str:
        return self.unit.name

    def get_absolute_url(self) -> str:
        return reverse("outreach:addressee", args=[self.pk])

    @property
    def is_left_out(self) -> bool:
        return bool(self.left_out_reason)

    def days_open(self, today: date) -> int | None:
        """Since it was last sent; None where it never was."""
        last: date | None = getattr(self, "last_sent_on", None)
        return (today - last).days if last else None
