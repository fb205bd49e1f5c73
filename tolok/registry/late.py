"""Data of a year that are changed after its periods were locked: with a trace, or not at all."""

from tolok.core.period import fiscal_year
from tolok.cycle.locks import Late, require_open
from tolok.cycle.models import FiscalYear
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.registry.refresh import hold


def require_open_year(agency: Agency, year: int, change: Late, *, actor: User | None) -> None:
    """KP-04, KP-05 of `cycle.locks`. A package has several dates, so every period is touched.

    The agency is held before the year: whoever changes data takes the locks in this order.
    """
    hold(agency)
    if found := FiscalYear.objects.filter(agency=agency, year=year).first():
        require_open(found, fiscal_year(year), change, actor=actor)
