"""Where the year's circular stands: the plan it tells of, its draft, the letter that is out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tolok.archive.models import Paper
from tolok.archive.models.papers import PaperRows
from tolok.core.problem import Problem
from tolok.cycle.models import FiscalYear
from tolok.organisation.models import Agency
from tolok.outreach.models import Circular
from tolok.planning.models import PlanVersion
from tolok.planning.reading import content_kept, sha256_of

CODE: Final = "F2"
SUBJECT: Final = "edaran"  # what tells the year's circular from other papers of its kind
OUT: Final = (Paper.Status.ISSUED, Paper.Status.SIGNED)


@dataclass(frozen=True)
class Standing:
    """One year's circular, read when it is asked for."""

    year: FiscalYear

    @cached_property
    def circular(self) -> Circular | None:
        found = Circular.objects.of_year(self.year.agency, self.year.year)
        return found.select_related("agency", "saved_by").first()

    @cached_property
    def version(self) -> PlanVersion | None:
        """The plan it tells of: the approved one, or before that the one being written."""
        versions = PlanVersion.objects.of_year(self.year.agency, self.year.year)
        return versions.decided().first() or versions.first()

    @property
    def is_approved(self) -> bool:
        return self.version is not None and self.version.is_decided

    @cached_property
    def draft(self) -> Paper | None:
        """The first draft, or a correction of the letter that is out."""
        return self._papers.drafts().first()

    @cached_property
    def outside(self) -> Paper | None:
        """It waits elsewhere for its number or signature."""
        return self._papers.filter(status=Paper.Status.WAITING).first()

    @cached_property
    def letter(self) -> Paper | None:
        """What the units are sent."""
        return letter_of(self.year.agency, self.year.year)

    @property
    def is_behind_plan(self) -> bool:
        """Whether the draft tells of another plan than the one that stands now."""
        if self.version is None or self.circular is None or self.draft is None:
            return False
        return self.circular.plan_sha256 != plan_hash(self.version)

    @property
    def _papers(self) -> PaperRows:
        return papers_of(self.year.agency, self.year.year)


def papers_of(agency: Agency, year: int) -> PaperRows:
    found = Paper.objects.of_year(agency, year).in_force().select_related("number", "agency")
    return found.filter(document=CODE, subject=SUBJECT)


def letter_of(agency: Agency, year: int) -> Paper | None:
    """The circular as it was issued; None while it was not."""
    return papers_of(agency, year).filter(status__in=OUT).order_by("-pk").first()


def plan_hash(version: PlanVersion) -> str:
    return sha256_of(content_kept(version))


def before_it_leaves(paper: Paper) -> tuple[Problem, ...]:
    """ED-02: the plan is approved first. ED-03: the letter tells of the plan that was approved."""
    if paper.subject != SUBJECT:
        return ()
    standing = Standing(FiscalYear.objects.get(agency=paper.agency_id, year=paper.year))
    if not standing.is_approved:
        message = (
            "Surat edaran terbit setelah rencana kinerja disetujui. Sampai saat itu ia tetap "
            "usulan yang diajukan bersama rencana."
        )
        return (Problem("ED-02", "rencana kinerja", message),)
    if standing.is_behind_plan:
        message = (
            "Draf ini disusun sebelum rencana yang disetujui. Buka halaman Surat edaran dan "
            "perbarui drafnya, lalu terbitkan."
        )
        return (Problem("ED-03", "draf", message),)
    return ()
