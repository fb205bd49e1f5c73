"""What was handed out, and photos: files that were examined, or papers of the archive."""

from django.db import transaction

from tolok.archive.models import Paper
from tolok.core.problem import Problem, RefusedError
from tolok.outreach.meetings.actions.working import locked, told
from tolok.outreach.models import Material, Meeting
from tolok.people.models import User
from tolok.scans.examine import Scan


@transaction.atomic
def add_file(
    meeting: Meeting, file: Scan, *, title: str = "", is_photo: bool = False, actor: User
) -> Material:
    """RP-16: a photo is a picture; a PDF is material."""
    meeting = locked(meeting)
    if is_photo and not file.shown_sha256:
        message = f"{file.name} bukan gambar. Foto berupa JPEG atau PNG."
        raise RefusedError(Problem("RP-16", file.name, message))
    added = Material.objects.create(
        meeting=meeting,
        title=title.strip() or file.name,
        is_photo=is_photo,
        file_name=file.name,
        file_sha256=file.sha256,
        file_type=file.content_type,
        shown_sha256=file.shown_sha256,
        added_by=actor,
    )
    told("add_material", meeting, actor, {"judul": added.title, "berkas": file.sha256})
    return added


@transaction.atomic
def add_paper(meeting: Meeting, paper: Paper, *, actor: User) -> Material:
    """RP-16: a paper of this agency that has left the house."""
    meeting = locked(meeting)
    if paper.agency_id != meeting.agency_id or paper.status in (*Paper.GONE, Paper.Status.DRAFT):
        message = "Bahan dari arsip adalah naskah instansi ini yang sudah terbit."
        raise RefusedError(Problem("RP-16", paper.title, message))
    known = meeting.materials.filter(paper=paper).first()
    if known:
        return known
    added = Material.objects.create(meeting=meeting, title=paper.title, paper=paper, added_by=actor)
    told("add_material", meeting, actor, {"judul": added.title, "naskah": paper.code})
    return added


@transaction.atomic
def remove_material(material: Material, *, actor: User) -> None:
    """Its bytes stay in the store; the meeting names it no longer."""
    meeting = locked(material.meeting)
    title = material.title
    material.delete()
    told("remove_material", meeting, actor, {"judul": title})
