from tolok.messages.actions.channels import (
    EmailSettings,
    save_email,
    save_webhook,
    turn_off_email,
    turn_off_webhook,
)
from tolok.messages.actions.choosing import choose
from tolok.messages.actions.delivering import Tally, deliver
from tolok.messages.actions.reading import mark_all_read, mark_read
from tolok.messages.actions.sending import Note, send
from tolok.messages.actions.trying import try_email, try_webhook

__all__ = [
    "EmailSettings",
    "Note",
    "Tally",
    "choose",
    "deliver",
    "mark_all_read",
    "mark_read",
    "save_email",
    "save_webhook",
    "send",
    "try_email",
    "try_webhook",
    "turn_off_email",
    "turn_off_webhook",
]
