"""What the room tells the rooms below when Django starts."""

from django.apps import AppConfig


class RemindersConfig(AppConfig):
    name = "tolok.reminders"

    def ready(self) -> None:
        from tolok.messages import relevance  # noqa: PLC0415 - models are not loaded before
        from tolok.messages.models import Message  # noqa: PLC0415 - the same
        from tolok.reminders import calendars, matters  # noqa: PLC0415 - the same

        kinds = Message.Kind
        for kind in (kinds.TASK, kinds.REMINDER, kinds.OVERDUE, kinds.ESCALATION):
            relevance.register(kind, relevance.Matter(matters.is_over, matters.is_still_theirs))
        calendars.register("tugas", calendars.tasks_of)
        calendars.register("jendela", calendars.windows_of)
