"""What people do with scans: bring one to a paper."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from tolok.archive.issuing.actions import Returned, receive_signed
from tolok.archive.issuing.making import Kept, own
from tolok.archive.issuing.state import Status, locked, need_status, tell
from tolok.archive.models import Paper, PaperFile
from tolok.archive.scans.examine import examine
from tolok.people.models import User

OPEN = (Status.DRAFT, Status.WAITING, Status.ISSUED, Status.SIGNED)


def accept_scan(
    paper: Paper, upload: UploadedFile[Any], kind: PaperFile.Kind, *, actor: User | None
) -> Paper:
    """Keep a scan with its paper: the signed paper itself, or an attachment (evidence).

    SC-01 to SC-07 say what a scan is. What no longer counts takes no more files (NK-02).
    """
    name = upload.name or ""
    if kind == PaperFile.Kind.SIGNED:
        return receive_signed(paper, Returned(name, upload.chunks()), actor=actor)
    need_status(paper, *OPEN)
    file = Kept(PaperFile.Kind.EVIDENCE, **vars(examine(name, upload.chunks())))
    with transaction.atomic():
        paper = locked(paper, *OPEN)
        own(paper, (file,), added_by=actor)
        tell("accept_scan", paper, actor, {"berkas": file.sha256, "nama": file.name})
    return paper
