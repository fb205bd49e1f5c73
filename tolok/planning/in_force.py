"""What the approved plan says for a quarter: what measuring, rounds and reports go by."""

from typing import Final

from tolok.core.planning.content import Content, Indicator, Target
from tolok.core.planning.periods import WHOLE_YEAR, quarter_of, year_target
from tolok.core.planning.told import target_words
from tolok.organisation.models import Agency
from tolok.planning.models import PlanVersion
from tolok.planning.reading import content_kept

LAST_QUARTER: Final = 4


def plan_in_force(agency: Agency, year: int, quarter: int = LAST_QUARTER) -> Content | None:
    """The approved content whose targets count in a quarter; None without an approved plan."""
    version = PlanVersion.objects.of_year(agency, year).in_force(quarter)
    return content_kept(version) if version else None


def year_targets(agency: Agency, year: int) -> dict[str, str]:
    """Code -> the target of the whole year in words, for indicators of the approved plan."""
    plan = plan_in_force(agency, year)
    found = plan.indicators if plan else ()
    return {one.code: target_words(year_target(one), one) for one in found}


def target_in_force(agency: Agency, year: int, code: str, number: int) -> Target | None:
    """The target of one period: of the version that counts in its quarter, so that what was
    achieved before a budget change keeps the old one."""
    newest = _indicator(agency, year, code, LAST_QUARTER)
    if newest is None:
        return None
    if number == WHOLE_YEAR:
        return newest.target_of(WHOLE_YEAR)
    then = _indicator(agency, year, code, quarter_of(newest.reporting, number))
    return then.target_of(number) if then else None


def _indicator(agency: Agency, year: int, code: str, quarter: int) -> Indicator | None:
    plan = plan_in_force(agency, year, quarter)
    found = plan.indicators if plan else ()
    return next((one for one in found if one.code == code), None)
