"""Which SOP a fiscal year follows, also before it sets out."""

from __future__ import annotations

from tolok.cycle.models import FiscalYear
from tolok.workflow.definition import Definition
from tolok.workflow.loading import shipped, shipped_codes
from tolok.workflow.models import Run, SopVersion


def definition_of_year(year: FiscalYear) -> Definition | None:
    """That of its run; of a year without one, the SOP it was opened under.

    None for a year without an SOP, as those that were only imported.
    """
    run = Run.objects.filter(fiscal_year=year).select_related("sop").only("sop").first()
    if run is not None:
        return run.definition
    if own := own_sop(year):
        return own.definition
    return shipped(year.sop) if year.sop in shipped_codes() else None


def own_sop(year: FiscalYear) -> SopVersion | None:
    """The SOP the agency published itself, in the version the year was opened under."""
    own = SopVersion.objects.filter(agency=year.agency, code=year.sop)
    if year.sop_version:
        own = own.filter(version=year.sop_version)
    return own.first()
