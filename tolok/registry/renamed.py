"""Work units got other codes or names: their packages are looked for again."""

from django.db import transaction

from tolok.core.problem import RefusedError
from tolok.cycle.locks import Late
from tolok.organisation.models import Agency
from tolok.registry.late import require_open_year
from tolok.registry.models import Import, PublishedTable
from tolok.registry.refresh import foresee, is_up_to_date, settle

WHY = "Padanan satuan kerja berubah"


def derive_again(agency_pk: int) -> None:
    """Every year with data whose packages today's names would place otherwise.

    A closed year stays as it was reported (KP-04); after a lock the change leaves its trace.
    """
    agency = Agency.objects.get(pk=agency_pk)
    years = Import.objects.filter(agency=agency).order_by("year").values_list("year", flat=True)
    for year in years.distinct():
        published = PublishedTable.objects.in_force(agency, year)
        if published and not is_up_to_date(agency, year, published):
            _derive(agency, year)


def _derive(agency: Agency, year: int) -> None:
    outlook = foresee(agency, year, PublishedTable.objects.in_force(agency, year))
    try:
        with transaction.atomic():
            require_open_year(agency, year, Late(WHY, f"{WHY} pada {agency}"), actor=None)
            settle(agency, year, outlook, because=WHY)
    except RefusedError:
        return
