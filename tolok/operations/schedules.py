"""What the worker does by itself, and how often."""

from typing import Final

from django_q.models import Schedule

EVERY: Final = {  # job -> minutes between two runs
    "tolok.archive.soundness.jobs.recheck_files": 60,
    "tolok.archive.soundness.others.recheck_other_files": 60,
    "tolok.messages.jobs.empty_outbox": 5,
    "tolok.reminders.jobs.remind": 15,
}


def ensure_schedules() -> None:
    """As this version wants them; a run that was missed is not made up for (`catch_up`)."""
    for job, minutes in EVERY.items():
        wanted = {"schedule_type": Schedule.MINUTES, "minutes": minutes, "repeats": -1}
        schedule, is_new = Schedule.objects.get_or_create(name=job, defaults=wanted | {"func": job})
        if not is_new and (schedule.func, schedule.minutes) != (job, minutes):
            Schedule.objects.filter(pk=schedule.pk).update(func=job, **wanted)
    Schedule.objects.filter(name__startswith="tolok.").exclude(name__in=EVERY).delete()
