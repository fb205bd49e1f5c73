"""Whether what was told of a task still holds when it leaves Tolok (T24)."""

from datetime import date

from tolok.core.reminding import ARRIVED
from tolok.cycle.models import FiscalYear
from tolok.messages.models import Message
from tolok.reminders.models import Reminder
from tolok.reminders.recipients import rungs


def is_over(message: Message) -> bool:
    """The task is done, has another due day, its year is closed, or a newer one says more."""
    reminder = reminder_of(message)
    if reminder is None:
        return False
    task = reminder.task
    is_open = task.run.fiscal_year.status == FiscalYear.Status.OPEN
    is_current = reminder.mark == ARRIVED or task.due == reminder.due
    is_newest = not reminder.later().exists()
    return not (is_open and task.is_ready and is_current and is_newest)


def is_still_theirs(message: Message, today: date) -> bool:
    """By the offices of today, on the same rung or a lower one."""
    reminder = reminder_of(message)
    if reminder is None:
        return True
    persons = rungs(reminder.task, today)[: reminder.rung + 1]
    return any(message.recipient in one for one in persons)


def reminder_of(message: Message) -> Reminder | None:
    found = Reminder.objects.filter(message=message).select_related(
        "task__agency", "task__person", "task__run__sop", "task__run__fiscal_year"
    )
    return found.first()
