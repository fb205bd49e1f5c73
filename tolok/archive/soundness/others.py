"""Rehashing what no paper owns: imports, evidence of corrections, scans of decisions, receipts."""

from django.db import transaction

from tolok import store
from tolok.archive.files import is_whole, size_of_kept
from tolok.archive.models import FileCheck, PaperFile
from tolok.archive.soundness.jobs import BYTES_A_TIME, FILES_A_TIME, note_state

ROWS_A_TIME = 500


def recheck_other_files() -> None:
    """Those longest unchecked first, until so many files or bytes are read."""
    note_files()
    read = 0
    for file in FileCheck.objects.longest_unchecked()[:FILES_A_TIME]:
        if check_other_file(file):
            read += size_of_kept(file.sha256)
        if read > BYTES_A_TIME:
            break


def note_files() -> None:
    """A row for each file that rows of any room name, and none for those that nobody needs now."""
    papers = set(PaperFile.objects.kept().values_list("sha256", flat=True))
    needed = {one.sha256: one for one in store.named_files() if one.sha256 not in papers}
    known = set(FileCheck.objects.values_list("sha256", flat=True))
    FileCheck.objects.bulk_create(
        [
            FileCheck(sha256=sha256, called=one.called, agency_id=one.agency)
            for sha256, one in sorted(needed.items())
            if sha256 not in known
        ],
        batch_size=ROWS_A_TIME,
        ignore_conflicts=True,  # another worker has just noted it
    )
    gone = sorted(known - needed.keys())
    for at in range(0, len(gone), ROWS_A_TIME):
        FileCheck.objects.filter(sha256__in=gone[at : at + ROWS_A_TIME]).delete()


def check_other_file(file: FileCheck) -> bool:
    """Whether its bytes still give their SHA-256; a change of that is told in the trail."""
    damaged = not is_whole(file.sha256)
    if damaged and file.sha256 not in store.named():
        return False  # thrown away in between; the next run forgets it
    with transaction.atomic():
        found = FileCheck.objects.select_for_update(of=("self",)).filter(pk=file.pk).first()
        if found is None:
            return False
        note_state(found, damaged=damaged, subject=str(found), agency=found.agency)
    return not damaged
