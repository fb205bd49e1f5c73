"""Workshop and socialisation sessions: when, where, for whom, and what is gone through."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import Cast, Concat
from django.urls import reverse

from tolok.archive.models import Paper
from tolok.core.dates import format_span
from tolok.core.zones import Zone
from tolok.organisation.models import Agency
from tolok.organisation.rows import YearRows
from tolok.people.models import Office, User

ABOUT: Final = "rapat-"  # a paper of a meeting has this, and its number, as its subject
OUT: Final = (Paper.Status.ISSUED, Paper.Status.SIGNED, Paper.Status.WAITING)


class Audience(models.TextChoices):
    """To whom the plan is explained; each is one step of an SOP."""

    COLLECTORS = "collectors", "Tim Pengumpul"
    PROCESSORS = "processors", "Tim Pengolah"
    RESPONDENTS = "respondents", "Responden dan penerima layanan"
    RESPONSIBLE = "responsible", "Penanggung jawab kinerja"


class Standing(models.TextChoices):
    """How far a meeting has come; it follows from what was done, and is written nowhere."""

    PLANNED = "planned", "Direncanakan"
    INVITED = "invited", "Diundang"
    HELD = "held", "Dilaksanakan"
    REPORTED = "reported", "Dilaporkan"
    CANCELLED = "cancelled", "Dibatalkan"


class MeetingRows(YearRows["Meeting"]):
    def of_kind(self, kind: str) -> MeetingRows:
        return self.filter(kind=kind)

    def counting(self) -> MeetingRows:
        return self.filter(cancelled_at=None)

    def for_audience(self, audience: str) -> MeetingRows:
        """Those meant for an audience; one session may serve several."""
        return self.counting().filter(audiences__audience=audience)

    def with_guest(self, user: User) -> MeetingRows:
        """Those one is asked to, or was at."""
        return self.filter(guests__user=user)

    def with_standing(self) -> MeetingRows:
        """Each with `standing`, and whether its letter is out, in one query."""
        subject = Concat(Value(ABOUT), Cast(OuterRef("pk"), models.CharField()))
        out = Paper.objects.filter(
            agency=OuterRef("agency"), year=OuterRef("year"), subject=subject, status__in=OUT
        )
        reported = Exists(out.filter(document__in=REPORTS.values()))
        return self.annotate(
            letter_out=Exists(out.filter(document="UNDANGAN")),
            standing=Case(
                When(~Q(cancelled_at=None), then=Value(Standing.CANCELLED)),
                When(Q(reported), then=Value(Standing.REPORTED)),
                When(~Q(held_at=None), then=Value(Standing.HELD)),
                When(~Q(invited_at=None), then=Value(Standing.INVITED)),
                default=Value(Standing.PLANNED),
                output_field=models.CharField(),
            ),
        )


class Meeting(models.Model):
    """One workshop (lokakarya, JW1) or socialisation session (KT2 to KT4.i, JW9)."""

    class Kind(models.TextChoices):
        WORKSHOP = "workshop", "Lokakarya"
        SOCIALISATION = "socialisation", "Sosialisasi"

    # What it is
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="meetings")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    kind = models.CharField("jenis", max_length=20, choices=Kind)
    name = models.CharField("nama acara", max_length=200)
    technique = models.TextField("teknik yang dijelaskan", blank=True)

    # When and where; clocks are those of the agency's zone
    day = models.DateField("hari/tanggal")
    starts_at = models.TimeField("mulai pukul")
    ends_at = models.TimeField("sampai pukul", null=True, blank=True)
    place = models.CharField("tempat", max_length=200, blank=True)
    online = models.URLField("tautan daring", max_length=300, blank=True)

    # Who leads it, who writes it down
    chair = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, related_name="+"
    )  # none: not settled yet
    minute_taker = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, related_name="+"
    )

    # What the letter asks and says beside
    requests = models.TextField("permintaan dalam undangan", blank=True)  # one a line
    confirm_by = models.DateField("batas konfirmasi", null=True, blank=True)
    contact = models.CharField("narahubung", max_length=200, blank=True)
    copies = models.TextField("tembusan", blank=True)  # one a line
    budget = models.CharField("pembiayaan", max_length=200, blank=True)

    # How far it has come
    invited_at = models.DateTimeField("undangan dikirim", null=True, blank=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    held_at = models.DateTimeField("dinyatakan terlaksana", null=True, blank=True)
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    cancelled_at = models.DateTimeField("dibatalkan", null=True, blank=True)
    cancel_reason = models.CharField("alasan pembatalan", max_length=500, blank=True)

    # Who and when
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField("dibuat", auto_now_add=True)

    objects = MeetingRows.as_manager()

    class Meta:
        ordering = ["day", "starts_at", "pk"]
        indexes = [models.Index(fields=["agency", "year", "kind"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(place="") | ~Q(online=""),
                name="a_meeting_is_somewhere",
                violation_error_message="Isi tempat, tautan daring, atau keduanya.",
            ),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                name="a_meeting_ends_after_it_starts",
                violation_error_message="Jam selesai mendahului jam mulai.",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at=None) | ~Q(cancel_reason=""),
                name="a_cancelled_meeting_says_why",
                violation_error_message="Tuliskan alasan pembatalan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.day:%d/%m/%Y}"

    def get_absolute_url(self) -> str:
        return reverse("outreach:meeting", args=[self.pk])

    @property
    def zone(self) -> Zone:
        return self.agency.zone

    @property
    def clock(self) -> str:
        """With its zone, as papers print it."""
        return format_span(self.starts_at, self.ends_at, self.zone)

    @property
    def is_workshop(self) -> bool:
        return self.kind == self.Kind.WORKSHOP

    @property
    def subject(self) -> str:
        """By which its papers are found in the archive."""
        return f"{ABOUT}{self.pk}"

    @property
    def report_code(self) -> str:
        return REPORTS[self.Kind(self.kind)]

    def audience_labels(self) -> str:
        return ", ".join(one.get_audience_display() for one in self.audiences.all())

    def is_on(self, moment: datetime) -> bool:
        """Whether it is the meeting's day by the clock of its agency."""
        return self.zone.day_of(moment) == self.day

    def has_come(self, today: date) -> bool:
        return self.day <= today


REPORTS: Final = {
    Meeting.Kind.WORKSHOP: "LAP-LOKAKARYA",
    Meeting.Kind.SOCIALISATION: "LAP-SOSIALISASI",
}


class MeetingAudience(models.Model):
    """One of the audiences a socialisation session is for."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="audiences")
    audience = models.CharField("sasaran", max_length=20, choices=Audience)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "audience"], name="an_audience_once_in_a_meeting"
            ),
        ]

    def __str__(self) -> str:
        return self.get_audience_display()
