"""What was done outside Tolok is entered with number, date and scan."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.cycle import sops
from tolok.cycle.actions.locked import locked_year
from tolok.cycle.models import FiscalYear, OutsideRecord
from tolok.organisation.clock import today_in
from tolok.people.models import User
from tolok.scans.examine import Scan
from tolok.trail.record import record


@dataclass(frozen=True)
class Paper:
    """A paper as it lies in somebody's folder."""

    title: str
    dated: date
    number: str = ""
    note: str = ""


@transaction.atomic
def record_outside(
    year: FiscalYear,
    step: str,
    paper: Paper,
    *,
    scan: Scan | None = None,
    actor: User | None = None,
) -> OutsideRecord:
    """A step's paper; several may belong to one step."""
    year = locked_year(year, FiscalYear.Status.PREPARING, FiscalYear.Status.OPEN)
    if problems := outside_problems(year, step, paper):
        raise RefusedError(*problems)
    now = timezone.now()
    made = OutsideRecord.objects.create(
        year=year,
        step=step,
        title=" ".join(paper.title.split()),
        number=paper.number.strip(),
        dated=paper.dated,
        note=paper.note.strip(),
        file_name=scan.name[:255] if scan else "",
        file_sha256=scan.sha256 if scan else "",
        recorded_at=now,
        recorded_by=actor,
    )
    record(
        "cycle.record_outside",
        actor=actor,
        subject=f"{year.label} {step}: {made}",
        agency=year.agency,
        after={
            "tanggal": made.dated,
            "nomor": made.number,
            "berkas": made.file_name,
            "sha256": made.file_sha256,
        },
    )
    return made


def outside_problems(year: FiscalYear, step: str, paper: Paper) -> list[Problem]:
    """LS-01 a step of the year's SOP, LS-02 a title, LS-03 not a date to come."""
    problems = []
    known = sops.of_year(year)
    if known and not known.step_name(step):
        message = f"{step or 'Langkah kosong'} bukan langkah SOP {year.sop}. Pilih dari daftar."
        problems.append(Problem("LS-01", "langkah", message))
    if not paper.title.strip():
        message = "Masih kosong. Tuliskan nama dokumennya."
        problems.append(Problem("LS-02", "nama dokumen", message))
    if paper.dated > today_in(year.agency):
        message = "Tanggal ini belum tiba. Yang dicatat di sini sudah terjadi."
        problems.append(Problem("LS-03", "tanggal", message))
    return problems
