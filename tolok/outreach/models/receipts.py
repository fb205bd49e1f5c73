"""What the units answered: that they have it, who is answerable, who their PPKs are."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from tolok.organisation.rows import OwnedRows
from tolok.store import KeptFiles


class ReceiptRows(OwnedRows["Receipt"]):
    agency_at = "addressee__circular__agency"


class Receipt(models.Model):
    """A unit's acknowledgement (tanda terima), with the penanggung jawab kinerja it names."""

    kept_files = KeptFiles(
        ("file_sha256",), called="tanda terima edaran", agency_at="addressee__circular__agency"
    )

    class Way(models.TextChoices):
        SIGNED_IN = "signed_in", "Masuk ke Tolok"
        LINK = "link", "Tautan"
        PAPER = "paper", "Kertas"

    # Whose it is, and how it came
    addressee = models.OneToOneField("outreach.Addressee", models.PROTECT, related_name="receipt")
    way = models.CharField("cara", max_length=10, choices=Way)

    # Who has it, and since when
    name = models.CharField("nama penerima", max_length=200)
    position = models.CharField("jabatan penerima", max_length=200)
    received_on = models.DateField("diterima")

    # Who is answerable for the unit's performance data
    pic_name = models.CharField("nama penanggung jawab kinerja", max_length=200, blank=True)
    pic_position = models.CharField("jabatannya", max_length=200, blank=True)
    pic_address = models.CharField("nomor telepon atau surel", max_length=200, blank=True)

    # The signed sheet, where it came on paper
    file_name = models.CharField("pindaian", max_length=255, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True)
    file_type = models.CharField(max_length=100, blank=True)

    # Who recorded it
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )  # none: through a link, by the one named
    recorded_at = models.DateTimeField("dicatat")

    objects = ReceiptRows.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(way="paper") | ~Q(file_sha256=""),
                name="a_receipt_on_paper_has_its_scan",
                violation_error_message="Tanda terima kertas disertai pindaiannya.",
            ),
            models.CheckConstraint(
                condition=Q(way="link") | Q(recorded_by__isnull=False),
                name="only_links_are_used_without_signing_in",
            ),
        ]

    def __str__(self) -> str:
        return f"Tanda terima {self.addressee}"


class PpkAnswerRows(OwnedRows["PpkAnswer"]):
    agency_at = "receipt__addressee__circular__agency"

    def waiting(self) -> PpkAnswerRows:
        """Corrections nobody has decided about."""
        return self.exclude(says=PpkAnswer.Says.CONFIRMED).filter(decision="")

    def standing(self) -> PpkAnswerRows:
        """Who the unit's PPKs are: confirmed, or added and taken over."""
        added = Q(says=PpkAnswer.Says.ADDED, decision=PpkAnswer.Decision.TAKEN)
        refused = Q(says=PpkAnswer.Says.REMOVED, decision=PpkAnswer.Decision.REFUSED)
        return self.filter(Q(says=PpkAnswer.Says.CONFIRMED) | added | refused)


class PpkAnswer(models.Model):
    """What a unit says of one PPK. A correction is a proposal: it changes no office by itself."""

    class Says(models.TextChoices):
        CONFIRMED = "confirmed", "Benar"
        REMOVED = "removed", "Bukan lagi PPK"
        ADDED = "added", "PPK lain"

    class Decision(models.TextChoices):
        WAITING = "", "Menunggu Koordinator"
        TAKEN = "taken", "Diambil alih"
        REFUSED = "refused", "Tidak diambil alih"

    # What it says
    receipt = models.ForeignKey(Receipt, models.CASCADE, related_name="ppks")
    name = models.CharField("nama PPK", max_length=200)
    nip = models.CharField("NIP", max_length=30, blank=True)
    says = models.CharField("jawaban", max_length=10, choices=Says)

    # What became of it
    decision = models.CharField(
        "keputusan", max_length=10, choices=Decision, blank=True, default=Decision.WAITING
    )
    decision_reason = models.CharField("alasan", max_length=300, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField("diputuskan", null=True, blank=True)

    objects = PpkAnswerRows.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_waiting(self) -> bool:
        return self.says != self.Says.CONFIRMED and not self.decision
