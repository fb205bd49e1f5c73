from tolok.reminders.models.calendar_links import CalendarLink
from tolok.reminders.models.policies import ReminderPolicy
from tolok.reminders.models.reminders import Reminder
from tolok.reminders.models.texts import TextSent

__all__ = ["CalendarLink", "Reminder", "ReminderPolicy", "TextSent"]
