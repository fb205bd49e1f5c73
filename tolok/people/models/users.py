"""Who signs in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.db.models.functions import Lower
from django.utils import timezone

from tolok.organisation.models import Agency, WorkUnit
from tolok.people.models.offices import Office, OfficeRows
from tolok.people.models.roles import RESPONDENTS, Role


@dataclass(frozen=True)
class AtWork:
    """What one request is about."""

    agency: Agency | None  # none for someone without an office
    everywhere: bool  # an administrator of the whole deployment
    as_respondent: bool = False  # with no office but those of respondents


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> User:
        """People write their e-mail address with any capitals."""
        return self.get(email=(username or "").lower())


class UserRows(models.QuerySet["User"]):
    def visible_to(self, user: User) -> UserRows:
        """Oneself, and whoever holds or held an office in an agency one sees."""
        if user.sees_everything():
            return self
        colleagues = Office.objects.visible_to(user).values("user")
        return self.filter(Q(pk__in=colleagues) | Q(pk=user.pk))

    def quiet_since(self, moment: datetime) -> UserRows:
        """Open accounts in which nobody signed in since then."""
        never = Q(last_login=None, joined_at__lt=moment)
        return self.filter(Q(last_login__lt=moment) | never, is_active=True)

    def without_office(self, today: date) -> UserRows:
        """Open accounts that give no rights, neither today nor later."""
        live = Office.objects.filter(user=OuterRef("pk"), withdrawn_at=None)
        return self.filter(~Exists(live.exclude(ends__lt=today)), is_active=True)

    def named(self, text: str) -> UserRows:
        """Those whose name, address or NIP has the text in it."""
        return self.filter(
            Q(name__icontains=text) | Q(email__icontains=text) | Q(nip__contains=text)
        )

    def holding(self, role: str, today: date) -> UserRows:
        """Those who hold an office of this role today."""
        return self.filter(pk__in=Office.objects.in_force(today).filter(role=role).values("user"))

    def with_offices_seen_by(self, user: User) -> UserRows:
        """Each with `offices_seen`: those in the agencies the reader sees."""
        seen = Office.objects.visible_to(user).with_people()
        return self.prefetch_related(Prefetch("offices", seen, to_attr="offices_seen"))


class User(AbstractBaseUser):
    """A person who signs in with an e-mail address. What they may do comes from their offices."""

    # Who it is
    email = models.EmailField("alamat surel", unique=True)
    name = models.CharField("nama", max_length=200)
    nip = models.CharField("NIP", max_length=18, blank=True)  # digits only; 9 of an old one
    rank = models.CharField("pangkat, golongan", max_length=60, blank=True)

    # Whether they may come in
    is_active = models.BooleanField("aktif", default=True)
    joined_at = models.DateTimeField("terdaftar", default=timezone.now, editable=False)

    objects = UserManager.from_queryset(UserRows)()

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

    def act_in(
        self, agency: Agency | None, *, everywhere: bool, as_respondent: bool = False
    ) -> None:
        """Narrow what this object sees to one agency, for the request at hand.

        Roles are held per agency: who coordinates here and audits there must not change rows
        there by the right held here. Administrators of the whole deployment hold theirs
        everywhere.
        """
        self.at_work = AtWork(agency, everywhere, as_respondent)

    def has_second_factor(self) -> bool:
        """Whether the sign-in of this person needs a second step."""
        factor = getattr(self, "second_factor", None)  # none raises, as Django has it
        return factor is not None and factor.confirmed_at is not None

    def offices_on(self, today: date | None = None) -> OfficeRows:
        """The offices that give rights on a day; without one, at this moment, wherever they are."""
        held = Office.objects.filter(user=self)
        return held.in_force(today) if today else held.in_force_at(timezone.now())

    def agencies(self, today: date | None = None) -> models.QuerySet[Agency]:
        """The agencies whose rows this person may see: those of the offices valid today."""
        if self.sees_everything(today):
            return Agency.objects.all()
        if self.at_work:
            chosen = self.at_work.agency
            return Agency.objects.filter(pk=chosen.pk) if chosen else Agency.objects.none()
        return Agency.objects.filter(pk__in=self.offices_on(today).values("agency"))

    def is_respondent(self) -> bool:
        """Whether this person reads the rows of their own unit or Pokja alone."""
        if self.at_work:
            return self.at_work.as_respondent
        held = set(self.offices_on().values_list("role", flat=True))
        return bool(held) and held <= RESPONDENTS

    def units(self) -> models.QuerySet[WorkUnit]:
        """The work units for which an office is held today."""
        offices = self.offices_on().filter(agency__in=self.agencies().values("pk"))
        return WorkUnit.objects.filter(pk__in=offices.values("unit"))

    def sees_everything(self, today: date | None = None) -> bool:
        """Whether this is an administrator of the whole deployment."""
        if self.at_work:
            return self.at_work.everywhere
        return self.offices_on(today).filter(role=Role.ADMINISTRATOR, agency=None).exists()

    def roles_in(self, agency: Agency | None, today: date | None = None) -> frozenset[Role]:
        """The roles held in one agency; an office over the whole deployment counts everywhere."""
        offices = self.offices_on(today).filter(Q(agency=agency) | Q(agency=None))
        return frozenset(Role(role) for role in offices.values_list("role", flat=True))

    def roles_as_substitute(self, agency: Agency, today: date | None = None) -> frozenset[Role]:
        """The roles of those for whom one decides when they are the author themselves; they open
        the pages of the decision alone."""
        offices = Office.objects.filter(substitute=self, agency=agency)
        named = offices.in_force(today) if today else offices.in_force_at(timezone.now())
        return frozenset(Role(role) for role in named.values_list("role", flat=True))
