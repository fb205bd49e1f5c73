"""Papers that go with a paper: its attachments."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from tolok.archive.issuing.actions.changing import OUT
from tolok.archive.issuing.making import Kept, own
from tolok.archive.issuing.state import locked, need_status, tell
from tolok.archive.models import Paper, PaperFile
from tolok.people.models import User
from tolok.scans.examine import examine_upload


def add_attachment(paper: Paper, upload: UploadedFile[Any], *, actor: User | None) -> Paper:
    """Keep a scan that belongs to a paper which has left the house.

    SC-01 to SC-07 say what a scan is. What no longer counts takes no more files (NK-02).
    """
    need_status(paper, *OUT)
    file = Kept(PaperFile.Kind.EVIDENCE, **vars(examine_upload(upload)))
    with transaction.atomic():
        paper = locked(paper, *OUT)
        own(paper, (file,), added_by=actor)
        tell("add_attachment", paper, actor, {"berkas": file.sha256, "nama": file.name})
    return paper
