"""What the worker does by itself (`operations/schedules.py` says how often)."""

from datetime import datetime

from django.utils import timezone

from tolok.core.reminding import DIGEST_HOUR
from tolok.cycle.models import FiscalYear
from tolok.messages.actions import deliver
from tolok.organisation.models import Agency
from tolok.reminders.actions import send_reminders


def remind() -> None:
    """Every agency in which it is seven already; each in a transaction of its own."""
    now = timezone.now()
    for agency in agencies_awake(now):
        send_reminders(agency, now)
    deliver(now)


def agencies_awake(now: datetime) -> list[Agency]:
    running = FiscalYear.objects.running().values("agency")
    agencies = Agency.objects.filter(pk__in=running)
    return [one for one in agencies if now.astimezone(one.zone.tz).hour >= DIGEST_HOUR]
