"""Piles of scanned sheets on their way to their papers; no sheet is lost, none filed twice."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from tolok.archive.models.papers import Paper, PaperFile
from tolok.organisation.models import Agency
from tolok.organisation.rows import OwnedRows, YearRows
from tolok.store import KeptFiles

ABANDONED_AFTER: Final = timedelta(seconds=90)  # a job that lives says so after every few sheets
PATIENCE: Final = timedelta(seconds=8)  # a worker that runs has begun by then


class PileRows(YearRows["Pile"]):
    def with_counts(self) -> PileRows:
        """Each with `filed`, `in_tray` and `set_aside`."""
        status = Sheet.Status
        return self.annotate(
            filed=Count("sheets", filter=Q(sheets__status=status.FILED)),
            in_tray=Count("sheets", filter=Q(sheets__status=status.TRAY)),
            set_aside=Count("sheets", filter=Q(sheets__status=status.SET_ASIDE)),
        ).order_by("-pk")

    def claim(self, pk: int) -> Pile | None:
        """The pile, for whoever comes first; none while another job lives or when it is done.

        A claim that is too old was left by a job that died: the next one goes on where it stood.
        """
        now = timezone.now()
        abandoned = Q(status=Pile.Status.READING, claimed_at__lt=now - ABANDONED_AFTER)
        free = self.filter(Q(status=Pile.Status.WAITING) | abandoned, pk=pk)
        if not free.update(status=Pile.Status.READING, claimed_at=now):
            return None
        return self.select_related("agency", "uploaded_by").get(pk=pk)


class Pile(models.Model):
    """One PDF of many scanned sheets, kept byte for byte."""

    class Status(models.TextChoices):
        WAITING = "waiting", "Menunggu dibaca"
        READING = "reading", "Sedang dibaca"
        DONE = "done", "Selesai dibaca"
        REFUSED = "refused", "Tidak dapat dibaca"

    kept_files = KeptFiles(("sha256",), where=Q(is_disposed=False), called="tumpukan pindaian")

    # What it is
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="piles")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    name = models.CharField("berkas", max_length=255)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField("ukuran")  # bytes

    # Where it stands
    status = models.CharField("status", max_length=10, choices=Status, default=Status.WAITING)
    pages = models.PositiveIntegerField("lembar", null=True, blank=True)  # none: not looked at yet
    problems = models.JSONField("masalah", default=list)  # [{rule, where, message}]
    is_disposed = models.BooleanField("dimusnahkan", default=False)  # with the last of its papers

    # Who and when
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField("diunggah", auto_now_add=True)
    claimed_at = models.DateTimeField("mulai dikerjakan", null=True, blank=True)

    objects = PileRows.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "sha256"],
                condition=~Q(status="refused"),
                name="no_pile_twice",
                violation_error_message="Tumpukan ini sudah pernah diunggah.",
            ),
        ]

    def __str__(self) -> str:
        return f"Tumpukan {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("archive:pile", args=[self.pk])

    @property
    def is_working(self) -> bool:
        return self.status in (self.Status.WAITING, self.Status.READING)

    def is_stuck(self, now: datetime) -> bool:
        """Whether nobody seems to work on it: no worker runs, or the one that did has died."""
        if self.status == self.Status.WAITING:
            return now - self.uploaded_at > PATIENCE
        return self.is_working and now - (self.claimed_at or now) > ABANDONED_AFTER


class SheetRows(OwnedRows["Sheet"]):
    agency_at = "pile__agency"

    def read(self) -> SheetRows:
        return self.exclude(status=Sheet.Status.UNREAD)

    def filed(self) -> SheetRows:
        return self.filter(status=Sheet.Status.FILED)

    def set_aside(self) -> SheetRows:
        return self.filter(status=Sheet.Status.SET_ASIDE)

    def in_tray(self) -> SheetRows:
        return self.filter(status=Sheet.Status.TRAY)

    def blank(self) -> SheetRows:
        """Those that wait because nothing seems to stand on them."""
        return self.in_tray().filter(why=Sheet.Why.BLANK)


class Sheet(models.Model):
    """One scanned sheet of a pile; there is one row for each, from before it is read."""

    class Status(models.TextChoices):
        UNREAD = "unread", "Belum dibaca"
        READ = "read", "Terbaca"  # its paper is known; it is about to be filed
        FILED = "filed", "Tersimpan pada naskah"
        TRAY = "tray", "Perlu ditetapkan"
        SET_ASIDE = "set_aside", "Disisihkan"

    class Why(models.TextChoices):
        """Why a sheet waits in the tray."""

        BLANK = "blank", "tampak kosong"
        NO_CODE = "no_code", "kode tidak terbaca"
        UNKNOWN = "unknown", "kode tidak dikenal"
        SEVERAL = "several", "beberapa kode sekaligus"
        CLOSED = "closed", "naskahnya belum terbit atau sudah tidak berlaku"
        UNREADABLE = "unreadable", "gambar lembar tidak terbaca"
        TAKEN_OUT = "taken_out", "dikeluarkan dari naskah yang salah"

    kept_files = KeptFiles(("picture_sha256",), called="gambar lembar", agency_at="pile__agency")

    # What it is
    pile = models.ForeignKey(Pile, models.PROTECT, related_name="sheets")
    number = models.PositiveIntegerField("lembar ke")  # from 1, in the order of the scanner
    codes = models.CharField("kode terbaca", max_length=100, blank=True)

    # Where it stands
    status = models.CharField("status", max_length=10, choices=Status, default=Status.UNREAD)
    why = models.CharField("sebab", max_length=10, choices=Why, blank=True)
    picture_sha256 = models.CharField(max_length=64, blank=True)  # only while it waits in the tray
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="sheets")
    file = models.ForeignKey(
        PaperFile, models.PROTECT, null=True, blank=True, related_name="sheets"
    )

    # Who and when; nobody where the code decided
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField("ditetapkan", null=True, blank=True)
    note = models.CharField("catatan", max_length=300, blank=True)

    objects = SheetRows.as_manager()

    class Meta:
        ordering = ["pile", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["pile", "number"],
                name="every_sheet_of_a_pile_once",
                violation_error_message="Lembar ini sudah tercatat.",
            ),
            models.CheckConstraint(
                condition=~Q(status="filed") | (Q(paper__isnull=False) & Q(file__isnull=False)),
                name="a_filed_sheet_has_its_paper",
                violation_error_message="Lembar yang tersimpan harus menyebut naskahnya.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pile} lembar {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("archive:sheet", args=[self.pk])
