"""The year's page as a workbook: the steps on one sheet, the deviations on another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from tolok.registry.workbook import Column, Sheet
from tolok.workflow.models import Deviation, Task
from tolok.workflow.yearly import Row

STEPS: Final = (
    *(Column("Langkah", 14), Column("Kegiatan", 60), Column("Pelaksana", 26)),
    *(Column("Waktu baku", 18), Column("Rencana mulai", 14), Column("Rencana selesai", 14)),
    *(Column("Nyata mulai", 14), Column("Nyata selesai", 14), Column("Batas waktu", 14)),
    *(Column("Terlambat (hari)", 12), Column("Keadaan", 22), Column("Hasil", 22)),
    *(Column("Kali ke", 8), Column("Keluaran", 50), Column("Format", 14)),
    Column("Keluaran belum disimpan", 14),
)
DEVIATIONS: Final = (
    *(Column("Langkah", 14), Column("Jenis", 14), Column("Mengenai", 40)),
    *(Column("Mutu baku", 30), Column("Kenyataan", 40), Column("Pelaksana", 28)),
    *(Column("Jabatan", 30), Column("Penjelasan", 60), Column("Dijelaskan", 14)),
)
STATES: Final = {
    "none": "Belum mulai",
    Task.Status.READY: "Berjalan",
    Task.Status.DONE: "Selesai",
    Task.Status.SKIPPED: "Dilaksanakan di luar Tolok",
}

Cell = str | int | date | None


def year_sheets(rows: Iterable[Row], deviations: Iterable[Deviation]) -> tuple[Sheet, Sheet]:
    return (
        Sheet("Langkah", STEPS, [step_line(row) for row in rows]),
        Sheet("Penyimpangan", DEVIATIONS, [deviation_line(one) for one in deviations]),
    )


def step_line(row: Row) -> tuple[Cell, ...]:
    step, planned = row.step, row.planned
    return (
        *(row.label, step.name, step.lane, step.time),
        *((planned.starts, planned.due) if planned else (None, None)),
        *_actual(row),
        *(row.days_late or row.days_overdue or None, STATES[row.state]),
        *((row.task.outcome_label if row.task else ""), row.times or None),
        *("; ".join(step.outputs), step.formats_text, row.unkept or None),
    )


def _actual(row: Row) -> tuple[Cell, Cell, Cell]:
    """When it was begun, done and due; a step from outside Tolok has no dates here."""
    if row.task is None or row.begun_on is None:
        return None, None, None
    return row.begun_on, row.task.done_on, row.task.due


def deviation_line(one: Deviation) -> tuple[Cell, ...]:
    explained = one.task.run.fiscal_year.zone.day_of(one.explained_at) if one.explained_at else None
    return (
        *(one.task.label, one.get_kind_display(), one.what, one.planned, one.actual),
        *(str(one.officer or ""), one.officer_office, one.explanation, explained),
    )
