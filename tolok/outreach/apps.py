"""What the room tells the rooms below when Django starts."""

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    name = "tolok.outreach"

    def ready(self) -> None:
        from tolok.archive.issuing import conditions, origins  # noqa: PLC0415 - models are not loaded before
        from tolok.outreach import origins as ours  # noqa: PLC0415 - the same
        from tolok.outreach.circular import standing, tasks  # noqa: PLC0415 - the same
        from tolok.outreach.circular.actions.writing import submit_with_plan  # noqa: PLC0415 - the same
        from tolok.outreach.meetings import audiences  # noqa: PLC0415 - the same
        from tolok.outreach.meetings import tasks as meetings  # noqa: PLC0415 - the same
        from tolok.outreach.meetings.days import meetings_of  # noqa: PLC0415 - the same
        from tolok.outreach.models.meetings import ABOUT  # noqa: PLC0415 - the same
        from tolok.planning import submitted  # noqa: PLC0415 - the same
        from tolok.reminders import calendars  # noqa: PLC0415 - the same
        from tolok.workflow import activities  # noqa: PLC0415 - the same

        conditions.register(standing.CODE, standing.before_it_leaves)
        origins.register(standing.SUBJECT, ours.of_circular)
        origins.register(ABOUT, ours.of_meeting)
        submitted.register("outreach", submit_with_plan)
        activities.register(
            "outreach:circular",
            open_points=tasks.open_points,
            undoing=tasks.undoing,
            by_unit=tasks.by_unit,
        )
        calendars.register("rapat", meetings_of)
        activities.register(audiences.INVITATION, open_points=meetings.invitation_open_points)
        activities.register(audiences.ACTIVITY, open_points=meetings.socialisation_open_points)
