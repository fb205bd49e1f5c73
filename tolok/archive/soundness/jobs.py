"""Rehashing kept files, those longest unchecked first."""

from typing import Final

from django.db import transaction
from django.utils import timezone

from tolok.archive.files import is_sound
from tolok.archive.models import FileCheck, PaperFile
from tolok.organisation.models import Agency
from tolok.trail.record import record

FILES_A_TIME: Final = 500
BYTES_A_TIME: Final = 500 << 20  # a few seconds of reading an hour; 100 GB in nine days


def recheck_files() -> None:
    """Until so many files or bytes are read; the next run goes on with those after them."""
    read = 0
    for file in PaperFile.objects.longest_unchecked()[:FILES_A_TIME]:
        check_file(file)
        read += file.size
        if read > BYTES_A_TIME:
            break


def check_file(file: PaperFile) -> bool:
    """Whether its bytes still give their SHA-256; a change of that is told in the trail.

    Nothing is repaired here: whoever restores the file from a backup finds it whole again at the
    next check.
    """
    damaged = not is_sound(file)
    with transaction.atomic():
        file = (
            PaperFile.objects.select_for_update(of=("self",))
            .select_related("paper__agency")
            .get(pk=file.pk)
        )
        if file.is_disposed:
            return True
        subject = f"{file.paper.document} {file.paper.code} {file.name}"
        note_state(file, damaged=damaged, subject=subject, agency=file.paper.agency)
    return not damaged


def note_state(
    file: PaperFile | FileCheck, *, damaged: bool, subject: str, agency: Agency | None
) -> None:
    """When it was looked at and how it was found, on its locked row; a change in the trail too."""
    changed = file.is_damaged != damaged
    file.is_damaged, file.checked_at = damaged, timezone.now()
    file.save(update_fields=["is_damaged", "checked_at"])
    if changed:
        record(
            "archive.find_damage" if damaged else "archive.find_repair",
            actor=None,
            subject=subject,
            agency=agency,
            after={"berkas": file.sha256},
        )
