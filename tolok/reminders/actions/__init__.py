from tolok.reminders.actions.calendar_links import make_calendar_link, revoke_calendar_link
from tolok.reminders.actions.policies import save_policy
from tolok.reminders.actions.reminding import Planned, Sent, plan_reminders, send_reminders
from tolok.reminders.actions.texts import log_text

__all__ = [
    "Planned",
    "Sent",
    "log_text",
    "make_calendar_link",
    "plan_reminders",
    "revoke_calendar_link",
    "save_policy",
    "send_reminders",
]
