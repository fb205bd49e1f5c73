"""Short ways for tests to make the things they need. Every argument has a sensible default."""

from typing import Any

from django.utils import timezone

from tolok.cycle.models import FiscalYear
from tolok.organisation.models import Agency
from tolok.organisation.testing import make_agency


def make_year(agency: Agency | None = None, year: int = 2025, **fields: Any) -> FiscalYear:
    usual = {"sop": "kaltim-2024", "opened_at": timezone.now()}
    agency = agency or make_agency()
    return FiscalYear.objects.get_or_create(agency=agency, year=year, defaults=usual | fields)[0]
