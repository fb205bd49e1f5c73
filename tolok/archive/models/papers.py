"""Papers: one copy of a document of the catalogue, from its draft to its place in the archive."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from tolok.archive.models.numbers import LetterNumber
from tolok.archive.models.templates import OfficeTemplate
from tolok.documents.catalogue import TITLES
from tolok.organisation.models import Agency, WorkUnit
from tolok.organisation.rows import OwnedRows, YearRows
from tolok.store import KeptFiles

ONE_FOR_EACH: Final = ("F4", "F5", "F6", "F8", "F9", "F12", "F13", "LAP-PAKET", "PIAGAM")
"""Documents with a paper for each package, supplier, Pokja or answer: thousands in a year."""


class PaperRows(YearRows["Paper"]):
    def in_force(self) -> PaperRows:
        """Those that count: neither voided, replaced by a corrected one, nor destroyed."""
        return self.exclude(status__in=Paper.GONE)

    def to_choose_from(self, agency: Agency, year: int) -> PaperRows:
        """What a task of a year may name: papers of it and of the year before, as this year's plan
        needs last year's report; not documents of which there is one for each package, supplier
        or answer."""
        papers = self.in_force().filter(agency=agency, year__in=(year, year - 1))
        return papers.exclude(document__in=ONE_FOR_EACH)

    def drafts(self) -> PaperRows:
        return self.filter(status=Paper.Status.DRAFT)

    def ever_issued(self) -> PaperRows:
        """Whatever has left the house once; anyone may check its verification code."""
        return self.exclude(status=Paper.Status.DRAFT)

    def awaiting_copy(self) -> PaperRows:
        """Those that are out and numbered, and whose signed copy has not come back."""
        out = [Paper.Status.WAITING, Paper.Status.ISSUED]
        return self.filter(status__in=out, awaits_number=False)

    def for_list(self) -> PaperRows:
        """With what a list shows; facts may be large and stay behind."""
        return self.select_related("unit", "number", "agency").defer("facts")

    def for_archive(self) -> PaperRows:
        """What has left the house and is still kept, with where it lies and its files."""
        gone = [Paper.Status.DRAFT, Paper.Status.DISPOSED]
        rows = self.exclude(status__in=gone).for_list()
        return rows.select_related("keeping__retention_class").prefetch_related("files")

    def matching(self, text: str) -> PaperRows:
        """Those whose title, number or code has the text in it."""
        return self.filter(
            Q(title__icontains=text) | Q(number__text__icontains=text) | Q(code__icontains=text)
        )

    def document_codes(self) -> list[str]:
        """Which documents there are, in official order."""
        found = set(self.order_by().values_list("document", flat=True).distinct())
        return [code for code in TITLES if code in found]

    def periods(self) -> list[str]:
        named = self.exclude(period="").order_by("period")
        return list(named.values_list("period", flat=True).distinct())

    def unit_names(self) -> list[tuple[int, str]]:
        named = self.exclude(unit=None).order_by("unit__name")
        return list(named.values_list("unit", "unit__name").distinct())


class Paper(models.Model):
    """One paper: a document of the catalogue about one subject, in one agency's fiscal year.

    Its facts, as JSON, are all it says; its file can be made from them again. Issuing freezes
    both. A corrected paper is a new one that names the one it replaces.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", "Draf"
        WAITING = "waiting", "Menunggu nomor/tanda tangan di luar"
        ISSUED = "issued", "Terbit"
        SIGNED = "signed", "Ditandatangani"
        REPLACED = "replaced", "Diganti"
        VOIDED = "voided", "Dibatalkan"
        DISPOSED = "disposed", "Dimusnahkan"

    OUT = (Status.ISSUED, Status.SIGNED)
    GONE = (Status.VOIDED, Status.REPLACED, Status.DISPOSED)

    # What it is
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="papers")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    document = models.CharField("dokumen", max_length=20)  # its code in the catalogue, "F5"
    code = models.CharField("kode verifikasi", max_length=9, unique=True)  # "7K3M-9QXD"

    # What it is about
    unit = models.ForeignKey(
        WorkUnit, models.PROTECT, null=True, blank=True, related_name="papers"
    )  # none: the whole agency
    period = models.CharField("periode", max_length=10, blank=True)  # "TW1"; "": the whole year
    subject = models.CharField("perihal", max_length=100, blank=True)  # package, supplier … code
    title = models.CharField("judul", max_length=300)

    # What it says
    facts = models.JSONField("fakta")
    facts_sha256 = models.CharField(max_length=64)
    template = models.ForeignKey(
        OfficeTemplate, models.PROTECT, null=True, blank=True, related_name="papers"
    )  # none: the one that ships

    # Where it stands
    status = models.CharField("status", max_length=10, choices=Status, default=Status.DRAFT)
    awaits_number = models.BooleanField("menunggu nomor", default=False)
    awaits_signature = models.BooleanField("menunggu tanda tangan", default=False)
    number = models.OneToOneField(
        LetterNumber, models.PROTECT, null=True, blank=True, related_name="paper"
    )
    dated = models.DateField("tanggal naskah", null=True, blank=True)
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    reason = models.TextField("alasan pembatalan atau penggantian", blank=True)

    # Who and when
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )  # none: a job
    made_at = models.DateTimeField("dibuat", auto_now_add=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    issued_at = models.DateTimeField("diterbitkan", null=True, blank=True)

    objects = PaperRows.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [
            models.Index(fields=["agency", "year", "document", "status"]),
            models.Index(fields=["agency", "year", "unit", "period"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="draft") | Q(issued_at__isnull=False),
                name="what_left_the_house_has_its_moment",
                violation_error_message="Naskah yang terbit harus mencatat waktunya.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("archive:paper", args=[self.pk])

    @property
    def document_title(self) -> str:
        """As the SOP lists it."""
        return TITLES[self.document]

    @property
    def number_text(self) -> str:
        return self.number.text if self.number else ""


class PaperFileRows(OwnedRows["PaperFile"]):
    agency_at = "paper__agency"

    def kept(self) -> PaperFileRows:
        """Those whose bytes must be there."""
        return self.filter(is_disposed=False)

    def damaged(self) -> PaperFileRows:
        """Those whose bytes were no longer the same when they were last looked at."""
        return self.kept().filter(is_damaged=True).select_related("paper__agency")

    def longest_unchecked(self) -> PaperFileRows:
        return self.kept().order_by(F("checked_at").asc(nulls_first=True), "pk")


class PaperFile(models.Model):
    """A file of a paper, kept under its SHA-256 byte for byte and never changed."""

    class Kind(models.TextChoices):
        MADE = "made", "Berkas naskah"  # written from the facts when it was issued
        PDF = "pdf", "PDF naskah"
        SIGNED = "signed", "Naskah bertanda tangan"  # as it came back: PDF with TTE, or a scan
        EVIDENCE = "evidence", "Lampiran"

    kept_files = KeptFiles(
        ("sha256", "shown_sha256"),
        where=Q(is_disposed=False),
        called="gambar naskah",
        agency_at="paper__agency",
    )

    # What it is
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="files")
    kind = models.CharField("jenis", max_length=10, choices=Kind)
    name = models.CharField("berkas", max_length=255)  # shown, never used as a path
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField("ukuran")  # bytes
    content_type = models.CharField("tipe isi", max_length=100)  # found in the bytes, not the name
    shown_sha256 = models.CharField(max_length=64, blank=True)  # a picture, drawn anew to be shown

    # Whether its bytes are still those
    checked_at = models.DateTimeField("hash diperiksa", null=True, blank=True)
    is_damaged = models.BooleanField("rusak", default=False)
    is_disposed = models.BooleanField(
        "dimusnahkan", default=False
    )  # its bytes are gone, by decision

    # Who and when
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    added_at = models.DateTimeField("ditambahkan", auto_now_add=True)

    objects = PaperFileRows.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("archive:paper_file", args=[self.pk])
