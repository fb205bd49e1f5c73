"""Who is told of a task: whose it is, and the offices above, one after the other.

    rungs(task, today)   # ((the doers), (the coordinator), (Ketua Tim, Kepala UKPBJ), …)

Always by the offices of the day: an acting officer hears instead of the one stood in for.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from tolok.people.acting import holders, in_place_of, substitute_of
from tolok.people.models import Office, Role, User
from tolok.workflow.models import Task
from tolok.workflow.rights import right_problem

LADDER: Final[tuple[tuple[Role, ...], ...]] = (
    (Role.COORDINATOR,),
    (Role.KETUA_TIM, Role.KEPALA_UKPBJ),
    (Role.PIMPINAN,),
)
Persons = tuple[User, ...]


def rungs(task: Task, today: date) -> tuple[Persons, ...]:
    """Rung 0 may be empty, where nobody can do the task; offices nobody holds are left out.

    Who is on a lower rung is not told again on a higher one.
    """
    told = list(doers(task, today))
    found = [tuple(told)]
    for roles in LADDER[_step_of(task) + 1 :]:
        holding = _persons(_offices(roles, task, today))
        if above := tuple(one for one in holding if one not in told):
            found.append(above)
            told += above
    return tuple(found)


def doers(task: Task, today: date) -> Persons:
    """Whom the task was handed to, or who acts for them; else every holder of its office.

    Of a decision: those who are no author of what is decided, or their substitutes. Of other work
    whose office nobody holds: the coordinator.
    """
    offices = _offices(task.roles, task, today)
    own = (one for one in offices if task.person in (one.user, *in_place_of(one)))
    if theirs := _persons(own):
        return theirs
    if not task.definition_step.is_decision:
        return _persons(offices) or _persons(_offices((Role.COORDINATOR,), task, today))
    substitutes = dict.fromkeys(filter(None, map(substitute_of, offices)))
    able = _able(task, _persons(offices), today)
    return able or _able(task, tuple(substitutes), today)


def _able(task: Task, persons: Persons, today: date) -> Persons:
    return tuple(one for one in persons if right_problem(task, one, today) is None)


def _offices(roles: Iterable[Role], task: Task, today: date) -> tuple[Office, ...]:
    """Units matter only for those whose office is bound to one."""
    return tuple(one for role in roles for one in holders(role, task.agency, today))


def _persons(offices: Iterable[Office]) -> Persons:
    return tuple(dict.fromkeys(office.user for office in offices))


def _step_of(task: Task) -> int:
    """How high the task's own officers stand; -1 below the coordinator."""
    steps = [number for number, roles in enumerate(LADDER) if set(roles) & set(task.roles)]
    return max(steps, default=-1)
