"""Publishing an SOP: from then on its diagram does not change."""

from django.db import transaction
from django.utils import timezone

from tolok.core.problem import Problem, RefusedError
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.trail.record import record
from tolok.workflow.loading import definition_in, shipped_file
from tolok.workflow.models import SopVersion


def shipped_sop(code: str) -> SopVersion:
    """The SOP as this Tolok ships it; a row of its own for each diagram that ever shipped."""
    content = shipped_file(code)
    definition = definition_in(content)
    return SopVersion.objects.get_or_create(
        agency=None,
        sha256=definition.sha256,
        defaults={
            "code": definition.code,
            "version": definition.version,
            "title": definition.title,
            "content": content,
            "published_at": timezone.now(),
        },
    )[0]


@transaction.atomic
def publish_sop(content: bytes, *, agency: Agency, actor: User) -> SopVersion:
    """Take in an agency's own SOP, when it has no faults (BP-..) and is new (TG-16)."""
    definition = definition_in(content)
    same = SopVersion.objects.of(agency).filter(code=definition.code, version=definition.version)
    if same.exists():
        message = (
            f"{definition.code} versi {definition.version} sudah diterbitkan dan tidak dapat "
            "diubah. Naikkan properti version pada diagram, lalu unggah lagi."
        )
        raise RefusedError(Problem("TG-16", "versi", message))
    published = SopVersion.objects.create(
        agency=agency,
        code=definition.code,
        version=definition.version,
        title=definition.title,
        content=content,
        sha256=definition.sha256,
        published_by=actor,
        published_at=timezone.now(),
    )
    record(
        "workflow.publish_sop",
        actor=actor,
        subject=f"SOP {published.code} versi {published.version}",
        agency=agency,
        after={"judul": published.title, "sha256": published.sha256},
    )
    return published
