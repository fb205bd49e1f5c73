"""What a task needs and what it brings forth, one row for each thing its SOP names."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from tolok.archive.models import Paper
from tolok.organisation.rows import OwnedRows
from tolok.store import KeptFiles
from tolok.workflow.models.tasks import Task


class TaskItemRows(OwnedRows["TaskItem"]):
    agency_at = "task__agency"

    def needed(self) -> TaskItemRows:
        return self.filter(kind=TaskItem.Kind.NEED)

    def brought_forth(self) -> TaskItemRows:
        return self.filter(kind=TaskItem.Kind.OUTPUT)

    def open(self) -> TaskItemRows:
        """Those nobody has said anything about yet."""
        return self.filter(met=TaskItem.Met.NOT_YET)


class TaskItem(models.Model):
    """A kelengkapan or an output of one task, and by what it is met."""

    kept_files = KeptFiles(("file_sha256",), called="kelengkapan tugas", agency_at="task__agency")

    class Kind(models.TextChoices):
        NEED = "need", "Kelengkapan"
        OUTPUT = "output", "Output"

    class Met(models.TextChoices):
        NOT_YET = "", "Belum diisi"
        PAPER = "paper", "Naskah di Tolok"
        FILE = "file", "Berkas"
        DRAFT = "draft", "Konsep"
        MISSING = "missing", "Belum ada"

    AT_HAND = (Met.PAPER, Met.FILE, Met.DRAFT)

    # What it is
    task = models.ForeignKey(Task, models.CASCADE, related_name="items")
    kind = models.CharField("jenis", max_length=10, choices=Kind)
    place = models.PositiveSmallIntegerField()  # its order in the SOP
    name = models.CharField("nama", max_length=500)

    # By what it is met
    met = models.CharField("dipenuhi dengan", max_length=10, choices=Met, blank=True, default="")
    paper = models.ForeignKey(
        Paper, models.PROTECT, null=True, blank=True, related_name="task_items"
    )
    file_name = models.CharField("berkas", max_length=255, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True)
    file_type = models.CharField(max_length=100, blank=True)
    reason = models.TextField("alasan belum ada", blank=True)
    substitute = models.CharField("pengganti sementara", max_length=500, blank=True)

    # Who said so, and when
    met_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    met_at = models.DateTimeField(null=True, blank=True)

    objects = TaskItemRows.as_manager()

    offer: Paper | None = None  # the paper that is there for it, where a page asked; not kept

    class Meta:
        ordering = ["kind", "place"]
        constraints = [
            models.UniqueConstraint(
                fields=["task", "kind", "place"], name="one_item_per_place_of_a_task"
            ),
            models.CheckConstraint(
                condition=~Q(met="missing") | ~Q(reason=""),
                name="what_is_missing_has_its_reason",
                violation_error_message="Tuliskan alasan belum adanya.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def copy_answer(self, answer: TaskItem) -> None:
        """With who brought it and when."""
        self.met, self.paper = answer.met, answer.paper
        self.file_name, self.file_sha256 = answer.file_name, answer.file_sha256
        self.file_type = answer.file_type
        self.met_by, self.met_at = answer.met_by, answer.met_at

    def next_open(self) -> TaskItem | None:
        """The next of its kind without an answer, so that one need not go back for each."""
        others = TaskItem.objects.filter(task=self.task_id, kind=self.kind).open()
        later = others.filter(place__gt=self.place).first()
        return later or others.filter(place__lt=self.place).first()

    @property
    def is_open(self) -> bool:
        return self.met == self.Met.NOT_YET


class TaskFileRows(OwnedRows["TaskFile"]):
    agency_at = "task__agency"


class TaskFile(models.Model):
    """A file that belongs to a task: minutes, a photo somebody answered with."""

    kept_files = KeptFiles(("sha256",), called="berkas tugas", agency_at="task__agency")

    task = models.ForeignKey(Task, models.CASCADE, related_name="files")
    name = models.CharField("berkas", max_length=255)  # shown, never used as a path
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField("ukuran")  # bytes
    content_type = models.CharField(max_length=100)
    note = models.CharField("keterangan", max_length=500, blank=True)

    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    added_at = models.DateTimeField("ditambahkan")

    objects = TaskFileRows.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
