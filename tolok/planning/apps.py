"""What the room tells the rooms below when Django starts."""

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "tolok.planning"

    def ready(self) -> None:
        from tolok.planning import tasks  # noqa: PLC0415 - models are not loaded before
        from tolok.workflow import activities  # noqa: PLC0415 - the same

        for activity in (*tasks.WRITING, tasks.APPROVAL):
            activities.register(activity, open_points=tasks.open_points)
