"""Where papers lie and how long they are kept."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse

from tolok.archive.models.papers import Paper
from tolok.organisation.models import Agency
from tolok.organisation.rows import OwnedRows


class RetentionClass(models.Model):
    """How long papers of a kind are kept, and what becomes of them then (JRA).

    The defaults are internal rules (ketentuan internal); an agency enters its own schedule.
    """

    class Fate(models.TextChoices):
        DESTROY = "musnah", "Musnah"
        PERMANENT = "permanen", "Permanen"
        REVIEW = "dinilai kembali", "Dinilai kembali"

    # What it is
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="retention_classes")
    name = models.CharField("jenis arsip", max_length=150)
    classification = models.CharField("kode klasifikasi", max_length=30, blank=True)  # "000.3"
    documents = models.JSONField("dokumen", default=list)  # codes of the catalogue: ["F5"]

    # How long
    active_years = models.PositiveSmallIntegerField("retensi aktif")  # after the fiscal year
    inactive_years = models.PositiveSmallIntegerField("retensi inaktif")  # after those
    fate = models.CharField("nasib akhir", max_length=20, choices=Fate)
    basis = models.CharField("dasar", max_length=200, blank=True)  # "Ketentuan internal"

    objects = OwnedRows["RetentionClass"].as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "name"],
                name="one_retention_class_of_a_name",
                violation_error_message="Nama jenis arsip ini sudah dipakai.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("archive:edit_retention_class", args=[self.pk])


class KeepingRows(OwnedRows["Keeping"]):
    agency_at = "paper__agency"


class Keeping(models.Model):
    """The archive data of one paper: where it lies and how long it stays."""

    class Form(models.TextChoices):
        PAPER = "kertas", "Kertas"
        ELECTRONIC = "elektronik", "Elektronik"
        BOTH = "kertas dan elektronik", "Kertas dan elektronik"

    class Copy(models.TextChoices):
        ORIGINAL = "asli", "Asli"
        COPY = "salinan", "Salinan"
        BOTH = "asli dan salinan", "Asli dan salinan"

    class Security(models.TextChoices):
        ORDINARY = "biasa", "Biasa"
        RESTRICTED = "terbatas", "Terbatas"
        SECRET = "rahasia", "Rahasia"

    # What it is
    paper = models.OneToOneField(Paper, models.PROTECT, related_name="keeping")
    classification = models.CharField("kode klasifikasi", max_length=30, blank=True)
    count = models.CharField("jumlah", max_length=50, default="1 berkas")
    form = models.CharField("bentuk", max_length=30, choices=Form, default=Form.ELECTRONIC)
    copy = models.CharField(
        "tingkat perkembangan", max_length=20, choices=Copy, default=Copy.ORIGINAL
    )
    security = models.CharField(
        "klasifikasi keamanan", max_length=10, choices=Security, default=Security.ORDINARY
    )
    remark = models.CharField("keterangan", max_length=200, blank=True)

    # Where it lies; all empty for what exists only as a file
    room = models.CharField("ruang", max_length=80, blank=True)
    box = models.CharField("boks", max_length=40, blank=True)
    folder = models.CharField("map", max_length=40, blank=True)

    # How long
    retention_class = models.ForeignKey(
        RetentionClass, models.PROTECT, null=True, blank=True, related_name="keepings"
    )
    is_held = models.BooleanField("ditahan", default=False)  # a case, an audit: it may not go
    hold_reason = models.CharField("alasan penahanan", max_length=200, blank=True)

    objects = KeepingRows.as_manager()

    class Meta:
        ordering = ["paper"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_held=False) | ~Q(hold_reason=""),
                name="a_hold_has_its_reason",
                violation_error_message="Penahanan arsip harus menyebut alasannya.",
            ),
        ]

    def __str__(self) -> str:
        return f"Data arsip {self.paper}"

    @property
    def place(self) -> str:
        named = (("", self.room), ("boks ", self.box), ("map ", self.folder))
        return ", ".join(word + value for word, value in named if value)
