"""What people do with indicators, and the measuring that follows every change of data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction

from tolok.core.indicator import Indicator
from tolok.core.problem import Problem, RefusedError
from tolok.measurement.in_force import exclusions_in_force, indicators_in_force, read_attributes
from tolok.measurement.keeping import as_json
from tolok.measurement.models import IndicatorVersion, MeasuredIndicator, Measurement
from tolok.measurement.values import Value, measure
from tolok.measurement.year_values import GROUPINGS, basis_of
from tolok.organisation.models import Agency
from tolok.people.models import User
from tolok.registry.models import Snapshot
from tolok.registry.snapshots import current
from tolok.trail.record import record


@dataclass(frozen=True)
class Trial:
    """An indicator as it would be saved, with this year's value; None without data."""

    indicator: Indicator
    value: Value | None


def try_indicator(agency: Agency, year: int, attributes: Mapping[str, Any]) -> Trial:
    """Check the attributes and measure this year's data with them; nothing is stored."""
    indicator = read_attributes(attributes)
    if isinstance(indicator, tuple):
        raise RefusedError(*indicator)
    snapshot = Snapshot.objects.current(agency, year)
    if snapshot is None:
        return Trial(indicator, None)
    exclusions = exclusions_in_force(agency, year)
    (value,) = measure(snapshot, [indicator], exclusions=exclusions)
    return Trial(indicator, value)


def save_indicator(
    agency: Agency, year: int, attributes: Mapping[str, Any], *, actor: User, reason: str
) -> IndicatorVersion:
    """Keep a new version, after it was checked and tried on the year's data.

    M-04: a version differs from the one before. M-05: a change tells why.
    """
    trial = try_indicator(agency, year, attributes)
    if not reason.strip():
        raise RefusedError(Problem("M-05", "alasan", "Tulis alasan perubahan indikator ini."))
    with transaction.atomic():
        list(Agency.objects.select_for_update().filter(pk=agency.pk))  # one version at a time
        before = IndicatorVersion.objects.newest(agency).filter(code=trial.indicator.code).first()
        if before is not None and before.attributes == attributes:
            message = "Tidak ada yang berubah dari versi sebelumnya."
            raise RefusedError(Problem("M-04", trial.indicator.code, message))
        version = IndicatorVersion.objects.create(
            agency=agency,
            code=trial.indicator.code,
            number=before.number + 1 if before else 1,
            attributes=dict(attributes),
            formula_version=trial.indicator.version,
            reason=reason.strip(),
            made_by=actor,
        )
        record(
            "measurement.save_indicator",
            actor=actor,
            subject=str(version),
            agency=agency,
            before=before.attributes if before else None,
            after={**attributes, "alasan": reason.strip()},
        )
    return version


def measure_year(agency: Agency, year: int) -> Measurement:
    """The kept values of the snapshot in force, computed when they are not there yet.

    Computes outside any transaction; of two that measure at once the second finds the first's.
    """
    snapshot = current(agency, year)
    indicators = indicators_in_force(agency, year)
    exclusions = exclusions_in_force(agency, year)
    key = {
        "agency": agency,
        "year": year,
        "snapshot": snapshot.sha256,
        "basis": basis_of(indicators, exclusions),
    }
    found = Measurement.objects.filter(**key).first()
    if found is not None:
        return found
    values = [
        value
        for by in GROUPINGS
        for value in measure(snapshot, indicators, by=by, exclusions=exclusions)
    ]
    try:
        return _keep(key, indicators, values)
    except IntegrityError:
        return Measurement.objects.get(**key)


@transaction.atomic
def _keep(
    key: Mapping[str, Any], indicators: tuple[Indicator, ...], values: list[Value]
) -> Measurement:
    measurement = Measurement.objects.create(**key)
    MeasuredIndicator.objects.bulk_create(_rows(measurement, indicators, values))
    return measurement


def _rows(
    measurement: Measurement, indicators: tuple[Indicator, ...], values: list[Value]
) -> Iterator[MeasuredIndicator]:
    for indicator in indicators:
        yield MeasuredIndicator(
            measurement=measurement,
            code=indicator.code,
            formula_version=indicator.version,
            values=[as_json(value) for value in values if value.code == indicator.code],
        )
