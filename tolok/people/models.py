"""Who signs in, and which offices give them rights, from when until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Prefetch, Q
from django.db.models.functions import Lower
from django.utils import timezone

from tolok.organisation.models import Agency, WorkUnit


class Role(models.TextChoices):
    """The roles of both SOPs. Those after AUDITOR are reserved: they open nothing yet."""

    ADMINISTRATOR = "administrator", "Administrator"
    COORDINATOR = "coordinator", "Koordinator"
    DATA_PROCESSOR = "data_processor", "Tim Pengolah"
    AUDITOR = "auditor", "Auditor"

    KEPALA_UKPBJ = "kepala_ukpbj", "Kepala UKPBJ"
    KETUA_TIM = "ketua_tim", "Ketua Tim Kematangan"
    TIM_PENGUMPUL = "tim_pengumpul", "Tim Pengumpul"
    PENANGGUNG_JAWAB = "penanggung_jawab", "Penanggung Jawab Kinerja"
    PPK = "ppk", "PPK"
    POKJA = "pokja", "Anggota Pokja Pemilihan"
    PIMPINAN = "pimpinan", "Pimpinan"


@dataclass(frozen=True)
class AtWork:
    """What one request is about."""

    agency: Agency | None  # none for someone without an office
    everywhere: bool  # an administrator of the whole deployment


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> User:
        """People write their e-mail address with any capitals."""
        return self.get(email=(username or "").lower())


class UserQuerySet(models.QuerySet["User"]):
    def visible_to(self, user: User) -> UserQuerySet:
        """Oneself, and whoever holds or held an office in an agency one sees."""
        if user.sees_everything():
            return self
        colleagues = Office.objects.visible_to(user).values("user")
        return self.filter(Q(pk__in=colleagues) | Q(pk=user.pk))

    def with_offices_seen_by(self, user: User) -> UserQuerySet:
        """Each with `offices_seen`: those in the agencies the reader sees."""
        seen = Office.objects.visible_to(user).select_related("agency", "unit")
        return self.prefetch_related(Prefetch("offices", seen, to_attr="offices_seen"))


class User(AbstractBaseUser):
    """A person who signs in with an e-mail address. What they may do comes from their offices."""

    email = models.EmailField("alamat surel", unique=True)
    name = models.CharField("nama", max_length=200)
    is_active = models.BooleanField("aktif", default=True)
    joined_at = models.DateTimeField("terdaftar", default=timezone.now, editable=False)

    objects = UserManager.from_queryset(UserQuerySet)()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    # Where this person is at work in the request at hand; set by `act_in`
    at_work: AtWork | None = None

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(email=Lower("email")),
                name="address_in_small_letters",
                violation_error_message="Tuliskan alamat surel dengan huruf kecil.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def act_in(self, agency: Agency | None, *, everywhere: bool) -> None:
        """Narrow what this object sees to one agency, for the request at hand.

        Roles are held per agency: who coordinates here and audits there must not change rows
        there by the right held here. Administrators of the whole deployment hold theirs
        everywhere.
        """
        self.at_work = AtWork(agency, everywhere)

    def offices_on(self, today: date | None = None) -> OfficeQuerySet:
        """The offices that give rights on a day."""
        return Office.objects.filter(user=self).in_force(today or timezone.localdate())

    def agencies(self, today: date | None = None) -> models.QuerySet[Agency]:
        """The agencies whose rows this person may see: those of the offices valid today."""
        if self.sees_everything(today):
            return Agency.objects.all()
        if self.at_work:
            chosen = self.at_work.agency
            return Agency.objects.filter(pk=chosen.pk) if chosen else Agency.objects.none()
        return Agency.objects.filter(pk__in=self.offices_on(today).values("agency"))

    def sees_everything(self, today: date | None = None) -> bool:
        """Whether this is an administrator of the whole deployment."""
        if self.at_work:
            return self.at_work.everywhere
        return self.offices_on(today).filter(role=Role.ADMINISTRATOR, agency=None).exists()

    def roles_in(self, agency: Agency | None, today: date | None = None) -> frozenset[Role]:
        """The roles held in one agency; an office over the whole deployment counts everywhere."""
        offices = self.offices_on(today).filter(Q(agency=agency) | Q(agency=None))
        return frozenset(Role(role) for role in offices.values_list("role", flat=True))


class OfficeQuerySet(models.QuerySet["Office"]):
    def in_force(self, today: date) -> OfficeQuerySet:
        return self.filter(
            Q(ends=None) | Q(ends__gte=today),
            user__is_active=True,
            starts__lte=today,
            withdrawn_at=None,
        )

    def visible_to(self, user: User) -> OfficeQuerySet:
        if user.sees_everything():
            return self
        return self.filter(agency__in=user.agencies().values("pk"))


class Office(models.Model):
    """An office (jabatan) held by a person, by decree, for a time; rights follow from it alone."""

    # What it is
    user = models.ForeignKey(User, models.PROTECT, related_name="offices")
    role = models.CharField("peran", max_length=30, choices=Role)
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="offices", null=True, blank=True
    )  # none: the administrator of the whole deployment
    unit = models.ForeignKey(
        WorkUnit, models.PROTECT, related_name="offices", null=True, blank=True
    )

    # By what right, from when until when
    decree = models.CharField("nomor surat keputusan", max_length=200, blank=True)
    starts = models.DateField("mulai")
    ends = models.DateField("sampai dengan", null=True, blank=True)  # the last day, included
    withdrawn_at = models.DateTimeField("dicabut", null=True, blank=True)  # rights stopped at once

    objects = OfficeQuerySet.as_manager()

    class Meta:
        ordering = ["-starts", "role"]
        constraints = [
            models.CheckConstraint(
                condition=Q(agency__isnull=False) | Q(role=Role.ADMINISTRATOR),
                name="only_administrators_hold_office_everywhere",
                violation_error_message="Jabatan ini harus menyebut instansinya.",
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")),
                name="office_ends_after_it_starts",
                violation_error_message="Tanggal akhir mendahului tanggal mulai.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.user}"

    def is_in_force(self, today: date | None = None) -> bool:
        """The same question as `OfficeQuerySet.in_force`, of one office at hand."""
        today = today or timezone.localdate()
        ended = self.withdrawn_at or (self.ends and self.ends < today)
        return self.starts <= today and not ended
