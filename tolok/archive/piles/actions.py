"""What people do with a pile: bring it, place what could not be read, set blank sheets aside."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_q.tasks import async_task

from tolok.archive.files import keep_file
from tolok.archive.models import Paper, Pile, Sheet
from tolok.archive.piles import jobs
from tolok.archive.piles.filing import cut_out, draw, file_part
from tolok.archive.piles.standing import decided, locked_sheet, tell
from tolok.core.file_names import printable
from tolok.core.problem import Problem, RefusedError
from tolok.core.verification import read_code
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.scans import refusals
from tolok.scans.content import Content, content_of
from tolok.scans.examine import write_bounded
from tolok.scans.limits import DEFAULT
from tolok.scans.names import safe_name


def start_pile(agency: Agency, year: int, upload: UploadedFile[Any], *, actor: User) -> Pile:
    """Keep the PDF as it came and have it read; PL-01: a pile is a PDF."""
    shown = printable(upload.name or "")
    with tempfile.TemporaryDirectory(prefix="tolok-tumpukan-") as folder:
        path = Path(folder) / "tumpukan"
        with path.open("wb") as file:
            size = write_bounded(file, upload.chunks(), shown, DEFAULT.pile_bytes)
        content = content_of(path, shown)
        if isinstance(content, Problem):
            raise RefusedError(content)
        if content is not Content.PDF:
            message = "Tumpukan harus berupa satu PDF. Atur pemindai agar menyimpan PDF."
            raise RefusedError(Problem("PL-01", shown, message))
        sha256 = keep_file(path)
    pile = Pile(agency=agency, year=year, sha256=sha256, size=size, uploaded_by=actor)
    pile.name = safe_name(upload.name or "", Content.PDF)
    with transaction.atomic():
        _add(pile)
        tell("start_pile", pile, actor, {"berkas": pile.name, "sha256": sha256})
    async_task(jobs.read_pile, pile.pk)
    return pile


def continue_pile(pile: Pile) -> None:
    """Do here and now what no worker has begun; the job sees to it that it is done once."""
    jobs.read_pile(pile.pk)


def assign_sheet(sheet: Sheet, typed: str, *, actor: User) -> Sheet:
    """File a sheet from the tray to the paper whose code a person has read.

    KV-01, KV-02: a code as it is printed. PL-04: a paper of this agency. NK-02, NK-10: one whose
    signed copy can come back.
    """
    code = read_code(typed)
    if isinstance(code, Problem):
        raise RefusedError(code)
    paper = Paper.objects.filter(agency=sheet.pile.agency, code=code).first()
    if paper is None:
        message = f"Tidak ada naskah instansi ini dengan kode {code}. Periksa kode pada lembarnya."
        raise RefusedError(Problem("PL-04", "kode", message))
    (part,) = cut_out(sheet.pile, [[sheet.number]])
    if not part.sha256:
        raise RefusedError(refusals.stopped(str(sheet), "lembar ini tidak dapat disalin"))
    with transaction.atomic():
        if not file_part(part, paper, standing=Sheet.Status.TRAY, actor=actor):
            raise RefusedError(decided(sheet))
        sheet = Sheet.objects.get(pk=sheet.pk)
        tell("assign_sheet", sheet.pile, actor, {"lembar": sheet.number, "naskah": code})
    return sheet


BLANK_BACK: Final = "Halaman belakang, kosong"


@transaction.atomic
def set_aside_sheet(sheet: Sheet, note: str, *, actor: User) -> Sheet:
    """Say that a sheet belongs to no paper: a blank back, a cover. It stays in the pile's file.

    PL-05: with what it is.
    """
    if not note.strip():
        message = "Tuliskan lembar apa ini, misalnya “halaman belakang, kosong”."
        raise RefusedError(Problem("PL-05", "keterangan", message))
    sheet = locked_sheet(sheet, Sheet.Status.TRAY)
    sheet.status, sheet.note = Sheet.Status.SET_ASIDE, note.strip()[:300]
    sheet.decided_by, sheet.decided_at = actor, timezone.now()
    sheet.save()
    tell("set_aside_sheet", sheet.pile, actor, {"lembar": sheet.number, "apa": sheet.note})
    return sheet


@transaction.atomic
def set_aside_blank_sheets(pile: Pile, *, actor: User) -> int:
    """All sheets that seem blank at once: a scanner of both sides gives one for each sheet."""
    blank = list(pile.sheets.blank().select_for_update(of=("self",)).order_by("pk"))
    for sheet in blank:
        set_aside_sheet(sheet, BLANK_BACK, actor=actor)
    return len(blank)


def put_back_sheet(sheet: Sheet, *, actor: User) -> Sheet:
    """Into the tray again, when it was set aside by mistake."""
    with transaction.atomic():
        sheet = locked_sheet(sheet, Sheet.Status.SET_ASIDE)
        sheet.status, sheet.decided_by, sheet.decided_at = Sheet.Status.TRAY, None, None
        sheet.save()
        tell("put_back_sheet", sheet.pile, actor, {"lembar": sheet.number})
    if not sheet.picture_sha256:
        draw(sheet.pile, [sheet.number])
    return sheet


def _add(pile: Pile) -> None:
    """PL-02: each pile once, or its sheets would be filed twice."""
    try:
        with transaction.atomic():
            pile.save(force_insert=True)
    except IntegrityError:
        same = Pile.objects.filter(agency=pile.agency, sha256=pile.sha256).first()
        message = f"PDF yang persis sama sudah diunggah sebagai {same}. Lihat hasilnya di sana."
        raise RefusedError(Problem("PL-02", pile.name, message)) from None
