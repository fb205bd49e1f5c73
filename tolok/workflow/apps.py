"""What the room tells the rooms below when Django starts."""

from functools import partial

from django.apps import AppConfig


class WorkflowConfig(AppConfig):
    name = "tolok.workflow"

    def ready(self) -> None:
        from tolok.cycle import sops  # noqa: PLC0415 - models are not loaded before
        from tolok.people import duties  # noqa: PLC0415 - the same
        from tolok.workflow import duties as ours  # noqa: PLC0415 - the same
        from tolok.workflow.clocks import known_sop, own_sops  # noqa: PLC0415 - the same
        from tolok.workflow.loading import shipped_codes  # noqa: PLC0415 - the same

        for code in shipped_codes():
            sops.register(code, partial(known_sop, code))
        sops.register_own(own_sops)
        duties.register("workflow", duties.Keeper(ours.duties_of, ours.pass_on))
