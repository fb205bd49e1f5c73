"""What the worker does by itself (`operations/schedules.py` says how often)."""

from tolok.messages.actions import deliver


def empty_outbox() -> None:
    deliver()
