"""What counts in an agency's year: its indicators, and the packages taken out of them."""

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from tolok.core.indicator import Indicator, read_indicator
from tolok.core.problem import Problem
from tolok.measurement.catalogue import shipped
from tolok.measurement.models import IndicatorVersion
from tolok.organisation.models import Agency
from tolok.registry.dictionary import dictionary
from tolok.registry.models import Exclusion


def indicators_in_force(agency: Agency, year: int) -> tuple[Indicator, ...]:
    """The shipped ones, with those the agency changed or added, as far as valid in the year."""
    return tuple(one for one in every_indicator(agency) if one.valid_in(year))


def every_indicator(agency: Agency) -> list[Indicator]:
    """Those of other years and those retired, too."""
    found = {one.code: one for one in shipped()}
    for version in IndicatorVersion.objects.newest(agency):
        found[version.code] = _stored(json.dumps(version.attributes, sort_keys=True))
    return [found[code] for code in sorted(found)]


def exclusions_in_force(agency: Agency, year: int) -> Mapping[str, Mapping[str, str]]:
    """Indicator -> package -> the accepted reason."""
    accepted = Exclusion.objects.of_year(agency, year).accepted()
    found: dict[str, dict[str, str]] = {}
    for one in accepted:
        found.setdefault(one.indicator, {})[one.package_code] = one.reason
    return found


def read_attributes(
    attributes: Mapping[str, object], *, where: str = ""
) -> Indicator | tuple[Problem, ...]:
    """Attributes as a form or JSON gives them: days as text."""
    return read_indicator(
        {key: _day(value) if key in DAYS else value for key, value in attributes.items()},
        dictionary(),
        where=where,
    )


DAYS = ("valid_from", "valid_to")


def _day(value: object) -> object:
    """What is no day stays as it is and is refused by its rule."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return value


@lru_cache(maxsize=256)
def _stored(attributes: str) -> Indicator:
    """A stored version was checked when it was saved; one that no longer reads is a bug."""
    indicator = read_attributes(json.loads(attributes))
    if isinstance(indicator, tuple):
        raise TypeError(f"a stored indicator is no longer readable: {indicator}")
    return indicator
