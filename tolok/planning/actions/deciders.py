"""Who may decide on a plan: a leader of the year's SOP who wrote none of it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from tolok.core.problem import Problem, RefusedError
from tolok.people.acting import Decider, deciders, no_decider
from tolok.people.models import Role, User
from tolok.planning.models import PlanVersion
from tolok.scans.examine import Scan
from tolok.workflow.of_year import definition_of_year

APPROVAL: Final = "planning:approval"
ANY_LEADER: Final = (Role.KETUA_TIM, Role.KEPALA_UKPBJ, Role.PIMPINAN)


@dataclass(frozen=True)
class OnPaper:
    """A decision that a leader signed on paper and somebody keys in."""

    signed_on: date
    scan: Scan
    recorded_by: User


def approver_roles(version: PlanVersion) -> tuple[Role, ...]:
    """Who decides at the step of the year's SOP where the plan is decided: under Kaltim's Ketua
    Tim, often also Kepala UKPBJ, who then holds both offices; under Jayawijaya's Pimpinan, at
    least Sekretaris Daerah. Where the SOP has no such step, any of the leaders."""
    definition = definition_of_year(version.plan.year)
    steps = definition.steps if definition else ()
    decided = (step for step in steps if step.is_decision and step.activity == APPROVAL)
    return next((step.doers for step in decided), ANY_LEADER)


def who_may_decide(version: PlanVersion, day: date | None = None) -> tuple[Decider, ...]:
    """Those in office that day who wrote nothing of it; else the substitutes named for them."""
    authors = set(version.authors.all())
    found: dict[int, Decider] = {}
    for role in approver_roles(version):
        for one in deciders(role, version.agency, authors=authors, day=day):
            found.setdefault(one.person.pk, one)
    return tuple(found.values())


def the_decider(version: PlanVersion, actor: User, paper: OnPaper | None) -> Decider:
    """RN-37: nobody approves what he wrote; who decides holds the office of the SOP that day."""
    may = who_may_decide(version, paper.signed_on if paper else None)
    for one in may:
        if one.person == actor:
            return one
    roles = approver_roles(version)
    if version.authors.filter(pk=actor.pk).exists():
        if not may:
            raise RefusedError(no_decider(roles[0], actor))
        message = f"{actor} ikut menyusun rencana ini. Persetujuan diberikan orang lain."
        raise RefusedError(Problem("RN-37", "persetujuan", message))
    offices = " atau ".join(role.label for role in roles)
    message = f"Yang memutuskan rencana ini {offices}; {actor} tidak memegang jabatan itu."
    raise RefusedError(Problem("RN-37", "persetujuan", message))
