"""What the room tells the rooms below when Django starts."""

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "tolok.planning"

    def ready(self) -> None:
        from tolok.planning import tasks  # noqa: PLC0415 - models are not loaded before
        from tolok.planning.assignment import actions as assignment  # noqa: PLC0415 - the same
        from tolok.workflow import activities  # noqa: PLC0415 - the same

        activities.register(assignment.ACTIVITY, open_points=assignment.open_points)
        for activity in tasks.WRITING:
            activities.register(activity, open_points=tasks.open_points)
        activities.register(
            tasks.APPROVAL, open_points=tasks.open_points, returning=tasks.returning
        )
