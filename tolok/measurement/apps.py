"""What the room tells the rooms below when Django starts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from tolok.organisation.models import Agency


class MeasurementConfig(AppConfig):
    name = "tolok.measurement"

    def ready(self) -> None:
        from tolok.cycle import frozen  # noqa: PLC0415 - models are not loaded before

        frozen.register("indikator", versions_in_force)


def versions_in_force(agency: Agency, year: int) -> Mapping[str, str]:
    """Indicator -> version: what a year freezes when it is opened."""
    from tolok.measurement.in_force import indicators_in_force  # noqa: PLC0415 - the same

    return {one.code: one.version for one in indicators_in_force(agency, year)}
