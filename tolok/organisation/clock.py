"""The day it is, by an agency's own clock: midnight comes two hours earlier in the east."""

from datetime import date

from django.utils import timezone

from tolok.core.zones import Zone
from tolok.organisation.models import Agency


def today_in(agency: Agency | None) -> date:
    """What has no agency goes by the day of Jakarta, as its offices do."""
    zone = agency.zone if agency else Zone.WIB
    return zone.day_of(timezone.now())
