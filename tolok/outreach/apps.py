"""What the room tells the rooms below when Django starts."""

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    name = "tolok.outreach"

    def ready(self) -> None:
        from tolok.archive.issuing import conditions  # noqa: PLC0415 - models are not loaded before
        from tolok.outreach.circular import standing, tasks  # noqa: PLC0415 - the same
        from tolok.workflow import activities  # noqa: PLC0415 - the same

        conditions.register(standing.CODE, standing.before_it_leaves)
        activities.register(
            "outreach:circular", open_points=tasks.open_points, undoing=tasks.undoing
        )
