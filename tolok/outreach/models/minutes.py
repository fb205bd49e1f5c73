"""What is gone through at a meeting, what was said and agreed, and what was handed out."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from tolok.archive.models import Paper
from tolok.organisation.rows import OwnedRows
from tolok.outreach.models.meetings import Meeting
from tolok.store import KeptFiles


class AgendaItem(models.Model):
    """A point of the programme; afterwards, with what was said about it."""

    # What it is
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda")
    order = models.PositiveSmallIntegerField()
    time = models.CharField("waktu", max_length=20, blank=True)  # "09.00-09.15"
    topic = models.CharField("acara", max_length=300)
    speaker = models.CharField("pembicara", max_length=200, blank=True)

    # What was said
    presented = models.TextField("paparan", blank=True)
    remarks = models.TextField("tanggapan", blank=True)  # "Dinas Kesehatan: …", one a line
    conclusion = models.TextField("kesimpulan", blank=True)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "order"], name="agenda_items_have_their_order"
            ),
        ]

    def __str__(self) -> str:
        return self.topic


class Minutes(models.Model):
    """What stands in the minutes beside the points, and what the report adds.

    Lists are texts with one entry a line, as people type them.
    """

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="minutes")

    # The minutes
    opening = models.TextField("pembukaan", blank=True)
    decisions = models.TextField("keputusan", blank=True)
    closing = models.TextField("penutup", blank=True)

    # The report
    results = models.TextField("hasil yang dicapai", blank=True)
    conclusions = models.TextField("kesimpulan", blank=True)
    suggestions = models.TextField("saran", blank=True)

    # How well it was understood, where a test was taken: means from 0 to 100
    tested = models.PositiveSmallIntegerField("peserta tes", default=0)
    test_before = models.DecimalField(
        "nilai sebelum acara", max_digits=5, decimal_places=2, null=True, blank=True
    )
    test_after = models.DecimalField(
        "nilai sesudah acara", max_digits=5, decimal_places=2, null=True, blank=True
    )

    # Who and when
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    saved_at = models.DateTimeField("disimpan", null=True, blank=True)  # none: nobody wrote yet

    class Meta:
        verbose_name_plural = "minutes"
        constraints = [
            models.CheckConstraint(
                condition=Q(test_before=None) | Q(test_before__range=(0, 100)),
                name="test_before_from_0_to_100",
                violation_error_message="Nilai tes dari 0 sampai 100.",
            ),
            models.CheckConstraint(
                condition=Q(test_after=None) | Q(test_after__range=(0, 100)),
                name="test_after_from_0_to_100",
                violation_error_message="Nilai tes dari 0 sampai 100.",
            ),
        ]

    def __str__(self) -> str:
        return f"Notula {self.meeting}"


class FollowUp(models.Model):
    """What somebody promised at a meeting."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="follow_ups")
    order = models.PositiveSmallIntegerField()
    task = models.CharField("tindak lanjut", max_length=500)
    owner = models.CharField(
        "penanggung jawab", max_length=200, blank=True
    )  # "" while the minutes are being typed
    due = models.DateField("batas waktu", null=True, blank=True)  # none: none was agreed
    proof = models.CharField("hasil yang ditunjukkan", max_length=200, blank=True)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.task


class Question(models.Model):
    """A question from the floor, and the answer."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="questions")
    order = models.PositiveSmallIntegerField()
    asker = models.CharField("penanya", max_length=200, blank=True)  # a unit rather than a person
    question = models.TextField("pertanyaan")
    answer = models.TextField("jawaban", blank=True)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.question


class OpenMatter(models.Model):
    """What a workshop could not settle."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="open_matters")
    order = models.PositiveSmallIntegerField()
    matter = models.CharField("hal yang belum disepakati", max_length=500)
    options = models.CharField("pilihan", max_length=500, blank=True)
    decides = models.CharField("diputuskan oleh", max_length=200, blank=True)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.matter


class MaterialRows(OwnedRows["Material"]):
    agency_at = "meeting__agency"

    def handed_out(self) -> MaterialRows:
        return self.filter(is_photo=False)

    def photos(self) -> MaterialRows:
        return self.filter(is_photo=True)


class Material(models.Model):
    """What was handed out or shown: a kept file, or a paper of the archive; or a photo."""

    kept_files = KeptFiles(
        ("file_sha256", "shown_sha256"), called="bahan rapat", agency_at="meeting__agency"
    )

    # What it is
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="materials")
    title = models.CharField("judul", max_length=300)
    is_photo = models.BooleanField("foto kegiatan", default=False)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="+")

    # Its file, kept under its SHA-256; none where it is a paper
    file_name = models.CharField("berkas", max_length=255, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True)
    file_type = models.CharField(max_length=100, blank=True)
    shown_sha256 = models.CharField(max_length=64, blank=True)  # of a picture, drawn anew

    # Who and when
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField("ditambahkan", auto_now_add=True)

    objects = MaterialRows.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(paper__isnull=False, file_sha256="")
                | (Q(paper=None) & ~Q(file_sha256="")),
                name="material_is_a_paper_or_a_file",
            ),
            models.CheckConstraint(
                condition=Q(is_photo=False) | ~Q(shown_sha256=""),
                name="a_photo_is_a_picture",
                violation_error_message="Foto berupa gambar JPEG atau PNG.",
            ),
        ]

    def __str__(self) -> str:
        return self.title
