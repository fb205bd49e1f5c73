"""Tasks: what of a run waits for somebody, and what was done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from tolok.cycle.models import FiscalYear
from tolok.organisation.models import Agency
from tolok.organisation.rows import YearRows
from tolok.people.models import Office, Role, User
from tolok.workflow.models.runs import Run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tolok.workflow.definition import Step


class TaskRows(YearRows["Task"]):
    def ready(self) -> TaskRows:
        return self.filter(status=Task.Status.READY)

    def done(self) -> TaskRows:
        return self.filter(status=Task.Status.DONE)

    def in_open_years(self) -> TaskRows:
        """Nothing is done any more in a year that is closed, though a task may be left over."""
        return self.filter(run__fiscal_year__status=FiscalYear.Status.OPEN)

    def late(self, today: date) -> TaskRows:
        return self.ready().filter(due__lt=today)

    def waiting_at(self, activity: str) -> TaskRows:
        """Those that are done on that page now, with what completing one asks."""
        return self.ready().filter(activity=activity).with_run()

    def with_run(self) -> TaskRows:
        """With the run, its year and its SOP, in one query."""
        return self.select_related("agency", "run__sop", "run__fiscal_year__agency")

    def at(self, step: str) -> TaskRows:
        return self.filter(step=step)

    def for_offices(self, user: User, roles: Iterable[Role], today: date) -> TaskRows:
        """What lies in one's own inbox: handed to oneself, or to one's office."""
        return self.ready().filter(own_tasks(user, roles, today))

    def of_colleagues(self, user: User, roles: Iterable[Role], today: date) -> TaskRows:
        """What was handed to somebody else who holds the same office."""
        handed = self.ready().filter(of_office(roles), person__isnull=False)
        return handed.exclude(own_tasks(user, roles, today))

    def of_others(self, user: User, roles: Iterable[Role]) -> TaskRows:
        """What the year is waiting for elsewhere."""
        return self.ready().exclude(of_office(roles)).exclude(person=user)

    def held_by(self, user: User, today: date) -> TaskRows:
        """Those that are or were this person's own, or their office's."""
        of_role = Q(role=OuterRef("role")) | Q(role=OuterRef("with_role"))
        held = Office.objects.in_force(today).filter(of_role, user=user, agency=OuterRef("agency"))
        return self.filter(Q(Exists(held)) | Q(person=user) | Q(done_by=user))

    def for_lists(self) -> TaskRows:
        """With everything a row of a list shows, in one query."""
        with_all = self.select_related(
            "agency", "person", "done_by", "returned_from", "run__sop", "run__fiscal_year"
        )
        return with_all.defer("run__state", "run__history", "run__sop__content")


def of_office(roles: Iterable[Role]) -> Q:
    return Q(role__in=list(roles)) | Q(with_role__in=list(roles))


def own_tasks(user: User, roles: Iterable[Role], today: date) -> Q:
    """Handed to this person, or to nobody yet and to the office; an acting officer also has what
    was handed to the one stood in for."""
    held = Office.objects.in_force(today).filter(user=user, stands_in_for__isnull=False)
    absent = Q(person__in=held.values("stands_in_for__user"))
    return Q(person=user) | of_office(roles) & (Q(person=None) | absent)


class Task(models.Model):
    """One step of a run, at one time: the row behind every inbox.

    It is written in the same transaction as the run's state. A step that comes again, because it
    was returned or repeats, is a new row with the next `attempt`.
    """

    class Status(models.TextChoices):
        READY = "ready", "Menunggu"
        DONE = "done", "Selesai"
        SKIPPED = "skipped", "Dilaksanakan di luar Tolok"

    # What it is
    run = models.ForeignKey(Run, models.PROTECT, related_name="tasks")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="tasks")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    step = models.CharField("langkah", max_length=40)  # its id in the definition, "KT1.vi"
    name = models.CharField("kegiatan", max_length=500)
    round = models.PositiveSmallIntegerField("putaran", default=0)  # 1 to 4; 0: has no rounds
    attempt = models.PositiveSmallIntegerField("kali ke", default=1)
    activity = models.CharField(max_length=60, blank=True)  # "": a generic task
    turn = models.PositiveIntegerField()  # how many steps were completed before it was ready

    # Whose it is
    role = models.CharField("jabatan", max_length=30, choices=Role)
    with_role = models.CharField("bersama", max_length=30, choices=Role, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="tasks"
    )  # none: any holder of the office

    # When
    ready_at = models.DateTimeField("siap")
    starts = models.DateField("mulai")  # the first day of its clock
    due = models.DateField("batas waktu", null=True, blank=True)  # the last day; none: no clock

    # Where it stands
    status = models.CharField("keadaan", max_length=10, choices=Status, default=Status.READY)
    returned_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="returned_to"
    )  # the decision that sent it back
    done_at = models.DateTimeField("selesai", null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="tasks_done"
    )
    done_as = models.CharField("sebagai", max_length=450, blank=True)  # "Plh. Kepala UKPBJ"
    outcome = models.CharField("hasil", max_length=30, blank=True)
    outcome_label = models.CharField(max_length=200, blank=True)  # "Perlu perbaikan"
    reason = models.TextField("alasan", blank=True)

    objects = TaskRows.as_manager()

    class Meta:
        ordering = ["turn", "pk"]
        indexes = [
            models.Index(
                fields=["agency", "status", "role"], name="task_inbox", condition=Q(status="ready")
            ),
            models.Index(fields=["agency", "year", "step"], name="task_of_year"),
            models.Index(fields=["done_by", "-done_at"], name="task_done_by"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["run", "step", "round", "attempt"],
                name="one_task_per_step_round_and_attempt",
            ),
            models.CheckConstraint(
                condition=Q(status="ready", done_at=None)
                | Q(status__in=["done", "skipped"], done_at__isnull=False),
                name="what_is_done_has_its_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}, TA {self.year}"

    def get_absolute_url(self) -> str:
        return reverse("workflow:task", args=[self.pk])

    @property
    def label(self) -> str:
        """KT5 putaran 2."""
        return f"{self.step} putaran {self.round}" if self.round else self.step

    @property
    def definition_step(self) -> Step:
        return self.run.definition.step(self.step)

    @property
    def roles(self) -> tuple[Role, ...]:
        return tuple(Role(role) for role in (self.role, self.with_role) if role)

    @property
    def role_label(self) -> str:
        return " dan ".join(role.label for role in self.roles)

    def is_late(self, today: date) -> bool:
        """Against the day it was done, or today while it waits."""
        return self.due is not None and (self.done_on or today) > self.due

    @property
    def done_on(self) -> date | None:
        """The day on the unit's own clock."""
        zone = self.agency.zone
        return zone.day_of(self.done_at) if self.done_at else None

    @property
    def is_ready(self) -> bool:
        return self.status == self.Status.READY
