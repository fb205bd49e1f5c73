"""What the room tells the rooms below when Django starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from tolok.organisation.models import Agency


class RegistryConfig(AppConfig):
    name = "tolok.registry"

    def ready(self) -> None:
        from tolok.organisation import renaming  # noqa: PLC0415 - models are not loaded before

        renaming.register("registry", derive_later)


def derive_later(agency: Agency) -> None:
    """Behind the page: a year takes seconds."""
    from django_q.tasks import async_task  # noqa: PLC0415 - only a change of names needs it

    async_task("tolok.registry.renamed.derive_again", agency.pk)
