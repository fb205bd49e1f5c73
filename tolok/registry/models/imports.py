"""What was brought in, when and by whom, and what it changed."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from tolok.organisation.models import Agency
from tolok.organisation.rows import OwnedRows, YearRows
from tolok.store import KeptFiles

UNDO_DAYS = 30
COUNTED: Final = ("new", "changed", "unchanged", "vanished", "refused", "set_aside")
Row = TypeVar("Row", bound=models.Model)


class ImportRows(YearRows["Import"]):
    def with_counts(self) -> ImportRows:
        """How many files and rows each brought; what of them changed anything."""
        sums = {name: models.Sum(f"files__{name}", default=0) for name in COUNTED}
        counted = self.annotate(times=models.Count("files"), **sums)
        return counted.select_related("agency", "done_by").order_by("-pk")

    def that_count(self) -> ImportRows:
        """Imports whose rows are in force: carried out and not undone."""
        return self.filter(status=Import.Status.DONE)


class Import(models.Model):
    """One unit of import: all its files were taken in together, and leave together."""

    class Status(models.TextChoices):
        DONE = "done", "Selesai"
        UNDONE = "undone", "Dibatalkan"

    class Mode(models.TextChoices):
        VALID_ROWS = "valid-rows", "Baris yang sah saja"
        ALL_OR_NOTHING = "all-or-nothing", "Semua atau tidak sama sekali"

    # What it is
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="imports")
    year = models.PositiveSmallIntegerField("tahun anggaran")
    mode = models.CharField("cara", max_length=20, choices=Mode, default=Mode.VALID_ROWS)

    # Where it stands
    status = models.CharField("status", max_length=10, choices=Status, default=Status.DONE)

    # Who and when
    done_at = models.DateTimeField("waktu impor", auto_now_add=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField("waktu pembatalan", null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ImportRows.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["agency", "year", "status"])]

    def __str__(self) -> str:
        return f"Impor {self.pk} TA {self.year}"

    def get_absolute_url(self) -> str:
        return reverse("registry:import", args=[self.pk])

    @property
    def moved(self) -> int:
        """Rows that undoing it would take back; after `with_counts`."""
        counts = vars(self)
        return int(counts["new"] + counts["changed"] + counts["vanished"])

    @property
    def can_be_undone_until(self) -> datetime:
        return self.done_at + timedelta(days=UNDO_DAYS)

    def can_still_be_undone(self) -> bool:
        """Whether the page offers it; the action decides."""
        in_time = timezone.now() <= self.can_be_undone_until
        counts = self.status == self.Status.DONE
        return counts and in_time and not self.later_imports_of_its_tables().exists()

    def later_imports_of_its_tables(self) -> models.QuerySet[Import]:
        """Imports that were laid over this one; they must be undone first."""
        tables = self.tables.values("table")
        return Import.objects.that_count().filter(
            agency=self.agency, year=self.year, pk__gt=self.pk, tables__table__in=tables
        )


class ImportedFileRows(OwnedRows["ImportedFile"]):
    agency_at = "batch__agency"


class ImportedFile(models.Model):
    """One file of an import, kept as it came under its SHA-256."""

    kept_files = KeptFiles(("sha256",), called="berkas impor", agency_at="batch__agency")

    # What it is
    batch = models.ForeignKey(Import, models.CASCADE, related_name="files")
    path = models.CharField("berkas", max_length=500)
    sha256 = models.CharField(max_length=64, db_index=True)
    source = models.CharField("sumber", max_length=30, blank=True)
    table = models.CharField("tabel", max_length=80, blank=True)

    # What came of it, in rows
    rows = models.PositiveIntegerField("baris", default=0)
    new = models.PositiveIntegerField("baru", default=0)
    changed = models.PositiveIntegerField("berubah", default=0)
    unchanged = models.PositiveIntegerField("tetap", default=0)
    vanished = models.PositiveIntegerField("hilang", default=0)
    refused = models.PositiveIntegerField("ditolak", default=0)
    set_aside = models.PositiveIntegerField("disisihkan", default=0)  # of another body or year
    remarks = models.JSONField("catatan", default=list)  # [{rule, where, message}]

    objects = ImportedFileRows.as_manager()

    class Meta:
        ordering = ["path"]

    def __str__(self) -> str:
        return self.path

    def get_absolute_url(self) -> str:
        return reverse("registry:imported_file", args=[self.pk])


class RowsOfFiles(models.QuerySet[Row]):
    """Rows below the files of an import."""

    def of_import(self, batch: Import) -> Self:
        """With the name and table of their file, file after file."""
        named = self.filter(file__batch=batch).annotate(
            path=F("file__path"), table=F("file__table")
        )
        return named.order_by("path", "table", "pk")


class RowRefusal(models.Model):
    """A row that could not be read, with the cell, the reason and the remedy."""

    file = models.ForeignKey(ImportedFile, models.CASCADE, related_name="refusals")
    sheet = models.CharField("lembar", max_length=100, blank=True)
    row = models.PositiveIntegerField("baris")
    column = models.CharField("kolom", max_length=120, blank=True)
    value = models.TextField("isi", blank=True)
    rule = models.CharField("aturan", max_length=10)
    message = models.TextField("alasan dan cara memperbaiki")
    cells = models.JSONField("isi baris", default=dict)  # column -> text, as the file has it

    objects = RowsOfFiles["RowRefusal"].as_manager()

    class Meta:
        ordering = ["row", "column"]

    def __str__(self) -> str:
        return f"{self.file} baris {self.row}: {self.rule}"


class RowChange(models.Model):
    """A published row that differs from the last import, or is no longer there."""

    class Kind(models.TextChoices):
        CHANGED = "changed", "Berubah"
        VANISHED = "vanished", "Hilang"

    file = models.ForeignKey(ImportedFile, models.CASCADE, related_name="changes")
    kind = models.CharField("jenis", max_length=10, choices=Kind)
    key = models.CharField("kunci", max_length=300)
    column = models.CharField("kolom", max_length=120, blank=True)
    old = models.TextField("semula", blank=True)
    new = models.TextField("menjadi", blank=True)

    objects = RowsOfFiles["RowChange"].as_manager()

    class Meta:
        ordering = ["kind", "key", "column"]

    def __str__(self) -> str:
        return f"{self.key} {self.column}: {self.old} → {self.new}"


class PublishedTableRows(models.QuerySet["PublishedTable"]):
    def in_force(self, agency: Agency, year: int) -> dict[str, Path]:
        """Table -> its Parquet, as the newest import that counts left it."""
        of_year = self.filter(batch__agency=agency, batch__year=year)
        states = of_year.filter(batch__status=Import.Status.DONE).order_by("batch_id")
        published = Path(settings.TOLOK_HOME) / "published"
        return {table: published / path for table, path in states.values_list("table", "path")}


class PublishedTable(models.Model):
    """The rows of one table as they stand after an import: one Parquet file."""

    batch = models.ForeignKey(Import, models.CASCADE, related_name="tables")
    table = models.CharField("tabel", max_length=80)
    path = models.CharField(max_length=300)  # below TOLOK_HOME/published
    rows = models.PositiveIntegerField("baris")
    drawn_on = models.DateField("ditarik", null=True, blank=True)  # from its source system

    objects = PublishedTableRows.as_manager()

    class Meta:
        ordering = ["table"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "table"], name="one_state_per_table_and_import"
            )
        ]

    def __str__(self) -> str:
        return self.table
