"""The SOPs an agency may choose from: those that ship, and those that were published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from tolok.people.models import User
from tolok.workflow.definition import Definition
from tolok.workflow.loading import definition_in, shipped_codes, shipped_file
from tolok.workflow.models import SopVersion


@dataclass(frozen=True)
class OnShelf:
    """One version, whether it is a row already or only a file of this Tolok."""

    definition: Definition
    content: bytes
    agency: str  # "": it ships with Tolok
    published_at: datetime | None = None
    published_by: str = ""

    @property
    def href(self) -> str:
        return reverse("workflow:sop", args=[self.definition.sha256])


def shelf_of(user: User) -> tuple[OnShelf, ...]:
    """What this person may look at, by code and newest first."""
    found = [_row(one) for one in SopVersion.objects.visible_to(user).select_related("agency")]
    known = {one.definition.sha256 for one in found}
    found += [one for one in map(_file, shipped_codes()) if one.definition.sha256 not in known]
    return tuple(sorted(found, key=lambda one: (one.definition.code, one.definition.version)))


def _row(version: SopVersion) -> OnShelf:
    return OnShelf(
        version.definition,
        bytes(version.content),
        str(version.agency or ""),
        version.published_at if version.agency else None,
        str(version.published_by or ""),
    )


def _file(code: str) -> OnShelf:
    content = shipped_file(code)
    return OnShelf(definition_in(content), content, "")
